"""Say which act in the world an event reports: who demands that someone withdraw has demanded; nobody has withdrawn."""

from __future__ import annotations

from typing import NamedTuple

from readout.records import Event, Status

CALAMITY = "CALAMITY"  # what stands for the type of a flood or crash, which has none
HOSTILE = frozenset(("ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "ACCUSE", "THREATEN", "REJECT"))
# Acts of words: a day ahead in them is that of what is asked, promised or threatened.
SPOKEN = frozenset(("REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT"))
MEETING = frozenset(("CONSULT",))
REAL = frozenset(("happened", "ongoing", "historical", "reported"))
UNREAL = frozenset(("cancelled", "negated", "refused", "failed"))
# Who promises has promised, who threatens has threatened, whatever becomes of it. Lemmas of verbs and nouns; general English.
PROMISING = frozenset((
    "promise", "pledge", "vow", "undertake", "undertaking", "commit", "commitment", "agree", "agreement", "guarantee", "assure",
    "assurance", "swear", "deal", "accord", "pact", "consent",
))  # fmt: skip
THREATENING = frozenset(("threaten", "threat", "vow", "warn", "warning", "ultimatum", "menace"))
ASKING = frozenset((
    "demand", "urge", "ask", "request", "call", "appeal", "press", "push", "petition", "insist", "want", "beg", "plead", "order",
    "tell", "require", "insistence", "plea",
))  # fmt: skip


class Act(NamedTuple):
    """The type and status of what happened in the world."""

    kind: str
    status: Status


def act_of(event: Event, written: int | None, first: int | None) -> Act:
    """Turn what is asked, promised, threatened or refused into the asking, promising, threatening or refusing.

    A plain plan stays the act it plans; what is dated after the page was written has not happened yet.
    """
    kind, status, holder = event.type or CALAMITY, event.status, event.holder or ""
    if (
        status == "proposed"
        and event.coded_type == "REQUEST"
        and (kind not in MEETING or holder in ASKING - {"invite"})
    ):
        return Act("REQUEST", "happened")
    if status == "refused" and (event.coded_type == "REJECT" or kind == "REQUEST"):
        return Act("REJECT", "happened")
    if status in ("planned", "conditional", "threatened"):
        if kind in HOSTILE and (status == "threatened" or holder in THREATENING):
            return Act("THREATEN", "happened")
        inquiry = kind == "ACCUSE" and event.mode == "investigate"
        peaceful = inquiry or kind not in HOSTILE | MEETING | {CALAMITY}
        if peaceful and status == "planned" and holder in PROMISING:
            return Act("AGREE", "happened")
    if status in ("happened", "ongoing") and kind not in SPOKEN and ahead(written, first):
        return Act(kind, "planned")
    return Act(kind, status)


def ahead(written: int | None, first: int | None) -> bool:
    """Tell whether a day lies after the day of writing."""
    return written is not None and first is not None and first > written


def own_days(act: Act, days: tuple[int, int] | None, written: int | None) -> tuple[int, int] | None:
    """Give the days of the act itself: none where the day told is that of what is asked, promised or threatened."""
    if days and act.kind in SPOKEN and (written is None or days[1] > written) and act.status in REAL:
        return None if ahead(written, days[0]) else days
    return days
