"""Lines on acts that the rules of `acts` hold for no line of the sheet: whether they are worth one is judged by their signs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from readout.lexicon.stands import stand_words
from readout.records import Occurrence, Relation
from readout.stages.relate.acts import BROKERED, FAILED, OFFER, line, said_enough, shown_of, subject, told_for_itself
from readout.stages.relate.mains import word_at
from readout.stages.relate.pile import Pile
from readout.stages.relate.wording import EASING, TELLING
from readout.tables import Table
from readout.text.acts import REAL

STANDS = {"REQUEST": "request", "REJECT": "refusal", "ACCUSE": "accusation", "THREATEN": "threat", "SUPPORT": "support"}
TO_SOMEBODY = frozenset(("REQUEST", "ACCUSE", "THREATEN"))  # a wish to do something oneself is no demand
DEEDS = frozenset(("ASSAULT", "COERCE", "SANCTION", "PROTEST", "MOBILIZE", "RETREAT", None))
GIVEN = frozenset(("AID", "CONCEDE", "COOPERATE"))  # promised while they are ahead or go on
TO_COME = frozenset(("planned", "proposed", "conditional", "ongoing"))
FEWEST = 2  # content words of a line, beside who does it; ours
OFF = frozenset(("cancelled", "postponed"))


def further(pile: Pile, occurrences: Table[Occurrence], made: set[str]) -> Iterator[Relation]:
    """Write the lines that occurrences could give and do not yet: stands, deeds, promises, plans; `made` are those there are."""
    for o in occurrences:
        for one in lines(pile, o):
            if one.relation_id not in made and one.parties and said_enough(one.what) and subject(pile, one, FEWEST):
                yield one


def lines(pile: Pile, o: Occurrence) -> Iterator[Relation]:
    """Write one occurrence on each part of the sheet where it could stand."""
    if o.type in STANDS and o.status in REAL | {"threatened", "refused"}:
        # A stand is told as what it is, not as an act that happened.
        one = line(pile, o, "position")
        kind = kind_of(pile, o)
        tells = TELLING.get(STANDS[o.type or ""])
        if (
            (o.type not in TO_SOMEBODY or len(one.parties) > 1)
            and (tells is None or tells.search(one.what))
            and not (o.type == "THREATEN" and EASING.search(one.what))
        ):
            own = [p for p in pile.sides(o.actors) if p in one.parties]  # whose stand it is goes first
            yield replace(one, status=kind, parties=tuple(dict.fromkeys((*own, *one.parties))))
    if (o.type == "AGREE" and o.status in REAL and not for_others(pile, o)) or (
        o.type in GIVEN and o.status in TO_COME
    ):
        yield line(pile, o, "commitment")
    if o.type in DEEDS and o.status in REAL | {"denied"} and told_for_itself(pile, o):
        yield line(pile, o, "incident")
    if (o.status in OFF and not long_past(pile, o)) or (
        o.status in TO_COME - {"ongoing"} and o.date_start and not past(pile, o)
    ):
        one = line(pile, o, "upcoming")
        if not FAILED.search(one.what):
            yield one


# What the word of a stand can make of an act of each type.
KINDS = {"REJECT": ("denial", "refusal"), "REQUEST": ("demand", "proposal", "legal action"), "ACCUSE": ("accusation",)}


def kind_of(pile: Pile, o: Occurrence) -> str:
    """Say what a stand is: by the word that tells it, else by the type of its act."""
    events = pile.members.get(o.occurrence_id, ())
    shown = shown_of(pile, o, list(events))
    parse = shown and pile.parses.get((shown.doc_id, shown.sentence_id))
    at = word_at(parse.words, shown.start, shown.end) if shown and parse else None
    lemma = parse.words[at].lemma.lower() if parse and at is not None else ""
    verbs, nouns = stand_words().verbs, stand_words().nouns
    told = [verbs.get(w) or nouns.get(w) for w in (lemma, (shown.holder or "") if shown else "")]
    return next((k for k in told if k in KINDS.get(o.type or "", ())), STANDS[o.type or ""])


def for_others(pile: Pile, o: Occurrence) -> bool:
    """Tell whether an agreement is only offered, or brokered for others."""
    return bool({pile.trigger(e) for e in pile.members.get(o.occurrence_id, ())} & (BROKERED | {OFFER}))


def long_past(pile: Pile, o: Occurrence) -> bool:
    """Tell whether what was called off was set for a year before the last page's."""
    day = o.date_end or o.date_start
    return day is not None and pile.last is not None and day[:4] < pile.last[:4] and pile.passed(day)


def past(pile: Pile, o: Occurrence) -> bool:
    """Tell whether the day of a plan has passed."""
    day = o.date_end or o.date_start
    return day is not None and pile.passed(day)
