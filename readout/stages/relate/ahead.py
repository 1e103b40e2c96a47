"""Lines on days ahead as the sentences set them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from readout.ids import make_id
from readout.records import Evidence, Occurrence, Parse, Relation
from readout.stages.relate.acts import SENTENCE, contents, said_enough, when
from readout.stages.relate.mains import word_at
from readout.stages.relate.parties import clause_top, takes_part
from readout.stages.relate.pile import Pile
from readout.stages.relate.signs import DIARY
from readout.stages.relate.stands import actor_of, by_page
from readout.tables import Table
from readout.text.dates_ahead import Ahead, dates_ahead
from readout.text.first_published import written_day
from readout.text.times import read_times

SIDES = frozenset(
    ("side", "delegation", "minister", "government", "country")
)  # in the plural, the two that a page tells of
DAY = 10  # characters of an ISO day


def ahead_lines(pile: Pile, parses: Table[Parse], occurrences: Table[Occurrence]) -> Iterator[Relation]:
    """Write one line for each day that a page sets and that has not passed."""
    fates = fates_of(pile, occurrences)
    for page in by_page(parses):
        document = pile.documents[page[0].doc_id]
        written = written_day(document.published, document.credited_because)
        if not written or len(written) < DAY:
            continue
        times = read_times(document.text, date.fromisoformat(written[:DAY]))
        acted: tuple[str, ...] = ()
        for parse in page:
            before, acted = acted, actor_of(pile, parse) or acted
            inside = [t for t in times if parse.start <= t.start and t.end <= parse.end and t.type in ("DATE", "TIME")]
            for plan in dates_ahead(document.text, parse.words, inside, written) if inside else ():
                made = line(pile, parse, plan, before)
                if made:
                    yield replace(made, status=now(fates, made.evidence[0]) or made.status)


def line(pile: Pile, parse: Parse, plan: Ahead, before: tuple[str, ...]) -> Relation | None:
    """Write one plan, "it" and "they" meaning the bodies told of before; null for one that has passed or says too little."""
    at = Evidence(parse.doc_id, plan.start, plan.end)
    what = told(pile, parse, at)
    leaning = what.split(" ")[0].lower() in ("it", "they")
    parties = (pile.sides(before) if leaning else ()) or parties_of(pile, parse, at)
    whole = said_enough(what) or (leaning and bool(parties))
    worth = contents(what) if parties else contents(what) & DIARY
    if not whole or not worth or pile.passed(plan.last):
        return None
    key = make_id("rel", "upcoming", plan.first, at.doc_id, str(at.start))
    return Relation(key, "upcoming", parties, what, plan.state, when(plan.first, plan.last), (at,))


def told(pile: Pile, parse: Parse, at: Evidence) -> str:
    """Give the words of a plan; the whole sentence where its clause has lost its subject, if that is short."""
    first = next((w for w in parse.words if w.start >= at.start), None)
    bare = first is not None and first.upos in ("VERB", "AUX", "PRON") and parse.end - parse.start <= SENTENCE
    return pile.words(Evidence(parse.doc_id, parse.start, parse.end) if bare else at)


def fates_of(pile: Pile, occurrences: Table[Occurrence]) -> dict[str, list[tuple[int, int, str]]]:
    """List where each page tells of what was called off or put off, as it stands after the last page."""
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for o in occurrences:
        if o.status in ("cancelled", "postponed"):
            for e in pile.members.get(o.occurrence_id, ()):
                found[e.doc_id].append((e.start, e.end, o.status))
    return found


def now(fates: dict[str, list[tuple[int, int, str]]], at: Evidence) -> str | None:
    """Say what became of a plan that an older page tells."""
    return next((state for s, t, state in fates.get(at.doc_id, ()) if at.start <= s and t <= at.end), None)


def parties_of(pile: Pile, parse: Parse, at: Evidence) -> tuple[str, ...]:
    """Give the parties a clause names, else those of its sentence; of both sides those of its page; else none."""
    first = word_at(parse.words, at.start, at.end)
    near = pile.beginning(parse.doc_id, at.start, at.end)
    own = [e for s, t, e in near if first is not None and takes_part(parse, word_at(parse.words, s, t), first)]
    around = [e for s, t, e in pile.beginning(parse.doc_id, parse.start, parse.end)
              if first is not None and takes_part(parse, word_at(parse.words, s, t), clause_top(parse.words, first))]  # fmt: skip
    for named in (own, around):
        found = [e for e in named if pile.party(e) and pile.entities[e].type != "place"]
        if found:
            return pile.sides(found)
    text = pile.documents[parse.doc_id].text
    both = any(w.lemma.lower() in SIDES and text[w.start : w.end].lower() != w.lemma.lower() for w in parse.words)
    return pile.two(parse.doc_id) if both else ()
