"""Lines on what somebody is bound to do: the terms of a deal, and deeds one gives one's word for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readout.records import Evidence, Occurrence, Parse
from readout.stages.relate.acts import LEANING, SENTENCE, commits
from readout.stages.relate.parties import described, mostly
from readout.stages.relate.pile import Pile
from readout.stages.relate.stands import Taken, actor_of, by_page, held_by, subject_words
from readout.stages.relate.voices import Heard
from readout.tables import Table
from readout.text.stands import Stand
from readout.text.terms import DEALS, Term, terms

FAR = 4  # sentences after the one that tells of a deal in which its terms may follow; ours
FEWEST = 2  # content words of a term
# Bodies for which their heads speak: the mayor said the town would pay.
HEADED = frozenset((
    "town", "city", "region", "government", "ministry", "state", "country", "council", "county", "federation", "university",
))  # fmt: skip
UNDER = frozenset(("under", "by", "he", "she", "we", "i"))


def bound(pile: Pile, parses: Table[Parse], occurrences: Table[Occurrence], heard: Heard) -> Iterator[Taken]:
    """Give what the pages say that somebody is bound to do, as promises."""
    deals = deals_by_page(pile, occurrences)
    for page in by_page(parses):
        acted: tuple[str, ...] = ()
        since = FAR
        for parse in page if not pile.reworded(page[0].doc_id) else ():
            since = 0 if any(w.lemma.lower() in DEALS and w.upos == "NOUN" for w in parse.words) else since + 1
            for term in terms(
                pile.documents[parse.doc_id].text, parse.words, within=since < FAR and parse.doc_id in deals
            ):
                made = taken(pile, parse, term, heard, acted, deals.get(parse.doc_id, ()))
                if made:
                    yield made
            acted = actor_of(pile, parse) or acted


def deals_by_page(pile: Pile, occurrences: Table[Occurrence]) -> dict[str, tuple[str, ...]]:
    """Give the sides of the deal that each page tells of: of several the one with most sides, then most pages."""
    found: dict[str, tuple[int, int, tuple[str, ...]]] = {}
    for o in occurrences:
        if o.type != "AGREE" or not commits(pile, o):
            continue
        told = pile.members.get(o.occurrence_id, ())
        sides = tuple(s for s in pile.between([*o.actors, *o.recipients], told) if not pile.is_place(s))
        most = mostly(pile, told)
        sides = tuple(s for s in sides if s in most and not described(pile, s)) or sides
        for doc_id in {e.doc_id for e in told} if len(sides) > 1 else ():
            found[doc_id] = max(found.get(doc_id, (0, 0, ())), (min(len(sides), 3), o.reports, sides))
    return {doc_id: sides for doc_id, (_, _, sides) in found.items()}


def taken(
    pile: Pile, parse: Parse, term: Term, heard: Heard, acted: tuple[str, ...], deal: tuple[str, ...]
) -> Taken | None:
    """Make a promise of a term; null where nobody known is bound, or what to tells too little."""
    at = Evidence(parse.doc_id, term.start, term.end)
    if pile.words(Evidence(parse.doc_id, parse.start, parse.end)).rstrip('”"’») ').endswith("?"):
        return None
    stand = Stand("promise", term.start, term.end, term.at, term.holders, False)
    own = not term.holders or any(parse.words[i].lemma.lower() in HEADED for i in term.holders)
    holders = held_by(pile, parse, stand, heard, acted) or (heard.speaker(at) if own else ())
    holders = tuple(h for h in holders if pile.party(h) and not pile.is_place(h) and not pile.judges(h))
    if not holders and term.dealt:
        holders = deal
    others = (e for e in pile.within(at) if e not in holders and pile.party(e))
    hearers = tuple(e for e in others if not pile.is_place(e) and not pile.joint(e))
    what = told(pile, parse, term, holders)
    about = subject_words(pile, what, holders)
    if not holders or len(about) < FEWEST:
        return None
    return Taken("promise", holders, (*hearers, *(d for d in deal if term.dealt)), what, at, None, about, term.dealt)


def told(pile: Pile, parse: Parse, term: Term, holders: Sequence[str]) -> str:
    """Give the words of a term; where they lean on others the whole sentence, if it is short, or the name of who is bound."""
    words = pile.words(Evidence(parse.doc_id, term.start, term.end))
    first = next((w for w in parse.words if w.start >= term.start), None)
    bare = first is not None and first.upos in ("VERB", "AUX", "PART")
    if (bare or words.split(" ")[0].lower() in LEANING | UNDER) and parse.end - parse.start <= SENTENCE:
        return pile.words(Evidence(parse.doc_id, parse.start, parse.end)).strip("#*- ").rstrip(".")
    return f"{' and '.join(pile.entities[h].name for h in holders)} {words}" if bare else words
