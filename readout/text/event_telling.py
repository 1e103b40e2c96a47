"""One sentence's events with when, where and how many: what rows and coded sentences are written from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from readout.records import Attribute
from readout.text.dates_ahead import SETTING
from readout.text.event_attributes import attributes_of, place_of
from readout.text.event_bystanders import without_bystanders
from readout.text.event_calamities import TOLL
from readout.text.event_coding import REAL
from readout.text.event_denials import with_denials
from readout.text.event_found import EventWords, Found
from readout.text.event_judgement import Said
from readout.text.event_merging import merged
from readout.text.event_reading import read_events
from readout.text.event_refusals import with_refusals
from readout.text.event_times import When, dated, settled, times_of, top_of
from readout.text.event_tree import Tree
from readout.text.event_verdicts import weighed
from readout.text.lexemes import Tokens
from readout.text.quantities import Quantity, read_quantities
from readout.text.times import Time, read_times

S = TypeVar("S", Time, Quantity)


@dataclass(frozen=True)
class Numbers:
    """The times and quantities of a text, in text order, with the day it was written."""

    tokens: Tokens
    times: Sequence[Time]
    quantities: Sequence[Quantity]
    written: date | None

    @cached_property
    def ahead(self) -> Sequence[Time]:
        """The same times, read as lying ahead; few texts ask for them."""
        return read_times(self.tokens.text, self.written, tokens=self.tokens, tense=lambda place: True)

    @cached_property
    def behind(self) -> Sequence[Time]:
        """The same times, read as past; few texts ask for them."""
        return read_times(self.tokens.text, self.written, tokens=self.tokens, tense=lambda place: False)


@dataclass(frozen=True, slots=True)
class Telling:
    """One event with all that its sentence tells of it."""

    found: Found
    when: When
    place: tuple[int, int] | None
    attributes: tuple[Attribute, ...]


def numbers_of(text: str, written: date | None, tokens: Tokens) -> Numbers:
    """Read the times and quantities of a text once."""
    times = read_times(text, written, tokens=tokens)
    return Numbers(tokens, times, read_quantities(text, times=times, tokens=tokens), written)


def tellings(
    tree: Tree, numbers: Numbers, known: EventWords, *, said: Said | None = None, topic: str | None = None
) -> list[Telling]:  # fmt: skip
    """The events of one sentence in text order; `topic`: the calamity that the page tells of; `said`: what the event network
    says of the sentence."""
    found = weighed(tree, merged(tree, read_events(tree, known, topic)), known, said)
    found = once_each(with_refusals(tree, with_denials(tree, without_bystanders(tree, found, known))))
    if not found:
        return []
    start, end = tree.words[0].start, tree.words[-1].end
    times = within(numbers.times, start, end)
    numbered = attributes_of(tree, found, within(numbers.quantities, start, end), known.actors)
    made = []
    for f, (time, over), attributes in zip(found, times_of(tree, found, times), numbered, strict=True):
        before = over and time is not None and time.start < tree.words[f.trigger].start  # ordered on Tuesday to pay
        done = time is not None and (before or told_past(tree, f) or told_as_over(tree, time))
        if time is not None and misplaced(tree, f, time, numbers.written):
            time = None
        day = backward(tree, f, time, numbers) or (time if done else forward(f, time, numbers, over))
        when = When() if f.frame.head == TOLL else dated(day)
        made.append(
            Telling(settled(f, when, numbers.written, tree.text), when, place_of(tree, f, known.actors), attributes)
        )
    return made


def once_each(found: Sequence[Found]) -> list[Found]:
    """Keep one event of a word and type: two ways to the same act (began | to talk, talk) are one event."""
    return list({(f.trigger, f.frame.type): f for f in reversed(found)}.values())[::-1]


def told_past(tree: Tree, f: Found) -> bool:
    """Tell whether the word for an act that lies ahead is the past verb by which it is put forward: the day beside it is that of
    the offer, not of the aid offered."""
    word = tree.words[f.trigger]
    finite = word.upos == "VERB" and tree.lows[f.trigger].endswith("ed") and word.deprel in ("root", "conj", "parataxis", "ccomp")
    return finite and f.reading.status in PUT_FORWARD and not tree.of(f.trigger, "aux", "aux:pass", "nsubj:pass")


PUT_FORWARD = frozenset({"planned", "proposed", "refused"})
LATER = frozenset({"planned", "conditional", "proposed", "threatened", "postponed", "refused"})


def forward(f: Found, time: Time | None, numbers: Numbers, over: bool) -> Time | None:
    """Read the time of an act that lies ahead as lying ahead: in September, on Friday.

    `over`: it may be that of the word over the act (called for a strike on Thursday). What is asked or called off is news of the
    day before or of the day: a weekday that would be longer past is that of the act. A day or two ago, where the tense tells the
    past, it is no day ahead: ordered his release on Friday.
    """
    if time is None or not numbers.written or not time.date_end or time.date_end >= numbers.written.isoformat():
        return time
    weekday = "weekday: the nearest" in time.because
    past = (numbers.written - date.fromisoformat(time.date_end)).days
    if SET_FOR in time.because or (weekday and past <= JUST_PAST and BY_TENSE in time.because):
        return time
    if over or f.reading.status == "cancelled":
        if not weekday or past <= FRESH or f.reading.status not in LATER | {"cancelled"}:
            return time
    elif f.reading.status not in LATER:
        return time
    return next((t for t in numbers.ahead if (t.start, t.end) == (time.start, time.end)), time)


def backward(tree: Tree, f: Found, time: Time | None, numbers: Numbers) -> Time | None:
    """Read a weekday that the words around it put ahead as past where it says when a verb in the past took place: as a token of
    good will they released him on Sunday. Null for other times."""
    if time is None or WEEKDAY_AHEAD not in time.because or f.reading.status not in REAL or not in_the_past(tree, f.trigger):
        return None
    top = top_of(tree, time.start, time.end)
    hosts = (f.trigger, *tree.of(f.trigger, "nsubj", "nsubj:pass"))  # the cabinet on Monday banned
    if top is None or tree.head(top) not in hosts or not tree.cases(top) <= {"on"}:
        return None  # banned exports from Monday
    return next((t for t in numbers.behind if (t.start, t.end) == (time.start, time.end)), None)


def misplaced(tree: Tree, f: Found, time: Time, written: date | None) -> bool:
    """Tell a day counted from one told before that is still to come, beside a verb in the past: on the same day they marched."""
    ahead = written is not None and time.date_start is not None and time.date_start > written.isoformat()
    return ahead and COUNTED in time.because and f.reading.status in REAL and in_the_past(tree, f.trigger)


COUNTED = "counted from the date told before"
WEEKDAY_AHEAD = "weekday: the weekday ahead, by the tense"


def in_the_past(tree: Tree, i: int) -> bool:
    """Tell whether a verb stands in the simple past: marched, was moved; not has marched, to be moved, the man moved."""
    word, helpers = tree.words[i], {tree.lows[a] for a in tree.of(i, "aux", "aux:pass")}
    if word.upos != "VERB" or tree.of(i, "mark") or tree.lows[i].endswith(("ing", "s")) or tree.lows[i] == word.lemma.lower():
        return False
    return helpers <= {"was", "were"} and (bool(helpers) or bool(tree.of(i, "nsubj")))


SET_FOR, BY_TENSE = "that something was set for", "by the tense"
JUST_PAST = 2  # days back from which a weekday told in the past is that; ours
FRESH = 3  # days back that a weekday of news told without "last" still means; ours


def told_as_over(tree: Tree, time: Time) -> bool:
    """Tell a time that hangs on what is told as over: had begun on Saturday, the clerk held on Tuesday; not planned for Tuesday."""
    top = top_of(tree, time.start, time.end)
    verb = tree.head(top) if top is not None else -1
    if verb < 0 or tree.words[verb].upos != "VERB" or tree.lemma(verb) in SETTING:
        return False
    if {tree.lows[a] for a in tree.of(verb, "aux")} == {"had"}:
        return True
    participle = tree.words[verb].deprel == "acl" and not tree.lows[verb].endswith("ing")
    return participle and not tree.of(verb, "aux", "mark")


def within(rows: Sequence[S], start: int, end: int) -> Sequence[S]:
    """The rows of a stretch of text."""
    first = bisect_left(rows, start, key=lambda r: r.start)
    last = bisect_left(rows, end, key=lambda r: r.start)
    return rows[first:last]


def day_of(written: str | None) -> date | None:
    """A date as ISO 8601 has it; null where it is none."""
    try:
        return date.fromisoformat(written[:10]) if written else None
    except ValueError:
        return None
