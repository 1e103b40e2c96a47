"""Judge by its signs whether a line belongs on the sheet: better short than wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from readout.lexicon import read
from readout.records import Relation
from readout.stages.relate.pile import Pile
from readout.stages.relate.signs import PILE, background, signs
from readout.stages.relate.weight import told_twice
from readout.text import log_odds


@lru_cache(maxsize=1)
def weights() -> log_odds.Decision:
    """Read the published weights."""
    return log_odds.decision(read("sheet_weights"))


def worthy(pile: Pile, lines: Iterable[Relation]) -> Iterator[Relation]:
    """Give the lines that a careful reader would write down, the likeliest first, each thing once and no more than a sheet holds:
    what another line of its part shows in like words is left out, and what a line of another part shows that is likelier by far."""
    listed, room = list(lines), ROOM * max(1.0, len(pile.documents) / PILE)
    known = background(pile, listed)
    judged = sorted(
        ((weights().chance(signs(pile, known, r)), r) for r in listed), key=lambda pair: (-pair[0], pair[1].relation_id)
    )
    kept: list[tuple[float, Relation]] = []
    for likely, one in judged:
        if likely < weights().threshold or len(kept) >= room:
            break
        if by_people(pile, one) and not any(again(one, likely, *other) for other in kept):
            kept.append((likely, one))
            yield replace(one, chance=round(likely, 3))


def again(one: Relation, likely: float, sure: float, other: Relation) -> bool:
    """Tell whether a line shows what a likelier one shows already."""
    days = (one.date or "", other.date or "")
    if all(days) and not (days[0].startswith(days[1]) or days[1].startswith(days[0])):
        return False
    return (one.category == other.category or likely < BY_FAR * sure) and told_twice(one, other)


def by_people(pile: Pile, one: Relation) -> bool:
    """Tell whether a page that no machine reworded tells a line; a channel is one in whatever words."""
    return one.category == "channel" or not all(pile.reworded(e.doc_id) for e in one.evidence)


# Lines of the sheet of a story of ten pages; careful readers wrote 14 on average, and a sheet of twice as many holds three in
# four of those that can be found. Chosen with the threshold by `training/sheet.py`, piles left out; decision 0037.
ROOM = 28
BY_FAR = 0.5  # share of the chance of another line below which one of another part in its words is left out; ours
