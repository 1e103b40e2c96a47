"""Judge which groups of events are worth a row: acts of parties one can name, told as done, planned, called off or denied."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readout.stages.fuse.calamities import telling
from readout.stages.fuse.rows import latest_status
from readout.stages.fuse.telling import Telling
from readout.text.acts import CALAMITY, REAL, SPOKEN
from readout.text.origins import Origins
from readout.text.stem import stem

# Statuses that say of nothing that it was, is or will be; alone they make no occurrence.
NOTHING = frozenset(("question", "hypothetical", "conditional", "negated", "proposed", "failed"))
NUMBERS = frozenset(
    ("deaths", "injuries", "arrests", "participants", "duration_minutes")
)  # what makes an act news without names


def listed(words: str) -> frozenset[str]:
    """Give the stems of some words."""
    return frozenset(stem(w) for w in words.split())


SPEAKING = frozenset(("CONSULT", "SUPPORT", "REQUEST"))  # types whose words also stand for talk with a reporter
TALK = listed("spoke speak told tell advise talk describe said say quote converse office chat term dub refer instruct")
CROWDS = frozenset(("PROTEST", "ASSAULT", "AGREE", "MOBILIZE"))  # acts that are news without a name; ours
NAMING = listed("call describe term brand label dub")
DEEDS = frozenset(("CONCEDE", "RETREAT", "AID", "SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"))
SEVERAL = 3  # pages that tell an act of nobody's, from which it is news all the same; ours
OFF = frozenset(("cancelled", "postponed"))
FREED = "release"
MILD = listed("ask want wish hope suggest propose invite seek") | frozenset(("ask", "want", "invite", "suggest", "propose"))
INVITATION = stem("invitation")
CALL = stem("call")  # who calls something by a name calls nobody
# Who would not say, comment or answer has refused nothing that anyone asked for.
SILENT = listed("comment say said answer speak elaborate discuss confirm disclose talk")
WITHOUT_ADDRESSEE = frozenset(("apology", stem("apologise"), stem("apologize"), "regret"))
AT_LAW = frozenset(("investigate", "allege"))
PRONOUNS = frozenset((
    "they", "we", "it", "he", "she", "them", "us", "him", "her", "you", "i", "this", "that", "these", "those", "who", "which",
    "one", "some", "others",
))  # fmt: skip


def worth(told: Sequence[Telling]) -> bool:
    """Tell whether a group of events makes an occurrence."""
    if all(t.status in NOTHING for t in told) or latest_status(told) in NOTHING:
        return False
    if any(t.kind == CALAMITY for t in told):
        return any(t.status in REAL and telling(t) for t in told)
    if any(t.status in REAL and NUMBERS & {a.name for a in t.event.attributes} for t in told):
        return True
    if any(ahead(t) for t in told) or (pages_of(told) >= SEVERAL and all(t.kind in DEEDS for t in told)):
        return True
    if all(loose(t) for t in told):
        return dated_by_several(told) or any(scene(t) for t in told)
    if all(aimless(t) for t in told) and pages_of(told) == 1:
        return False
    if any(FREED in t.families and t.recipients and t.past and t.days for t in told):
        return True
    if pages_of(told) == 1 and all(mild(t) for t in told):
        return False
    known = any(p.entity for t in told for p in (*t.parties, *t.implied, *(t.answered if t.kind == "REJECT" else ())))
    if not known and all(t.definite and t.kind in SPOKEN for t in told):
        return False  # the accord, the demand: told elsewhere
    if not known and all(p.key in PRONOUNS for t in told for p in t.parties):
        return False
    return known or (len({t.event.doc_id for t in told}) > 1 and bool(any(t.days or t.place for t in told)))


def ahead(told: Telling) -> bool:
    """Tell whether a meeting is fixed for a stated day, put off or called off, whoever is to come: a service held on Sunday."""
    fixed = told.kind == "CONSULT" and told.status in ("planned", *OFF)
    return fixed and told.days is not None and told.event.date_basis in ("stated", "relative")


def pages_of(told: Sequence[Telling]) -> int:
    """Count the pages that tell a group."""
    return len({t.event.doc_id for t in told})


def mild(told: Telling) -> bool:
    """Tell whether somebody who speaks for no country asks or wants something of nobody one can name: he wants to be paid."""
    words = set(told.trigger.split()) | {told.event.holder or ""}
    sides = any(p.bare for p in told.parties) or any(p.entity and not p.place for p in told.recipients)
    return told.kind == "REQUEST" and bool(words & MILD) and not sides


def dated_by_several(told: Sequence[Telling]) -> bool:
    """Tell whether several pages date an act that nobody is named for: the strike of 2016."""
    stated = [t for t in told if t.days and t.event.date_basis in ("stated", "relative") and t.kind in CROWDS]
    return len({t.event.doc_id for t in stated}) > 1


def scene(told: Telling) -> bool:
    """Tell whether an act of force is told with its own day and place, whoever did it: an attack on the airfield on Saturday."""
    stated = told.days is not None and told.event.date_basis in ("stated", "relative")
    return told.kind in ("ASSAULT", "PROTEST") and told.status in REAL and stated and bool(told.place)


def loose(told: Telling) -> bool:
    """Tell whether an event is talk about something else: nobody acted on in speech, or nobody known who acts at all."""
    talk = (told.trigger in TALK and told.words_of_trigger.lower() != "talks") or (told.trigger == CALL and told.kind == "CONSULT")
    if told.event.type in SPEAKING and talk and not two_sides(told):
        return True
    if told.kind == "REQUEST" and told.trigger == INVITATION and told.definite:
        return True  # at the invitation of: that of a visit
    if told.kind == "REJECT" and told.trigger in SILENT and not two_sides(told):
        return True
    if told.kind in CROWDS and told.status in OFF and (told.days or told.place):
        return False  # the rally planned for Sunday, called off
    doing = any(p.entity for p in (*told.actors, *told.implied))
    if told.kind == "RETREAT" and doing and any(p.entity for p in told.recipients):
        return False  # who lets go whom
    if FREED in told.families and told.kind in ("RETREAT", "CONCEDE") and told.recipients:
        return not (told.status in REAL and told.past)  # 31 of them were let go
    nobody = not told.actors and not told.implied and not any(p.entity for p in told.recipients)
    return told.kind != "CONSULT" and nobody


def aimless(told: Telling) -> bool:
    """Tell whether an event praises or blames and nobody, or only a pronoun's thing, is praised or blamed."""
    if told.kind not in ("SUPPORT", "ACCUSE") or told.trigger in WITHOUT_ADDRESSEE or told.event.mode in AT_LAW:
        return False
    if told.kind == "ACCUSE" and told.trigger in NAMING:
        return not any(p.entity or p.country for p in told.recipients)  # who calls a speech reckless comments on it
    return not told.recipients


