"""Laws of what makes an occurrence, whatever else speaks for or against it: what nobody tells as an act, what only stands in
somebody's own words and what only copies tell makes none; what befell people as a fact makes one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readout.stages.fuse.rows import latest_status
from readout.stages.fuse.telling import Telling
from readout.stages.fuse.themes import stems
from readout.text.acts import CALAMITY, REAL, SPOKEN
from readout.text.origins import Origins

# Statuses that say of nothing that it was, is or will be; alone they make no occurrence.
NOTHING = frozenset(("question", "hypothetical", "conditional", "negated", "proposed", "failed"))


def is_act(told: Sequence[Telling]) -> bool:
    """Tell whether anybody says of a group of events that it was, is or will be, or offers it."""
    if all(t.status in NOTHING for t in told):
        return any(t.offered for t in told)
    return latest_status(told) not in NOTHING


TOLL = frozenset(("deaths", "injuries"))


def befell(told: Sequence[Telling]) -> bool:
    """Tell whether a calamity, or an act in which people died or were hurt, is told as fact: that is news, whoever did it."""
    return any(t.status in REAL and (t.kind == CALAMITY or any(a.name in TOLL for a in t.event.attributes)) for t in told)


# Kinds of pages whose words are those of another page, reworded or not.
TAKEN_OVER = frozenset(("republication", "edited", "spun", "translated"))


@dataclass(frozen=True)
class Copies:
    """What each page is and what it shares with others."""

    kinds: Mapping[str, str]
    origins: Origins

    @property
    def pages(self) -> frozenset[str]:
        """The pages whose words are those of another."""
        return frozenset(page for page, kind in self.kinds.items() if kind in TAKEN_OVER)

    def reworded(self, told: Telling) -> bool:
        """Tell whether an event stands on a page that a machine rewrote or translated."""
        return self.kinds.get(told.event.doc_id) in ("spun", "translated")

    def alone(self, told: Sequence[Telling]) -> bool:
        """Tell whether only copies report a group, in a passage whose original in the pile reports no such act: the same words
        read otherwise, or a synonym a machine put in."""
        pages = {t.event.doc_id for t in told}
        return pages <= self.pages and all(self.from_original(t, pages) for t in told)

    def from_original(self, told: Telling, pages: set[str]) -> bool:
        """Tell whether the words of an event stand in a passage shared with a page that is no copy."""
        partners = self.origins.partners((told.event.doc_id, told.event.start, told.event.end)) - pages
        return any(self.kinds.get(p) not in TAKEN_OVER for p in partners)


CLOSED_BY = {"“": "”", '"': '"', "„": "“”", "«": "»", "‘": "’"}  # marks that open, and what closes each


def only_spoken(told: Sequence[Telling]) -> bool:
    """Tell whether an act stands nowhere but in somebody's own words, on however many pages: "they closed the door" is a saying."""
    if any(t.status == "denied" or performed(t) or not inside_marks(t.sentence, t.words_of_trigger) for t in told):
        return False
    first, *others = (quoted(t.sentence, t.words_of_trigger) for t in told)
    return all(2 * len(first & words) >= min(len(first), len(words)) for words in others)


def quoted(sentence: str, words: str) -> frozenset[str]:
    """Give the stems of what stands between the marks around some words of a sentence."""
    at = max(0, sentence.find(words))
    start = max(sentence.rfind(m, 0, at) for m in CLOSED_BY) + 1
    end = min((n for m in "”\"“»" if (n := sentence.find(m, at)) >= 0), default=len(sentence))
    return stems(sentence[start:end])


def performed(told: Telling) -> bool:
    """Tell whether who speaks does by these words what they say: we demand, we shall not go."""
    ourselves = {p.text.lower() for p in told.event.actors} & {"we", "i"}
    return bool(ourselves) and told.kind in ("REQUEST", "THREATEN", "REJECT", "AGREE") and any(p.entity for p in told.actors)


def inside_marks(sentence: str, words: str) -> bool:
    """Tell whether words of a sentence stand between quotation marks of it."""
    at, opened = max(0, sentence.find(words)), ""
    for i, mark in enumerate(sentence[:at]):
        if opened:
            apostrophe = mark == "’" and sentence[i + 1 : i + 2].isalpha()
            opened = "" if mark in CLOSED_BY[opened] and not apostrophe else opened
        elif mark in CLOSED_BY:
            opened = mark
    return bool(opened)


def only_charged(told: Sequence[Telling], others: Sequence[Sequence[Telling]]) -> bool:
    """Tell whether nobody speaks of words or refusals but those who charge somebody with them: then the charge is what happened."""
    charges = {t.event.sentence_id for mine in others for t in mine if t.kind == "ACCUSE" and t.status in REAL and mine is not told}
    return all(t.status == "reported" and t.kind in SPOKEN and t.event.sentence_id in charges for t in told)


def only_denied(told: Sequence[Telling], others: Sequence[Sequence[Telling]]) -> bool:
    """Tell whether nobody speaks of an act but those who deny it: then the denial is what happened."""
    denials = {
        t.event.sentence_id
        for mine in others
        for t in mine
        if t.kind == "REJECT" and t.status in REAL and mine is not told
    }
    return all(t.status == "denied" and t.event.sentence_id in denials for t in told)
