"""Signs by which a line of the sheet is judged worth one: who it is between, how widely and in what sentence it is told."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readout.records import Event, Relation
from readout.stages.relate.acts import contents
from readout.stages.relate.mains import is_main
from readout.stages.relate.parties import sided
from readout.stages.relate.pile import Pile
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


@dataclass(frozen=True)
class Background:
    """What signs are read against: the stems of the headlines and the events of each page that are part of an occurrence."""

    titles: frozenset[str]
    events: Mapping[str, Sequence[Event]]


def background(pile: Pile, events: Mapping[str, Sequence[Event]]) -> Background:
    """Index the headlines."""
    return Background(frozenset(s for d in pile.documents.values() for s in contents(d.title or "")), events)


def signs(pile: Pile, known: Background, one: Relation) -> dict[str, float]:
    """Give the signs of one line, each a number around 0 to 2."""
    categories = {f"is_{c}": float(one.category == c) for c in ("channel", "commitment", "incident", "position")}
    stated = {"is_stated": float(one.category == "position" and (one.status or "").split(";")[0] == "stated")}
    return categories | stated | of_parties(pile, one) | of_words(known, one) | of_telling(pile, known, one)


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
    }


def of_telling(pile: Pile, known: Background, one: Relation) -> dict[str, float]:
    """Say how many pages that no machine reworded tell a line, and how many of the acts its words tell are what their sentence is
    about."""
    own = sum(not pile.reworded(d) for d in {e.doc_id for e in one.evidence})
    told = [e for at in one.evidence for e in known.events.get(at.doc_id, ()) if at.start < e.end and e.start < at.end]
    return {
        "pages": math.log2(max(1.0, own * PILE / min(PILE, max(1, len(pile.documents))))),
        "main_act": sum(is_main(pile, e) for e in told) / max(1, len(told)),
    }
