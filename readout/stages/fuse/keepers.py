"""Say who holds people of whom it is only told that they were taken, held or let go, and who calls a march of which it is only told
that it was called."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from readout.records import Event, Word
from readout.stages.fuse.telling import Party, People, Telling
from readout.text.acts import REAL
from readout.text.event_tree import listed
from readout.text.stem import stem

HELD = frozenset(("COERCE", "RETREAT", "CONCEDE", "ASSAULT"))
KEEPING = frozenset(("arrest", "release", "abduct", "hostage"))
# Words of men who carry somebody off, not of an arrest by right.
BY_FORCE = re.compile(r"\b(?:abduct|kidnap|hostage|seiz|captur|nab|hijack|drag)", re.I)
# People whom a state holds, and whom nobody else frees.
OF_STATE = frozenset(map(stem, listed("prisoner inmate detainee convict suspect internee")))
BAIL = re.compile(r"\b(?:on|paid|posted|granted) (?:\w+ )?bail\b|\bby (?:a|the) (?:court|judge)\b", re.I)
ANYBODY = frozenset(map(stem, listed("people person man woman those them they other member group")))


@dataclass
class Keeper:
    """One who holds people in a story, the words for whom, and the pages that tell it."""

    party: Party
    words: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)
    pages: set[str] = field(default_factory=set)
    took: bool = False  # told to have taken or to hold somebody, not only to let go


def kept(told: Sequence[Telling]) -> list[Telling]:
    """Add who holds people, in acts of taking, holding and letting go that name nobody who does it, where the story tells."""
    keepers: dict[str, dict[str, Keeper]] = defaultdict(dict)
    for t in told:
        if keeping(t) and t.status in REAL:
            for p in (*t.actors, *t.implied):
                if p.entity and not p.person and not p.place:
                    one = keepers[t.story].setdefault("COP" if p.force == "COP" else p.key, Keeper(p))
                    one.words |= {w for q in t.recipients for w in q.words} - ANYBODY
                    one.keys |= {q.key for q in t.recipients if q.entity}
                    one.pages.add(t.event.doc_id)
                    one.took |= t.kind in ("COERCE", "ASSAULT") or p.force == "COP"
    return [by(t, [k for k in keepers[t.story].values() if k.took]) if open_act(t) else t for t in told]


def keeping(told: Telling) -> bool:
    """Tell whether an act takes, holds or lets go people."""
    return told.kind in HELD and (told.event.mode in KEEPING or (told.kind == "RETREAT" and "release" in told.families))


def open_act(told: Telling) -> bool:
    """Tell whether an act of holding that took place names nobody who did it."""
    named = any(p.entity for p in (*told.actors, *told.implied))
    return (
        keeping(told) and told.status in REAL and not named and bool(told.recipients) and not BAIL.search(told.sentence)
    )


def by(told: Telling, keepers: Sequence[Keeper]) -> Telling:
    """Take the one who holds those acted on, by the words for them, else the only one who holds anybody in the story."""
    words, keys = {w for p in told.recipients for w in p.words}, {p.key for p in told.recipients}
    forced = bool(BY_FORCE.search(told.words_of_trigger)) or told.event.mode == "abduct"
    fitting = [k for k in keepers if not (forced and k.party.force == "COP")]
    if words & OF_STATE:
        fitting = [k for k in fitting if k.party.force == "COP" or k.party.bare or k.words & words or k.keys & keys]
    same = [k for k in fitting if k.words & words or k.keys & keys]
    only = [k for k in fitting if len(keepers) == 1 and (len(k.pages) > 1 or told.event.doc_id in k.pages)]
    police = [k for k in fitting if k.party.force == "COP" and len(k.pages) > 1]
    found = same or only or police
    return replace(told, implied=(found[0].party,)) if len(found) == 1 else told


CALLED = frozenset(("PROTEST", "CONSULT", "MOBILIZE"))
CALLING = listed(
    "plan call organise organize announce schedule stage convene arrange hold threaten prepare propose lead initiate"
)
SUBJECTS = ("nsubj", "obl:agent")


def organiser(event: Event, words: Sequence[Word], text: str, known: People) -> Party | None:
    """Give who plans or calls what a noun tells, by the clause that describes it: the march that Roe had called for."""
    at = next(
        (i for i, w in enumerate(words) if event.start <= w.start < event.end and w.upos in ("NOUN", "PROPN")), None
    )
    if at is None or event.type not in CALLED:
        return None
    for i, w in enumerate(words):
        if w.head != at or not w.deprel.startswith("acl") or w.lemma.lower() not in CALLING:
            continue
        for k, s in enumerate(words):
            if s.head == i and s.deprel in SUBJECTS and s.upos in ("NOUN", "PROPN"):
                return named_at_end(words, k, text, known)
    return None


def named_at_end(words: Sequence[Word], at: int, text: str, known: People) -> Party | None:
    """Give who a noun phrase names, by all its words or the last of them: the pressure group Clean Coast."""
    beside = ("compound", "flat", "appos")
    inside = [w for i, w in enumerate(words) if i == at or (w.head == at and w.deprel.split(":")[0] in beside)]
    first, last = min(w.start for w in inside), max(w.end for w in inside)
    plain = text[first:last].split()
    found = (known.named(" ".join(plain[n:])) for n in range(len(plain)))
    return next((p for p in found if p), None)
