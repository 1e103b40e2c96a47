"""The lineage forest over time: origins and the pages that go back to them, drawn by day of publication."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from readout.pile import Pile
from readout.records import Document, Lineage
from readout.web.pages import anchor
from readout.web.phrases import day_in_words

LEFT, STEP, ROW, TOP = 210, 92, 26, 30
FAMILIES, DAYS = 40, 12


@dataclass(frozen=True, slots=True)
class Node:
    """One page on the drawing."""

    x: int
    y: int
    filled: bool
    kind: str
    title: str
    target: str


@dataclass(frozen=True, slots=True)
class Tree:
    """One family: its name, its root and the pages taken from it."""

    name: str
    y: int
    root: Node
    pages: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Forest:
    """The whole drawing: its size, its days, its trees."""

    width: int
    height: int
    days: tuple[tuple[int, str], ...]
    trees: tuple[Tree, ...]
    hidden: int


def forest(pile: Pile) -> Forest:
    """Draw every family of more than one page, or whose origin is not among the pages."""
    families = sorted(
        (one for one in pile.lineages.values() if len(one.members) > 1 or one.origin is None),
        key=lambda one: (-len(one.members), first_day(pile, one), one.lineage_id),
    )
    shown = families[:FAMILIES]
    columns = day_columns(pile, shown)
    trees, y = [], TOP + ROW
    for one in shown:
        made = tree(pile, one, columns, y)
        trees.append(made)
        y = max([made.y, *(n.y for n in made.pages)]) + ROW
    width = LEFT + STEP * (max(columns.values(), default=0) + 1)
    return Forest(
        width,
        y,
        tuple((LEFT + STEP * n + STEP // 2, name) for name, n in headings(columns)),
        tuple(trees),
        len(families) - len(shown),
    )


def first_day(pile: Pile, one: Lineage) -> str:
    """Give the first day a page of a family was published."""
    return min((pile.documents[m].published or "9" for m in one.members if m in pile.documents), default="9")


def day_columns(pile: Pile, shown: list[Lineage]) -> dict[str, int]:
    """Give each day a column; undated pages stand last. Many days share columns in equal parts."""
    days = sorted(
        {(pile.documents[m].published or "")[:10] for one in shown for m in one.members if m in pile.documents} - {""}
    )
    if len(days) > DAYS:
        first, last = date.fromisoformat(days[0]).toordinal(), date.fromisoformat(days[-1]).toordinal()
        scale = (DAYS - 1) / max(1, last - first)
        columns = {d: round((date.fromisoformat(d).toordinal() - first) * scale) for d in days}
    else:
        columns = {d: n for n, d in enumerate(days)}
    return {**columns, "": max(columns.values(), default=-1) + 1}


def headings(columns: dict[str, int]) -> list[tuple[str, int]]:
    """Name each column by its first day."""
    named: dict[int, str] = {}
    for day, n in sorted(columns.items(), key=lambda item: item[0] or "9"):
        named.setdefault(n, " ".join(day_in_words(day).split()[:2]) if day else "no date")
    return [(name, n) for n, name in named.items()]


def tree(pile: Pile, one: Lineage, columns: dict[str, int], y: int) -> Tree:
    """Draw one family: the root on its day, the pages on theirs, one below the other where a day has several."""
    root = pile.documents.get(one.origin or "")
    members = sorted((pile.documents[m] for m in one.members if m != one.origin and m in pile.documents),
                     key=lambda d: (d.published or "9", d.external_id))  # fmt: skip
    name = one.origin_name or (pile.page(root.doc_id) if root else "not named")
    at = x_of(root, columns) if root else LEFT - 8
    node = Node(at, y, root is not None, root.kind if root else "absent", title(root) if root else f"{name}, not among the pages",
                anchor(root.doc_id) if root else "")  # fmt: skip
    taken: dict[int, int] = {at: 1}
    pages = []
    for d in members:
        x = x_of(d, columns)
        row = taken.get(x, 0)
        taken[x] = row + 1
        pages.append(Node(x, y + row * (ROW - 8), False, d.kind, title(d), anchor(d.doc_id)))
    return Tree(name, y, node, tuple(pages))


def x_of(d: Document, columns: dict[str, int]) -> int:
    """Give the place of a page's day."""
    return LEFT + STEP * columns[(d.published or "")[:10]] + STEP // 2


def title(d: Document) -> str:
    """Name a page for a tooltip."""
    return f"{d.outlet or d.external_id}, {d.published or 'no date'}: {d.title or d.external_id} ({d.kind})"
