"""Say who must have acted where a telling names no doer: the authority that tells of its own arrests, the two sides of a treaty,
who denies a deed, who turns an offer down."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from readout.records import Word
from readout.stages.fuse.keepers import kept
from readout.stages.fuse.telling import MUTUAL, Involved, Party, People, Telling
from readout.text.acts import REAL
from readout.text.both_sides import two_sides

KEEPING = frozenset(("arrest", "release"))  # families of deeds of those who hold people and let them go
HELD = frozenset(("COERCE", "RETREAT", "CONCEDE"))
AUTHORITY = re.compile(
    r"\b(?:police|court|prosecutors?|prosecution|ministry|army|navy|guards?|customs|government|authorities)\b", re.I
)
# Words of men who carry somebody off, not of an arrest by right.
BY_FORCE = re.compile(r"\b(?:abduct|kidnap|hostage|seiz|captur|nab|hijack)", re.I)
PAIRED = re.compile(r"\b(?:their|both|each other|one another|neighbou?rs|the two)\b", re.I)
ROUND = re.compile(r"\b(?:round|talks|negotiations)\b", re.I)
BINDING = frozenset(("AGREE", "COOPERATE"))
SUBJECTS, AGENTS = ("nsubj",), ("obl:agent", "obl")


def done_by(told: Iterable[Telling], known: People, involved: Involved) -> list[Telling]:
    """Add whom nobody names as doer but the story tells."""
    listed = list(told)
    denying = {t.event.sentence_id: t for t in listed if t.kind == "REJECT" and t.status in REAL}
    made = [
        denied_by(said_by_authority(for_country(t, known), known, involved), denying.get(t.event.sentence_id), known)
        for t in (two_sided(t, known) for t in listed)
    ]
    return on_their_way(kept(made))


def open_act(told: Telling) -> bool:
    """Tell whether an arrest or a release that took place names nobody who did it."""
    keeping = told.event.mode in KEEPING and told.kind in HELD and told.status in REAL
    return keeping and not any(p.entity for p in (*told.actors, *told.implied))


def said_by_authority(told: Telling, known: People, involved: Involved) -> Telling:
    """Take the police who say that people were arrested for those who arrested them."""
    speaker = involved.get((told.event.attributed_to or "", "speaker", 0))
    if not open_act(told) or not speaker or BY_FORCE.search(told.words_of_trigger):
        return told
    body = known.body(speaker.entity_id) if AUTHORITY.search(speaker.name or "") else None
    return replace(told, implied=(body,), admitted=True) if body else told


def denied_by(told: Telling, denial: Telling | None, known: People) -> Telling:
    """Take who denies a deed that nobody else is named for as denying what they are said to have done, their country where they
    speak for one."""
    if told.status != "denied" or denial is None or told.kind in MUTUAL or any(p.entity for p in told.actors):
        return told
    sides = [known.side(p) for p in denial.actors if p.entity]
    return replace(told, implied=tuple(dict.fromkeys(sides)))


def on_their_way(told: Sequence[Telling]) -> list[Telling]:
    """Take a visit of nobody's on a page that tells of one visitor for his: a visit to the yard has been cancelled."""
    visitors: dict[str, set[Party]] = defaultdict(set)
    for t in told:
        if t.kind == "CONSULT" and t.event.mode == "visit":
            visitors[t.event.doc_id] |= {p for p in t.actors if p.person}
    return [
        replace(t, implied=tuple(visitors[t.event.doc_id]))
        if t.kind == "CONSULT" and t.event.mode == "visit" and not t.actors and len(visitors[t.event.doc_id]) == 1
        else t
        for t in told
    ]


def two_sided(told: Telling, known: People) -> Telling:
    """Take "their treaty of 1987" for that of the two countries a page tells of."""
    if any(p.entity and not p.place and not p.generic for p in told.parties):
        return told
    bound = told.kind in BINDING and PAIRED.search(told.sentence)
    meeting = told.kind == "CONSULT" and told.days is not None and ROUND.search(told.words_of_trigger)
    if not bound and not meeting:
        return told
    codes = two_sides(known.acting, told.event.doc_id, clearly=True)
    sides = tuple(Party(known.countries[c], c, False, frozenset(), True, bare=True) for c in codes if c in known.countries)
    return replace(told, implied=sides) if len(sides) == 2 else told


def for_country(told: Telling, known: People) -> Telling:
    """Take what is done by one country to officials or ships of another, who are called by no name, as done to that country too."""
    ours = {p.country for p in told.actors} - {None}
    sides = [known.side(p) for p in told.recipients if p.generic and p.country and ours and p.country not in ours]
    return replace(told, answered=(*told.answered, *dict.fromkeys(sides)))


def refuser(words: Sequence[Word], holder: str, text: str) -> str | None:
    """Give the words for who turns something down, by the verb that says so: Norvia turned it down; rejected by Norvia."""
    verbs = [i for i, w in enumerate(words) if w.lemma.lower() == holder and w.upos == "VERB"]
    for verb in verbs:
        passive = any(w.head == verb and w.deprel in ("nsubj:pass", "aux:pass") for w in words)
        relations = AGENTS if passive else SUBJECTS
        for i, w in enumerate(words):
            by = not passive or any(c.head == i and c.lemma.lower() == "by" for c in words)
            if w.head == verb and w.deprel in relations and by:
                return phrase(words, i, text)
    return None


def phrase(words: Sequence[Word], at: int, text: str) -> str:
    """Give a noun with the names before it."""
    inside = [w for i, w in enumerate(words) if i == at or (w.head == at and w.deprel in ("compound", "flat", "nmod:poss"))]
    return text[min(w.start for w in inside) : max(w.end for w in inside)]
