"""Who can stand on the sheet: states, bodies and named persons, each once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from readout.records import Relation
from readout.stages.relate.pile import Pile
from readout.text.stem import stem

# Groups that only count heads or name nobody: thirty people, two men, others.
NOBODY = re.compile(
    r"^(?:(?:the|a|an|some|other|many|several|dozens of|hundreds of|thousands of|[\d,.]+|[a-z]+(?:-[a-z]+)?) )*"
    r"(?:people|persons?|individuals?|men|man|women|woman|others|crowds?|moving crowd|hundreds|thousands|dozens|onlookers|"
    r"victims?|survivors?|witnesses|passers-by|bystanders|residents|somebody|someone|reporters|journalists|guests)$", re.I,
)  # fmt: skip
WORD = re.compile(r"[^\W\d_]{3,}")
BODIES = frozenset(("country", "government", "organisation", "group"))


def tidied(pile: Pile, one: Relation) -> Relation:
    """Write each party of a line once, places and those who are nobody in particular only where nothing else is left."""
    known = [p for p in one.parties if p in pile.entities]
    acting = [p for p in known if not pile.is_place(p) and not NOBODY.match(pile.entities[p].name)]
    return replace(one, parties=tuple(p for p in acting if not any(part_of(pile, p, q) for q in acting)) or one.parties)


def part_of(pile: Pile, party: str, other: str) -> bool:
    """Tell whether a body goes by a part of another's name: the union beside the Union of Harbour Pilots."""
    ours, theirs = pile.entities[party], pile.entities[other]
    if party == other or ours.type not in ("organisation", "group") or theirs.type not in ("organisation", "group"):
        return False
    mine, whole = stems(ours.name), stems(theirs.name)
    return bool(mine) and mine < whole


def stems(name: str) -> frozenset[str]:
    return frozenset(stem(w.lower()) for w in WORD.findall(name) if w.lower() not in ("the", "and", "for"))


def sided(pile: Pile, parties: Sequence[str]) -> int:
    """Count the parties that can have relations: states, governments, bodies, persons who hold an office or act for a state."""
    return sum(
        (e := pile.entities.get(p)) is not None and (e.type in BODIES or p in pile.officials or bool(e.country))
        for p in parties
    )
