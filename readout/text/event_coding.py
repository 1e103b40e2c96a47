"""The status table: from an act and its status to the type that analysts count, and types to quads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from readout.records import Status

QUADS: Final[Mapping[str, int]] = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 2, "RETREAT": 2, "COOPERATE": 2, "AID": 2, "YIELD": 2,
    "ACCUSE": 3, "REJECT": 3, "REQUEST": 3, "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4,
    "ASSAULT": 4,
}  # fmt: skip
COOPERATIVE: Final = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "AGREE"})
YIELDING: Final = frozenset({"CONCEDE", "RETREAT"})
FORCEFUL: Final = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
CARRIED_OUT: Final = frozenset({"ASSAULT", "PROTEST"})  # an attempt at these is one: an attack that failed was made
REAL: Final = frozenset({"happened", "ongoing", "historical"})
NO_EVENT: Final = frozenset({"hypothetical", "question", "negated", "denied"})


def class_of(kind: str) -> str:
    """Cooperative, yielding or hostile."""
    return "cooperative" if kind in COOPERATIVE else "yielding" if kind in YIELDING else "hostile"


def coded(kind: str, status: Status, *, by_party: bool = True, foiled: bool = False, aim: bool = False) -> str | None:
    """The type after the status table; null where it is no event.

    `by_party`: a party's own will stands behind it; `foiled`: the attempt was stopped; `aim`: only a purpose.
    """
    if status in REAL:
        return kind
    if status in NO_EVENT or aim:
        return None
    if status in ("planned", "conditional", "threatened"):
        return announced(kind, status) if by_party else None
    if status == "proposed":
        return "REQUEST" if by_party else None
    if status == "refused":
        return "REJECT" if class_of(kind) != "hostile" else None
    if status == "cancelled":
        return called_off(kind) if by_party else None
    if status == "failed":
        return kind if kind in CARRIED_OUT and not foiled else None
    return None  # postponed; reported: the act is kept, the accusation is an event of its own


def announced(kind: str, status: Status) -> str | None:
    """What an act that a party only announces counts as."""
    if status == "threatened":
        return "THREATEN"  # a threat to resign or to recognise somebody, too
    if kind in YIELDING:
        return "CONCEDE"
    if kind in COOPERATIVE:
        return "AGREE"
    if kind in ("REJECT", "REQUEST"):
        return kind if status == "planned" else None
    return "THREATEN"


def called_off(kind: str) -> str | None:
    """What an act that a party calls off counts as."""
    if kind == "CONSULT" or kind in YIELDING:
        return "REJECT"
    if kind in COOPERATIVE:
        return "SANCTION"
    return "RETREAT" if kind in FORCEFUL else "CONCEDE" if kind == "THREATEN" else None


def quad_of(kind: str | None) -> int | None:
    """The quad class of a type; null where there is no event."""
    return QUADS.get(kind) if kind else None


def type15(kind: str) -> str:
    """The type in the set where CONCEDE and RETREAT are one."""
    return "YIELD" if kind in YIELDING else kind
