"""When an event took place: the time expression that hangs on it, or on what it hangs on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from readout.text.event_coding import REAL, coded
from readout.text.event_found import Found
from readout.text.event_judgement import BY_NETWORK
from readout.text.event_tree import Tree, listed
from readout.text.time_words import MONTHS
from readout.text.times import Time

# A time behind one of these bounds the act or another one; it does not say when it took place.
BOUNDING: Final = listed("since before after until till by following")
# An act told in passing that lies so many days back is background, no news. Ours.
BACKGROUND_DAYS: Final = 60


@dataclass(frozen=True, slots=True)
class When:
    """First and last day, how exactly, on what basis; and the expression, where there is one."""

    start: str | None = None
    end: str | None = None
    precision: str = "unknown"
    basis: str | None = None
    time: Time | None = None


def top_of(tree: Tree, start: int, end: int) -> int | None:
    """The word of a stretch that the rest of it hangs on."""
    inside = [i for i, w in enumerate(tree.words) if w.start < end and w.end > start]
    heads = [i for i in inside if tree.head(i) not in inside]
    return heads[0] if heads else None


def owner_of(tree: Tree, i: int, anchors: Mapping[int, int]) -> int | None:
    """The event that a word belongs to."""
    word = word_over(tree, i, anchors)
    return None if word is None else anchors[word]


def word_over(tree: Tree, i: int, anchors: Mapping[int, int], *, beside: bool = False) -> int | None:
    """The word of an event that a word belongs to: the nearest above it, or the one that a verb of saying does not cut off;
    with `beside` none where it stands in what the event is about."""
    if i in anchors:
        return i
    below = i
    if beside and "of" in tree.cases(i) and tree.rel(i) == "nmod":
        return None  # the election of 8 June: its day and no other's
    for up in tree.above(i):
        if up in anchors:
            return None if beside and ahead_of(tree, below, up) else up
        if tree.words[below].deprel == "acl:relcl":
            return None  # who was in office from 2014: not when its holder does what the sentence tells
        if tree.words[below].deprel == "acl" and not any(tree.lows[m] == "to" for m in tree.of(below, "mark")):
            return None  # corrected a figure given on Thursday; freed a clerk arrested on Tuesday
        below = up
        if tree.words[up].upos == "VERB" and tree.of(up, "ccomp", "nsubj"):
            return None
    return None


def ahead_of(tree: Tree, below: int, up: int) -> bool:
    """Tell whether a time stands in what an act is about and not beside the act: summoned him to appear on Thursday."""
    infinitive = any(tree.lows[m] == "to" for m in tree.of(below, "mark"))
    return below != up and tree.words[below].deprel in ("xcomp", "ccomp", "acl") and infinitive


def anchors_of(found: Sequence[Found]) -> dict[int, int]:
    """Words that stand for each event: its trigger, its light verb, its object."""
    anchors: dict[int, int] = {}
    for number, f in enumerate(found):
        for i in (f.trigger, f.carrier, f.taken, f.over):
            if i is not None:
                anchors.setdefault(i, number)
    return anchors


def times_of(tree: Tree, found: Sequence[Found], times: Sequence[Time]) -> list[tuple[Time | None, bool]]:
    """The time of each event of a sentence, and whether it is that of the word over the act: agreed in March to meet.

    What is planned has the time of the act rather than that of the promise; what is asked or threatened that of the asking.
    """
    anchors = anchors_of(found)
    given: list[Time | None] = [None] * len(found)
    of_word: dict[int, Time] = {}
    for time in times:
        if time.type not in ("DATE", "TIME"):
            continue
        top = top_of(tree, time.start, time.end)
        if top is None or bounded(tree, top) or told_by_act(tree, top):
            continue
        word = word_over(tree, top, anchors, beside=True)
        owner = anchors[word] if word is not None else scheduled(tree, top, found)
        if word is not None and owner is not None and word == found[owner].over != found[owner].trigger:
            of_word.setdefault(owner, time)
            continue
        if owner is not None and better(time, given[owner]):
            given[owner] = time
    spread(tree, found, times, given)
    for n, f in enumerate(found):
        given[n] = day_when(tree, f, times) or given[n] or day_of_scene(tree, f, times)
    for n, f in enumerate(found):
        if n in of_word and (given[n] is None or f.reading.status in ASKED):
            given[n] = of_word[n]
    whole = [t or shared(tree, f, found, given) for t, f in zip(given, found, strict=True)]
    return [(t, t is not None and t is of_word.get(n)) for n, t in enumerate(whole)]


ASKED: Final = frozenset({"proposed", "threatened", "refused"})


SCHEDULING: Final = listed(
    "plan schedule set slate due expect pencil book fix arrange announce hold begin start open last take occur happen"
)


def scheduled(tree: Tree, top: int, found: Sequence[Found]) -> int | None:
    """The act that a clause of scheduling tells the time of: a visit by the minister that had been planned for 19 March. The
    clause belongs to the nearest noun of an act before it, whatever the parser hung it on."""
    clause = next((i for i in (top, *tree.above(top)) if tree.rel(i) in ("acl:relcl", "acl")), None)
    if clause is None or tree.lemma(clause) not in SCHEDULING or any(f.trigger == clause for f in found):
        return None
    if tree.of(clause, "obj") and tree.lemma(clause) != "take":
        return None
    nouns = [n for n, f in enumerate(found) if f.trigger < clause and tree.words[f.trigger].upos in ("NOUN", "PROPN")]
    return max(nouns, key=lambda n: found[n].trigger, default=None)


def day_when(tree: Tree, f: Found, times: Sequence[Time]) -> Time | None:
    """The time right before a clause of `when` that the act stands in: it began on Wednesday, when they shot down a drone."""
    marks = [m for m in tree.of(f.anchor, "advmod", "mark") if tree.lows[m] == "when" and m < f.anchor]
    if not marks or tree.rel(f.anchor) not in ("advcl", "acl:relcl", "acl"):
        return None
    start = tree.words[marks[0]].start
    return next(
        (t for t in times if t.type in ("DATE", "TIME") and t.end <= start and not tree.text[t.end : start].strip(" ,")), None
    )


def day_of_scene(tree: Tree, f: Found, times: Sequence[Time]) -> Time | None:
    """The time of the clause of `when` that leads to an act: when he came home on Tuesday, police arrested him."""
    for c in tree.of(f.anchor, "advcl"):
        if c < f.anchor and any(tree.lows[m] == "when" for m in tree.of(c, "advmod", "mark")):
            tops = ((t, top_of(tree, t.start, t.end)) for t in times if t.type == "DATE")
            return next((t for t, top in tops if top is not None and tree.head(top) == c and not bounded(tree, top)), None)
    return None


def told_by_act(tree: Tree, top: int) -> bool:
    """Tell a day that only an act names: the day they say sorry."""
    plain = tree.lemma(top) in ("day", "week", "month", "year", "moment") and any(
        tree.lows[d] in ("the", "every", "each") for d in tree.of(top, "det")
    )
    if not plain or tree.of(top, "amod", "nummod", "case"):
        return False
    return top + 1 < len(tree.words) and tree.words[top + 1].upos in ("PROPN", "PRON", "NOUN", "DET")


def spread(tree: Tree, found: Sequence[Found], times: Sequence[Time], given: list[Time | None]) -> None:
    """Give the one time of the main clause, where it names an old year, to the acts below it: it was in 1871 that they left;
    the night in 1911 when they came."""
    old = [t for t in times if t.type == "DATE" and OLD.match(t.value)]
    if len(old) != 1:
        return
    top = top_of(tree, old[0].start, old[0].end)
    if top is None or bounded(tree, top):
        return
    over = {top, *tree.above(top)}
    for n, f in enumerate(found):
        path = [f.anchor, *tree.above(f.anchor)]
        meeting = next((i for i in path if i in over), None)
        between = [
            i for i in (top, *tree.above(top)) if meeting is not None and i != meeting and meeting in tree.above(i)
        ]
        clauses = any(
            tree.rel(i) in ("acl", "advcl", "ccomp", "parataxis") for i in between
        )  # who was in office from 2014
        plain = not clauses and not any(tree.words[i].upos == "VERB" or i in anchors_of(found) for i in between)
        related = any(tree.words[i].deprel == "acl:relcl" for i in path)
        clause = meeting is not None and plain and (tree.head(meeting) < 0 or related)
        if given[n] is None and clause and not any(tree.of(i, "ccomp") for i in path[1:]):
            given[n] = old[0]


def bounded(tree: Tree, top: int) -> bool:
    """Tell whether a time only bounds the act: since 2018, until Friday; since 2011, the year in which."""
    if tree.rel(top) == "appos" and tree.head(top) >= 0 and bounded(tree, tree.head(top)):
        return True
    marks = {tree.lows[c] for c in tree.of(top, "case", "mark", "advmod")}
    return bool(marks & BOUNDING)


def better(time: Time, other: Time | None) -> bool:
    """Tell whether a time says more than the one an event has: a day beats a year, dated beats vague."""
    if other is None:
        return True
    order = ("unknown", "year", "month", "day")
    return order.index(time.precision) > order.index(other.precision)


def shared(tree: Tree, f: Found, found: Sequence[Found], given: Sequence[Time | None]) -> Time | None:
    """The time of the act that this one goes with: joined to it, or its consequence."""
    anchor = f.anchor
    up = tree.head(anchor)
    below = {c for c in tree.of(anchor, "advcl", "conj") if c > anchor}
    below |= {c for b in below for c in tree.of(b, "advcl")}
    for other, time in zip(found, given, strict=True):
        marks = {tree.lows[m] for m in tree.of(other.trigger, "mark", "advmod")}
        if (
            time is not None
            and other.trigger in below
            and marks & {"when", "as"}
            and other.reading.status == f.reading.status
        ):
            return time
    if up < 0 or not (tree.rel(anchor) == "conj" or (tree.rel(anchor) == "advcl" and consequence(tree, anchor))):
        return None
    for other, time in zip(found, given, strict=True):
        if up in (other.trigger, other.carrier) and other.reading.status == f.reading.status:
            return time
    return None


def consequence(tree: Tree, verb: int) -> bool:
    """Tell whether a clause is an -ing form without a mark: bombed the bridge, killing two."""
    return tree.lows[verb].endswith("ing") and not tree.of(verb, "mark")


def dated(time: Time | None) -> When:
    """Date an event by its time; not at all where that gives no day."""
    if time is not None and time.date_start:
        return When(time.date_start, time.date_end, time.precision, time.basis, time)
    if time is not None and not (time.type == "TIME" and time.value.startswith("XXXX")):
        return When(time=time)
    return When()


def lately(when: When, published: date | None, text: str) -> bool:
    """Tell whether the act has a day of its own that is no background yet; on a page without a day, a month without a year."""
    if not published and when.time:
        return bool(OF_THE_YEAR.fullmatch(text[when.time.start : when.time.end].lower()))
    if not (published and when.end and when.time):
        return False
    return 0 <= (published - date.fromisoformat(when.end)).days <= BACKGROUND_DAYS


def settled(f: Found, when: When, published: date | None, text: str) -> Found:
    """Take what lies far back for background, and what lies ahead of the page for planned; `text` is that of the page."""
    if f.reading.because.startswith(BY_NETWORK) and f.reading.status == "historical" and lately(when, published, text):
        return replace(f, reading=replace(f.reading, status="happened", because="stated as fact, of a day not long past"))
    if f.reading.status not in ("happened", "ongoing") or when.time is None:
        return f
    if published and when.start and when.start > published.isoformat():
        reading = replace(f.reading, status="planned", because="its day lies behind the day of publication")
        return replace(f, reading=reading, coded=coded(f.frame.type, "planned") if f.coded else None)
    if not published and AHEAD.match(text[when.time.start : when.time.end].lower()):
        reading = replace(f.reading, status="planned", because="its time lies ahead")
        return replace(f, reading=reading, coded=coded(f.frame.type, "planned") if f.coded else None)
    if f.reading.status != "happened":
        return f
    known = published and when.end
    days = (published - date.fromisoformat(when.end)).days if published and when.end else 0
    if not (days > BACKGROUND_DAYS if known else long_ago(when.time, text)):
        return f
    reading = replace(f.reading, status="historical", because="a time long past")
    return replace(f, reading=reading, coded=f.coded if f.reading.status in REAL else None)


OF_THE_YEAR: Final = re.compile(rf"(?:{'|'.join(sorted(MONTHS))})\.?(?: (?:of )?this year)?")
AHEAD: Final = re.compile(r"(?:next|tomorrow|coming|this coming)\b(?! day\b| morning\b| year's)")
YEAR: Final = re.compile(r"\d{2,4}")
OLD: Final = re.compile(r"1\d{3}|200\d|2010")  # years that no news is of today; ours
LONG: Final = re.compile(r"\b(?:decades?|centur(?:y|ies)|years) (?:ago|earlier|before|back)\b")


def long_ago(time: Time, text: str) -> bool:
    """Tell whether an expression looks years back without knowing today: in 2018, in the 1980s, decades earlier."""
    old = OLD.match(time.value)
    return bool(YEAR.fullmatch(time.value) or old or LONG.search(text[time.start : time.end].lower()))