def two_sides(told: Telling) -> bool:
    """Tell whether two parties are known by name."""
    return len({p.key for p in told.parties if p.entity and not p.outlet}) > 1


# Kinds of pages whose words are those of another page, reworded or not.
TAKEN_OVER = frozenset(("republication", "edited", "spun", "translated"))


@dataclass(frozen=True)
class Copies:
    """What each page is and what it shares with others."""

    kinds: Mapping[str, str]
    origins: Origins

    def reworded(self, told: Telling) -> bool:
        """Tell whether an event stands on a page that a machine rewrote or translated."""
        return self.kinds.get(told.event.doc_id) in ("spun", "translated")

    def alone(self, told: Sequence[Telling]) -> bool:
        """Tell whether only copies report a group, in a passage whose original in the pile reports no such act: the same words
        read otherwise, or a synonym a machine put in."""
        pages = {t.event.doc_id for t in told}
        return all(self.kinds.get(p) in TAKEN_OVER for p in pages) and all(self.from_original(t, pages) for t in told)

    def from_original(self, told: Telling, pages: set[str]) -> bool:
        """Tell whether the words of an event stand in a passage shared with a page that is no copy."""
        partners = self.origins.partners((told.event.doc_id, told.event.start, told.event.end)) - pages
        return any(self.kinds.get(p) not in TAKEN_OVER for p in partners)


WORD = re.compile(r"[^\W\d_]{3,}")
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
    return listed(" ".join(WORD.findall(sentence[start:end].lower())))


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
