"""Signs by which a line of the sheet is judged worth one: who it is between, how widely and where it is told, what it says."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readout.records import Event, Evidence, Parse, Relation
from readout.stages.relate.acts import contents, said_enough
from readout.stages.relate.mains import is_main
from readout.stages.relate.parties import sided
from readout.stages.relate.pile import Pile
from readout.tables import Table
from readout.text.stem import stem

STATES = (
    "demand", "accusation", "refusal", "proposal", "threat", "stated", "denial", "agreed", "promised", "held", "planned", "cancelled",
    "postponed", "happened", "denied",
)  # fmt: skip
LONG, MANY = 100.0, 4  # characters of a line, content words of it, from which more tell no more; ours
PRONOUN = re.compile(r"\b(?:he|she|they|it|him|her|them|his|their|its|this|these|those)\b", re.I)
FIGURE = re.compile(r"\d")
TELLING = re.compile(r"\b(?:said|says|told|according)\b", re.I)
DIARY = frozenset(map(stem, (
    "vote", "hearing", "meeting", "meet", "session", "talks", "strike", "visit", "summit", "election", "trial", "march", "deadline",
    "ceremony", "ruling", "decide", "decision", "report", "rally", "protest", "exercise", "round", "referendum", "signing", "hear",
    "congress", "inquiry", "launch", "inauguration", "reopen", "resume", "begin",
)))  # fmt: skip


@dataclass(frozen=True)
class Story:
    """What signs are read against: the sentences of each page, how many pages share each stem, the stems of the headlines."""

    sentences: Mapping[str, Sequence[Parse]]
    shared: Mapping[str, float]
    titles: frozenset[str]
    events: Mapping[str, Sequence[Event]]


def story_of(pile: Pile, parses: Table[Parse], events: Mapping[str, Sequence[Event]]) -> Story:
    """Index the pages."""
    sentences: dict[str, list[Parse]] = defaultdict(list)
    for p in parses:
        sentences[p.doc_id].append(p)
    pages: Counter[str] = Counter(s for d in pile.documents.values() for s in contents(d.text))
    shared = {s: n / max(1, len(pile.documents)) for s, n in pages.items()}
    titles = frozenset(s for d in pile.documents.values() for s in contents(d.title or ""))
    return Story(sentences, shared, titles, events)


def signs(pile: Pile, story: Story, one: Relation) -> dict[str, float]:
    """Give the signs of one line, each a number around 0 to 2."""
    status = (one.status or "").split(";")[0]
    found = {f"is {c}": float(one.category == c) for c in ("channel", "commitment", "incident", "position")}
    found |= {f"{s} {one.category}": 1.0 for s in STATES if status == s}
    return found | about_parties(pile, one) | about_telling(pile, story, one) | about_words(pile, story, one)


def about_parties(pile: Pile, one: Relation) -> dict[str, float]:
    """Say whom a line is between."""
    known = [pile.entities[p] for p in one.parties if p in pile.entities]
    types = Counter(e.type for e in known)
    officials = sum(e.entity_id in pile.officials for e in known if e.type == "person")
    return {
        "two parties": float(sided(pile, one.parties) > 1),
        "crowded": float(len(known) > 3),  # noqa: PLR2004  # more than any act is between
        "nobody": float(not known),
        "leading": min(2, sum(p in pile.leading for p in one.parties)) / 2,
        "states": min(2, types["country"] + types["government"]) / 2,
        "bodies": float(types["organisation"] > 0),
        "groups": float(types["group"] > 0),
        "private": float(bool(known) and pile.private(known[0].entity_id)),
        "officials": float(officials > 0),
        "named": sum(called(pile, p, one.what) for p in one.parties) / max(1, len(one.parties)),
    }


def called(pile: Pile, party: str, words: str) -> bool:
    """Tell whether words hold a name of a party."""
    e = pile.entities.get(party)
    return e is not None and any(n.lower() in words.lower() for n in (e.name, *e.aliases, e.name.split()[-1]))


def about_telling(pile: Pile, story: Story, one: Relation) -> dict[str, float]:
    """Say how widely, where, and in what sort of sentence a line is told."""
    pages = {e.doc_id for e in one.evidence}
    own = sum(not pile.reworded(d) for d in pages)
    told = [e for at in one.evidence for e in story.events.get(at.doc_id, ()) if at.start < e.end and e.start < at.end]
    places = [e.start / max(1, len(pile.documents[e.doc_id].text)) for e in one.evidence]
    return {
        "pages": math.log2(max(1, own)),
        "share of pages": own / max(1, len(pile.documents)),
        "high up": 1 - min(places, default=1.0),
        "in a headline": float(any(pile.in_headline(e) for e in one.evidence)),
        "acts": min(2, len({e.coded_type for e in told})) / 2,
        "acts told": float(bool(told)),
        "main act": sum(is_main(pile, e) for e in told) / max(1, len(told)),
        "no act": float(not told),
        "heads sentence": float(any(heads_sentence(story, e) for e in one.evidence[:1])),
        "dated": float(one.date is not None),
        "answered": float(";" in (one.status or "")),
    }


def heads_sentence(story: Story, at: Evidence) -> bool:
    """Tell whether a stretch holds the verb its sentence hangs on."""
    return any(w.head < 0 and at.start <= w.start < at.end for p in story.sentences.get(at.doc_id, ())
               if p.start < at.end and at.start < p.end for w in p.words)  # fmt: skip


def about_words(pile: Pile, story: Story, one: Relation) -> dict[str, float]:
    """Say what a line says and how."""
    told = contents(one.what)
    return {
        "length": min(len(one.what), 2 * LONG) / LONG,
        "contents": min(len(told), 2 * MANY) / MANY,
        "enough": float(said_enough(one.what)),
        "small start": float(one.what[:1].islower()),
        "pronouns": min(2, len(PRONOUN.findall(one.what))) / 2,
        "figures": float(bool(FIGURE.search(one.what))),
        "quoted": float(one.what[:1] in "\"“‘'«"),
        "said": float(bool(TELLING.search(one.what))),
        "in titles": len(told & story.titles) / max(1, len(told)),
        "in pages": sum(story.shared.get(s, 0.0) for s in told) / max(1, len(told)),
        "diary": float(one.category == "upcoming" and bool(told & DIARY)),
    }
