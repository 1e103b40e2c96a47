"""Signs by which a line of the sheet is judged worth one: who it is between, how widely and in what sentence it is told."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readout.records import Event, Relation
from readout.stages.relate.acts import contents
from readout.stages.relate.mains import is_main
from readout.stages.relate.parties import sided
from readout.stages.relate.pile import Pile
from readout.stages.relate.weight import events_of, faint, named_there, takes_part, told_in
from readout.text.stem import stem

MANY = 4  # content words of a line from which more tell little more; ours
PILE = 10  # pages of the piles the weights were learned on: of a smaller pile each page counts for more; ours
PRONOUN = re.compile(r"\b(?:he|she|they|it|him|her|them|his|their|its|this|these|those)\b", re.I)
TELLING = re.compile(r"\b(?:said|says|told|according)\b", re.I)
DIARY = frozenset(map(stem, (
    "vote", "hearing", "meeting", "meet", "session", "talks", "strike", "visit", "summit", "election", "trial", "march", "deadline",
    "ceremony", "ruling", "decide", "decision", "report", "rally", "protest", "exercise", "round", "referendum", "signing", "hear",
    "congress", "inquiry", "launch", "inauguration", "reopen", "resume", "begin",
)))  # fmt: skip


# Of these signs each part of the sheet has its own weight beside the common one.
OWN = (
    "pages",
    "stretches",
    "reports",
    "named",
    "two_sides",
    "leading",
    "states",
    "dated",
    "contents",
    "main_act",
    "length",
    "in_titles",
    "heft",
)
PARTS = ("channel", "commitment", "incident", "position", "upcoming")
STATES = (
    "demand", "request", "refusal", "denial", "accusation", "threat", "proposal", "support", "promised", "agreed", "happened",
    "planned", "cancelled", "postponed", "ongoing", "historical",
)  # fmt: skip
TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
PRIVATE = 0.7  # what the word of a private person weighs less; ours
WEAK = {"denial": -0.5, "proposal": -0.5}  # what weighs less than a demand, a refusal or an accusation; ours
LONG = 300  # characters from which a longer line tells no more; ours
EARLY = 500  # characters from the head of a page in which the news stands; ours


@dataclass(frozen=True)
class Background:
    """What signs are read against: the stems of the headlines, the events of each page that are part of an occurrence, on how many
    pages the occurrence of an event is told, how many lines there are of each part."""

    titles: frozenset[str]
    events: Mapping[str, Sequence[Event]]
    reports: Mapping[str, int]
    parts: Mapping[str, int]


def background(pile: Pile, lines: Sequence[Relation]) -> Background:
    """Index the headlines, the events and the lines."""
    reports = {e.event_id: len({x.doc_id for x in told}) for told in pile.members.values() for e in told}
    titles = frozenset(s for d in pile.documents.values() for s in contents(d.title or ""))
    return Background(titles, events_of(pile), reports, Counter(r.category for r in lines))


def signs(pile: Pile, known: Background, one: Relation) -> dict[str, float]:
    """Give the signs of one line, each a number around 0 to 3."""
    state = (one.status or "").split(";")[0]
    made = {f"is_{c}": float(one.category == c) for c in PARTS}
    made |= {
        "is_stated": float(one.category == "position" and state == "stated"),
        "answered": float(";" in (one.status or "")),
    }
    made |= {f"status_{s}": float(state == s) for s in STATES} | {
        "of_the_part": math.log2(max(1, known.parts.get(one.category, 1)))
    }
    made |= of_parties(pile, one) | of_words(known, one) | of_telling(pile, known, one)
    return made | {f"{name}_of_{c}": made[name] * (one.category == c) for name in OWN for c in PARTS}


def of_parties(pile: Pile, one: Relation) -> dict[str, float]:
    """Say whom a line is between."""
    types = [pile.entities[p].type for p in one.parties if p in pile.entities]
    return {
        "two_sides": float(sided(pile, one.parties) > 1),
        "leading": min(2, sum(p in pile.leading for p in one.parties)) / 2,
        "states": min(2, types.count("country") + types.count("government")) / 2,
        "bodies": float("organisation" in types),
        "private": float(bool(types) and pile.private(one.parties[0])),
        "named": sum(called(pile, p, one.what) for p in one.parties) / max(1, len(one.parties)),
        "parties": float(min(3, len(one.parties))),
        "persons": float("person" in types),
        "places": float(any(pile.is_place(p) for p in one.parties)),
        "leading_share": sum(p in pile.leading for p in one.parties) / max(1, len(one.parties)),
        "faint": float(faint(pile, one)),
    }


def called(pile: Pile, party: str, words: str) -> bool:
    """Tell whether words hold a name of a party."""
    e = pile.entities.get(party)
    return e is not None and any(n.lower() in words.lower() for n in (e.name, *e.aliases, e.name.split()[-1]))


def of_words(known: Background, one: Relation) -> dict[str, float]:
    """Say what a line says and how."""
    told = contents(one.what)
    return {
        "contents": min(len(told), 2 * MANY) / MANY,
        "in_titles": len(told & known.titles) / max(1, len(told)),
        "starts_small": float(one.what[:1].islower()),
        "pronouns": min(2, len(PRONOUN.findall(one.what))) / 2,
        "said": float(bool(TELLING.search(one.what))),
        "diary": float(one.category == "upcoming" and bool(told & DIARY)),
        "dated": float(one.date is not None),
        "length": min(LONG, len(one.what)) / 100,
    }


def of_telling(pile: Pile, known: Background, one: Relation) -> dict[str, float]:
    """Say how many pages that no machine reworded tell a line, where on them, and what acts its words tell: whether they are what
    their sentence is about, of what types, on how many pages."""
    own = sum(not pile.reworded(d) for d in {e.doc_id for e in one.evidence})
    told = list(told_in(one, known.events))
    types = {e.type for e in told}
    return {
        "pages": math.log2(max(1.0, own * PILE / min(PILE, max(1, len(pile.documents))))),
        "stretches": math.log2(1 + len(one.evidence)),
        "reports": math.log2(1 + max((known.reports.get(e.event_id, 0) for e in told), default=0)),
        "main_act": sum(is_main(pile, e) for e in told) / max(1, len(told)),
        "no_act": float(not told), "calamity": float(None in types), **{f"type_{t}": float(t in types) for t in TYPES},
        "takes_part": float(takes_part(pile, one, known.events)), "named_there": float(named_there(pile, one, known.events)),
        "headline": float(any(pile.in_headline(e) for e in one.evidence[:3])),
        "early": float(any(e.start < EARLY for e in one.evidence)),
        "heft": heft(pile, one),
    }  # fmt: skip


def heft(pile: Pile, one: Relation) -> float:
    """Weigh a line: by the pages that tell it, machines' copies left out, by the sides it is between, by what it is."""
    pages = {e.doc_id for e in one.evidence}
    told = sum(not pile.reworded(d) for d in pages) + 0.1 * len(pages)
    sides = sum(1.0 for p in one.parties[:3] if p in pile.leading) * 0.5
    answered = 1.0 if ";" in (one.status or "") else 0.0
    nobody = 0.0 if any(not pile.is_place(p) for p in one.parties) else -0.5
    nobody -= PRIVATE if one.parties and pile.private(one.parties[0]) else 0.0
    return nobody + told + sides + answered + WEAK.get((one.status or "").split(";")[0], 0.0)
