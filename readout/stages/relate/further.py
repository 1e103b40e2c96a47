"""Lines on acts that the rules of `acts` hold for no line of the sheet: whether they are worth one is judged by their signs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from readout.records import Occurrence, Relation
from readout.stages.relate.acts import FAILED, line, said_enough
from readout.stages.relate.pile import Pile
from readout.tables import Table
from readout.text.acts import REAL

STANDS = {"REQUEST": "demand", "REJECT": "refusal", "ACCUSE": "accusation", "THREATEN": "threat", "SUPPORT": "support"}
DEEDS = frozenset((
    "ASSAULT", "COERCE", "SANCTION", "PROTEST", "MOBILIZE", "RETREAT", "ACCUSE", "THREATEN", "CONCEDE", None,
))  # fmt: skip
GIVEN = frozenset(("AID", "CONCEDE", "COOPERATE", "RETREAT"))  # promised while they are ahead or go on
TO_COME = frozenset(("planned", "proposed", "conditional", "ongoing"))
OFF = frozenset(("cancelled", "postponed"))


def further(pile: Pile, occurrences: Table[Occurrence], made: set[str]) -> Iterator[Relation]:
    """Write the lines that occurrences could give and do not yet: stands, deeds, promises, plans; `made` are those there are."""
    for o in occurrences:
        for one in lines(pile, o):
            if one.relation_id not in made and one.parties and said_enough(one.what):
                yield one


def lines(pile: Pile, o: Occurrence) -> Iterator[Relation]:
    """Write one occurrence on each part of the sheet where it could stand."""
    if o.type in STANDS and o.status in REAL | {"threatened", "refused"}:
        # A stand is told as what it is, not as an act that happened.
        one = line(pile, o, "position")
        yield replace(one, status=STANDS[o.type or ""])
    if (o.type == "AGREE" and o.status in REAL) or (o.type in GIVEN and o.status in TO_COME):
        yield line(pile, o, "commitment")
    if o.type in DEEDS and o.status in REAL | {"denied"}:
        yield line(pile, o, "incident")
    if o.status in OFF or (o.status in TO_COME - {"ongoing"} and not past(pile, o)):
        one = line(pile, o, "upcoming")
        if not FAILED.search(one.what):
            yield one


def past(pile: Pile, o: Occurrence) -> bool:
    """Tell whether the day of a plan has passed."""
    day = o.date_end or o.date_start
    return day is not None and pile.passed(day)
