"""What a frame needs of its clause: not to be done, only to be offered, no infinitive behind it; told by letters."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from readout.text.event_actors import is_name
from readout.text.event_frames import Frame
from readout.text.event_status import Reading
from readout.text.event_tree import Tree

UNDONE: Final = frozenset({"negated", "refused"})
WILLING: Final = frozenset({"'would not'", "'will not'", "said it would not"})
REAL: Final = frozenset({"happened", "ongoing"})
REACH: Final = 14  # words behind a verb in which the infinitive of what it asks for stands; ours


def meets(tree: Tree, i: int, frame: Frame, reading: Reading) -> bool:
    """Tell whether the clause around a predicate is what its frame needs.

    N: it is negated (did not accept); W: somebody will not (would not say); Q: asks for no act (called on the king);
    X: a name or pronoun does it, and no number stands beside it (the minister declined).
    """
    need = set(frame.need)
    if "N" in need and reading.status not in UNDONE:
        return False
    if "W" in need and (reading.status not in UNDONE or reading.because not in WILLING):
        return False
    if "Q" in need and asks_an_act(tree, i):
        return False
    return "X" not in need or (by_somebody(tree, i) and not tree.of(i, "obj", "obl", "xcomp", "ccomp", "advmod"))


def asks_an_act(tree: Tree, i: int) -> bool:
    """Tell whether an infinitive hangs on a verb or on a noun beside it: called on both sides to stop."""
    near = {i, *tree.of(i, "obl", "obj", "advmod")}
    return any(
        tree.head(c) in near and any(tree.lows[m] == "to" for m in tree.of(c, "mark"))
        for c in range(i + 1, min(len(tree.words), i + REACH))
    )


def by_somebody(tree: Tree, i: int) -> bool:
    """Tell whether a name or a personal pronoun is the subject of a verb."""
    return any(is_name(tree, s) or tree.lows[s] in ("he", "she", "they", "we") for s in tree.of(i, "nsubj"))


def as_told(frame: Frame, reading: Reading) -> Reading:
    """Read an act whose frame is of not doing as done, and one that is only offered or called (F) as planned."""
    need = set(frame.need)
    if need & {"N", "W"} and reading.status in UNDONE:
        return replace(reading, status="happened", negated=False, because=f"{reading.because}, which refuses")
    if "F" in need and reading.status in REAL:
        return replace(reading, status="planned", because=f"'{frame.head}', which is ahead")
    return reading
