"""Read two numbers together: between 40 and 60, 40-60, from 12 to 40, 12 of the 30, one in five."""

from __future__ import annotations

from typing import Final

from readout.text.lexemes import Tokens
from readout.text.number_words import SCALES
from readout.text.quantity_atoms import CODES, Atom, atom_at
from readout.text.quantity_nouns import counted
from readout.text.quantity_singles import Draft, Page, single
from readout.text.quantity_words import AROUND, CHANGES, CONTESTS

LOOK_BACK: Final = 6  # words before a number in which a contest or a change is looked for; ours
LEADS: Final = ("aged", "ages", "between", "from", "about", "around", "some")


def spread(page: Page, left: Atom) -> list[Draft]:
    """Read between 40 and 60, 40-60, 40 to 60; a change or a score is two quantities."""
    cut = page.cut
    right = other_end(cut, left)
    if right is None:
        return []
    before, near = cut.word(left.first - 1), nearby(cut, left.first)
    kind, unit = right.kind or left.kind, right.unit or left.unit
    left = left._replace(kind=left.kind or kind, unit=left.unit or unit)
    low, high = left.value * shared_scale(cut, left, right), right.value
    if before == "from" and not CHANGES.isdisjoint(near):
        return [single(page, left), single(page, right)]
    tells = cut.word(left.last) == "to" or cut.name(left.last) == "DASH"
    if kind is None and (low >= high or (tells and not CONTESTS.isdisjoint(near))):
        return [Draft(a.first, a.last, a.value, "score", None) for a in (left, right)]
    if low >= high:
        return []
    first = left.first - (before in ("between", "from"))
    whole = single(page, right._replace(first=first, kind=kind, unit=unit))
    if whole.unit is None and cut.name(left.last) == "DASH" and before not in LEADS:
        return [Draft(left.first, right.last, None, "code", None)]
    return [whole._replace(value=None, modifier="between", low=low, high=high)]


def other_end(cut: Tokens, left: Atom) -> Atom | None:
    """Give the number that a dash, "to", "or" or "and" joins to one before it."""
    link, before = left.last, cut.word(left.first - 1)
    sign = cut.name(link + 1) == "SIGN" or cut.word(link + 1) in CODES
    right = atom_at(cut, link + 1 + sign)
    joins = cut.name(link) in ("DASH", "LONGDASH") or cut.word(link) in ("to", "or")
    return right if joins or (cut.word(link) == "and" and before == "between") else None


def shared_scale(cut: Tokens, left: Atom, right: Atom) -> float:
    """Give the scale that the second number tells for both: two to three million are both millions."""
    told = (
        cut.words[right.last - 1 if right.kind is None else right.first].split()[-1] in SCALES or right.kind == "money"
    )
    if left.value >= 1000 or not told or left.kind not in (None, "money"):
        return 1.0
    words = cut.text[cut.starts[right.first] : cut.ends[right.last - 1]].lower().split()
    return max([SCALES[w] for w in words if w in SCALES], default=1.0)


def nearby(cut: Tokens, at: int) -> list[str]:
    """Give the words before a place in its clause."""
    first = max(0, at - LOOK_BACK)
    stops = [i for i in range(first, at) if cut.names[i] in ("DOT", "STOP", "SEMI", "BREAK", "COMMA")]
    return cut.words[stops[-1] + 1 if stops else first : at]


def of_whole(page: Page, atom: Atom) -> list[Draft]:
    """Read 12 of the 30 hostages, one in five: a part of a whole."""
    cut, at = page.cut, atom.last
    if atom.kind or at >= len(cut.words):
        return []
    if cut.words[at] == "in":
        return one_in(page, atom)
    link = at + 1 if cut.words[at] == "of" else at + 2 if cut.words[at : at + 2] == ["out", "of"] else len(cut.words)
    link += cut.word(link) in AROUND["articles"]
    whole = atom_at(cut, link)
    if whole is None or whole.kind or whole.value < atom.value:
        return []
    behind = single(page, whole)
    return [Draft(atom.first, atom.last, atom.value, "count", behind.unit, "part", atom.value, atom.value), behind]


def one_in(page: Page, atom: Atom) -> list[Draft]:
    """Read one in five children."""
    whole = atom_at(page.cut, atom.last + 1)
    if (
        whole is None
        or whole.kind
        or not 0 < atom.value < whole.value <= 1000
        or atom.last + 1 in page.dated
        or atom.value > 20
    ):
        return []
    noun = counted(page.cut, whole.last, whole.value, page.parsed)
    return [Draft(atom.first, whole.last, atom.value / whole.value, "fraction", None, "fraction").of(noun)]
