"""Tell refusals, denials and annulments apart: three acts that are all coded as REJECT."""

from __future__ import annotations

from readout.stages.fuse.telling import Telling
from readout.text.stem import stem


def stems_of(words: str) -> frozenset[str]:
    """Give the stems of some words."""
    return frozenset(map(stem, words.split()))


ANNULLING = stems_of(
    "annul annulled annulment void voided nullify nullified quash overturn overturned invalidate strike struck throw threw thrown "
    "revoke revoked repeal repealed rescind rescinded"
)
DENYING = stems_of("deny denied denial refute refuted contradict contradicted repudiate disown untrue")
REFUSING = stems_of("refuse refused refusal decline declined turn turned spurn spurned veto vetoed rebuff")
# Who rejects a charge denies it, who rejects a demand refuses it.
EITHER = stems_of("reject rejected rejection dismiss dismissed")


def one_rejection(one: Telling, other: Telling) -> bool:
    """Tell whether two rejections can be one: what is annulled is not refused, what is denied neither."""
    if one.kind != "REJECT" or other.kind != "REJECT":
        return True
    ours, theirs = sort_of(one), sort_of(other)
    return not ours or not theirs or bool(ours & theirs)


def sort_of(told: Telling) -> frozenset[str]:
    """Give whether a rejection annuls, denies or refuses; nothing for other words."""
    words = frozenset(told.trigger.split())
    if told.event.type != "REJECT":
        return frozenset(("refuse",))  # refused to sign, an offer turned down
    sorts = {"annul": ANNULLING, "deny": DENYING | EITHER, "refuse": REFUSING | EITHER}
    return frozenset(name for name, stems in sorts.items() if words & stems)
