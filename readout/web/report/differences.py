"""Copies beside what they were taken from, with every change marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from readout.comparing import TOLD, changes, swapped
from readout.pile import Pile
from readout.records import Document, Reuse
from readout.tables import plain
from readout.web.pages import anchor

PAIRS, LONGEST = 24, 2400  # pairs shown, and characters of each side


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of words on one side: unchanged, or changed."""

    words: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """A page beside its origin."""

    anchor: str
    origin: Document
    copy: Document
    kind: str
    words: int
    changed: int
    direction: str
    because: str
    left: tuple[Stretch, ...]
    right: tuple[Stretch, ...]
    cut: bool


def differences(pile: Pile) -> list[Difference]:
    """Show the longest shared passage of each copy and its origin, those changed most first, exact copies last."""
    chosen: dict[tuple[str, str], Reuse] = {}
    for r in pile.reuses:
        if r.kind in ("verbatim", "edited", "spun") and r.left_doc != r.right_doc and direct(pile, r):
            best = chosen.get((r.left_doc, r.right_doc))
            if best is None or r.left_end - r.left_start > best.left_end - best.left_start:
                chosen[r.left_doc, r.right_doc] = r
    order = {"spun": 0, "edited": 1, "verbatim": 2}
    listed = sorted(chosen.values(), key=lambda r: (order[r.kind], -(r.left_end - r.left_start), r.reuse_id))
    return [difference(pile, r) for r in listed[:PAIRS]]


def direct(pile: Pile, r: Reuse) -> bool:
    """Tell whether one of two pages is the root of a family the other is in."""
    return any(one.origin in (r.left_doc, r.right_doc) and {r.left_doc, r.right_doc} <= set(one.members)
               for one in pile.lineages.values())  # fmt: skip


def difference(pile: Pile, reuse: Reuse) -> Difference:
    """Compare the two sides, the origin on the left."""
    values: dict[str, Any] = plain(reuse)
    if reuse.direction == "left_from_right":
        values = swapped(values)
    left, right = pile.documents[values["left_doc"]], pile.documents[values["right_doc"]]
    cut = max(values["left_end"] - values["left_start"], values["right_end"] - values["right_start"]) > LONGEST
    for name, d in (("left", left), ("right", right)):
        values[f"{name}_end"] = whole_words(d.text, values[f"{name}_start"], values[f"{name}_end"])
    found = list(changes(left.text, right.text, values))
    changed = sum(len(c["left_words"].split()) for c in found if c["change"] != "equal")
    words = sum(len(c["left_words"].split()) for c in found)
    return Difference(
        anchor(reuse.reuse_id), left, right, reuse.kind, words, changed, TOLD[values["direction"]], reuse.because,
        tuple(side(found, "left", left.text)), tuple(side(found, "right", right.text)), cut,
    )  # fmt: skip


def whole_words(text: str, start: int, end: int) -> int:
    """Cut a passage to the longest shown, at a blank."""
    if end - start <= LONGEST:
        return end
    blank = text.rfind(" ", start, start + LONGEST)
    return blank if blank > start else start + LONGEST


def side(found: Sequence[dict[str, Any]], name: str, text: str) -> Iterator[Stretch]:
    """Give one side as runs of words, the blanks between them kept."""
    last = None
    for change in found:
        start, end = change[f"{name}_start"], change[f"{name}_end"]
        if last is not None and start > last:
            yield Stretch(text[last:start], False)
        if end > start:
            yield Stretch(text[start:end], change["change"] != "equal")
        last = max(last or end, end)
