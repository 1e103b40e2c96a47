"""Say how each telling of an act stands: planned, done, called off, denied; and on which day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from readout.records import Event, Evidence, Occurrence
from readout.stages.weigh.values import Pages, Said, day_number, stems
from readout.text.acts import act_of
from readout.text.day_bases import by_text

# "They had not met since 2022" tells of a meeting: what is negated is bounded by a time.
NEVER = re.compile(r"\b(?:not|never|no|nobody|n[’']t|neither|nor|without)\b[^.;]{0,40}$", re.I)
BOUNDED = re.compile(r"^[^.;]{0,60}\b(?:since|until|before|(?:for|in) (?:\w+ )?(?:years|decades|months|ages))\b", re.I)
WITHOUT = re.compile(r"\bwithout (?:(?:the|a|an|any|its|their|his|her) )?(?:[\w-]+ ){0,2}$", re.I)
NOT_TO_BE = re.compile(
    r"\b(?:(?:will|would) (?:not|never)|won[’']t|(?:will|would) be no|(?:is|are|was|were) not to)\b[^.;]{0,40}$", re.I
)
NOT_HELD = re.compile(
    r"^[^.;:]{0,60}?\b(?:(?:would|will) not (?:now )?(?:take place|go ahead|happen|be held|come about)|"
    r"(?:is|was|has been|had been|were|have been) (?:now )?(?:off|called off|cancelled|canceled|scrapped|"
    r"dropped))\b",
    re.I,
)
UNSEEN = re.compile(
    r"\b(?:none|no|not|never|nobody|nothing)\b[^.;]{0,40}\b(?:seen|saw|heard|known|knew|aware|told|informed|"
    r"notic\w+|anything|involved)\b",
    re.I,
)
HELD = frozenset(("CONSULT", "PROTEST", "COOPERATE", "MOBILIZE"))  # acts that are held, or are not


def told_status(event: Event, status: str, sentence: str, at: int) -> str | None:
    """Give the status that the words around an event tell; null where they deny something else: no meeting since 2019, none of
    them had seen the raid."""
    before, behind = sentence[:at], sentence[at:]
    if status in ("negated", "denied") and (
        (NEVER.search(before) and BOUNDED.match(behind)) or UNSEEN.search(before[-100:])
    ):
        return None
    if status in DONE and WITHOUT.search(before):
        return "negated"
    if event.type in HELD and status in ("planned", "proposed", "happened") and NOT_HELD.match(behind):
        return "cancelled"
    return "cancelled" if status == "negated" and event.type in HELD and NOT_TO_BE.search(before) else status


DONE = frozenset(("happened", "ongoing", "reported"))
LONG_BEFORE = 14  # days between the day of what came to nothing and that of what was done from which they are two; ours


def of_another(event: Event, occurrence: Occurrence) -> bool:
    """Tell whether what was called off or denied was set for long before the day on which the act was done: the talks of May are
    not the ones called off in March."""
    if event.status not in ("cancelled", "denied", "negated") or occurrence.status not in DONE:
        return False
    ended, begun = day_number(event.date_end or event.date_start), day_number(occurrence.date_start)
    told = by_text(event.date_basis)
    return told and ended is not None and begun is not None and ended + LONG_BEFORE < begun


# Whom a page names that only passes on what others say: media in the capital report that …
PRESS = re.compile(r"\b(?:media|press|newspapers?|broadcasters?|outlets|reports?|rumou?rs?|claims?|allegations?)\b", re.I)


def witnesses(said: Iterable[Said], pages: Pages) -> list[Said]:
    """Leave out what a page tells as done only to deny it: what the press is said to report, or anything that others say where
    the one who denies it is whose page it is."""
    listed = list(said)
    denials = [s for s in listed if s.property == "status" and s.value == "denied"]
    return [s for s in listed if not any(quoted_to_deny(s, d, pages) for d in denials)]


def quoted_to_deny(said: Said, denial: Said, pages: Pages) -> bool:
    """Tell whether a value is of a page that passes on what others say and denies it."""
    if said.property != "status" or said.value not in DONE or said.evidence.doc_id != denial.evidence.doc_id or not said.giver:
        return False
    outlet = pages.documents[said.evidence.doc_id].outlet or ""
    speaks = len({*NAME.findall(outlet)} & {*NAME.findall(denial.giver or "")}) >= SPEAKS
    return bool(PRESS.search(said.giver)) or (speaks and said.giver != denial.giver)


NAME = re.compile(r"\b[A-Z]\w+")
SPEAKS = 2  # words of its name by which an outlet is the body that speaks; ours


def circumstances(event: Event, pages: Pages) -> Iterator[Said]:
    """Give an event's status and stated day as values; the words that tell are those of the trigger."""
    evidence, document = Evidence(event.doc_id, event.start, event.end), pages.documents[event.doc_id]
    own, giver = pages.of(evidence), pages.giver(evidence)
    status = act_of(event, day_number(document.published), day_number(event.date_start)).status
    sentence, offset = pages.around(event)
    shown_as = told_status(event, status, sentence, event.start - offset)
    words = stems(document.text[event.start : event.end])
    if shown_as:
        yield Said(
            "status",
            shown_as,
            None,
            None,
            False,
            words,
            evidence,
            own,
            document.published,
            giver.key,
            giver=giver.words,
        )
    told = event.date_precision == "day" or (event.date_precision == "month" and status == "planned")
    if event.date_start and by_text(event.date_basis) and told:
        end = event.date_end or event.date_start
        value = event.date_start if end == event.date_start else f"{event.date_start}/{end}"
        planned = "planned" if status in ("planned", "postponed", "proposed") else "happened"
        yield Said("date", value, planned, None, False, frozenset((value,)), evidence, own, document.published, None)
