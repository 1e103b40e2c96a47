"""Read how a vote went: 61 votes to 48, 88–70, 98 in favour and 91 against."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from readout.text.quantities import Quantity

MAJORITY: Final = "votes of the majority"
MINORITY: Final = "votes of the minority"
SIDES: Final = frozenset((MAJORITY, MINORITY))
COUNTED: Final = frozenset(
    (None, "vote", "ballot", "member", "deputy", "delegate", "lawmaker", "senator", "councillor", "judge")
)
VOTING: Final = re.compile(
    r"\b(?:vot(?:e[sd]?|ing)|ballots?|motions?|bills?|resolution|parliament|assembly|house|chamber|council|committee|senate|"
    r"commission|deputies|lawmakers|senators|board|executive|congress|group|laws?|passed|carried|adopted|approved|rejected|ratified|"
    r"endorsed)\b",
    re.I,
)
TO: Final = re.compile(r"^ ?(?:votes? )?(?:to|against|[-–—]) ?$", re.I)
FOR: Final = re.compile(
    r"^(?: (?:votes?|members|deputies|lawmakers|senators))?(?: voted| cast)? (?:in favou?r|for)(?: of it| it)?"
    r"(?:,? (?:and|with|to)|,)? $",
    re.I,
)
AGAINST: Final = re.compile(r"^(?: (?:votes?|members|deputies|lawmakers|senators))?(?: voted| cast)? against\b", re.I)
FROM: Final = re.compile(
    r"\b(?:from|between|rose|fell|cut|grew|age[ds]?|rate|won|beat|game|match|score) (?:[\w-]+ ){0,2}$",
    re.I,
)
LEADS: Final = re.compile(r"(?:\b(?:by|vot(?:e[sd]?|ing)|of|with|was|passed|it)|[,(:])\s*$", re.I)


class Ballot(NamedTuple):
    """The two sides of one vote: how many were for what won, and how many were not."""

    more: Quantity
    fewer: Quantity


def ballots(sentence: str, offset: int, found: Sequence[Quantity]) -> Iterator[Ballot]:
    """Give the votes that a sentence tells with both sides; the quantities `found` are those in it, in text order, and the sentence
    begins at `offset`."""
    if not VOTING.search(sentence):
        return
    for a, b in pairwise(found):
        if is_side(a) and is_side(b) and a.value != b.value and opposed(sentence, offset, a, b):
            yield Ballot(*sorted((a, b), key=lambda q: -(q.value or 0)))


def is_side(q: Quantity) -> bool:
    """Tell whether a quantity can be the votes of a side."""
    counted = q.kind == "score" or (q.kind == "count" and q.unit in COUNTED)
    return counted and q.modifier == "exact" and q.value is not None and q.value == int(q.value)


def opposed(sentence: str, offset: int, a: Quantity, b: Quantity) -> bool:
    """Tell whether two quantities are set against each other as the sides of a vote."""
    before, between, behind = (
        sentence[: a.start - offset],
        sentence[a.end - offset : b.start - offset],
        sentence[b.end - offset :],
    )
    if FROM.search(before):
        return False
    if FOR.match(between) and AGAINST.match(behind):
        return True
    return bool(TO.match(between)) and (a.unit is not None or b.unit is not None or bool(LEADS.search(before)))
