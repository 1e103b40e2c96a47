"""Judge by its signs how likely an editor has an act on a page that tells a story to somebody who has read nothing of it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import log2

from readout.lexicon import read
from readout.models.event_input import TYPES
from readout.pile import KIND_RANK, Pile, Told
from readout.records import Evidence, Occurrence
from readout.text import log_odds
from readout.text.rarity import rarity
from readout.text.stem import stem
from readout.web.details import DAY, REAL, TOLLS
from readout.web.line_signs import MOST, share
from readout.web.tellings import AHEAD, HEADS, OFF, in_passing, taken_up

UNTYPED = ("CALAMITY", "NONE")  # what no type of PLOVER fits has none in a record
LEAD = 400  # characters behind the title in which a page tells what it is about; ours
CLAUSE = 60  # characters on either side of the word for an act in which its clause mostly lies; ours
RARE = 8.0  # bits from which a word tells what a sentence is of; ours
UNKNOWN = 0.8  # chance of an act that no judge gave one
WORD = re.compile(r"(?<![\w’'-])[A-Za-zß-öø-ÿ]{3,}")
Words = Mapping[str, float]


@lru_cache(maxsize=1)
def weights() -> log_odds.Decision:
    """Read the published weights."""
    return log_odds.decision(read("importance_weights"))


def importance(pile: Pile) -> Mapping[str, float]:
    """Give the chance, 0 to 1, that an editor has each occurrence on his page, by its id; once for each pile."""
    if not pile.important:
        for around, occurrences in by_story(pile):
            pile.important.update({o.occurrence_id: weights().chance(signs(pile, o, around)) for o in occurrences})
    return pile.important


class Around:
    """What the signs of an act are measured by: days, titles and opening words of the pages of its story, and how central who
    takes part in it is."""

    def __init__(self, pile: Pile, pages: Sequence[str], occurrences: Sequence[Occurrence]) -> None:
        dated = sorted((d[:DAY], doc_id) for doc_id in pages if (d := pile.documents[doc_id].published))
        self.pages = max(1, len(pages))
        self.order = {doc_id: n / max(1, len(dated) - 1) for n, (_, doc_id) in enumerate(dated)}
        self.first, self.last = (dated[0][0], dated[-1][0]) if dated else ("", "")
        self.body = {doc_id: body_of(pile, doc_id) for doc_id in pages}
        heads = {d: [s for s in pile.sentences_of.get(d, ()) if pile.role(d, s.start) in HEADS] for d in pages}
        titles = (words_of(pile, [Evidence(d, s.start, s.end) for s in listed]) for d, listed in heads.items())
        leads = (words_of(pile, [Evidence(d, self.body[d], self.body[d] + LEAD)]) for d in pages)
        self.titles, self.leads = [t for t in titles if t], [words for words in leads if words]
        self.spread = Counter(w for d in pages for w in words_in(pile.documents[d].text))
        self.central = Counter(who for o in occurrences for who in {*o.actors, *o.recipients} for _ in range(o.reports))
        self.most = max(self.central.values(), default=1)


def by_story(pile: Pile) -> Iterable[tuple[Around, Sequence[Occurrence]]]:
    """Part the occurrences by the story that most pages which report them tell; what is in no story is measured by all pages."""
    story_of = {d: s.story_id for s in pile.stories for d in s.doc_ids}
    parted: dict[str, list[Occurrence]] = defaultdict(list)
    for o in pile.occurrences.values():
        told = Counter(story_of.get(r.doc_id, "") for r in pile.reports_of.get(o.occurrence_id, ()))
        parted[min(told, key=lambda s: (-told[s], s), default="")].append(o)
    pages = {s.story_id: [d for d in s.doc_ids if d in pile.documents] for s in pile.stories}
    for story, mine in sorted(parted.items()):
        yield Around(pile, pages.get(story) or list(pile.documents), mine), mine


def body_of(pile: Pile, doc_id: str) -> int:
    """Give where the text of a page begins behind its title."""
    sentences = pile.sentences_of.get(doc_id, ())
    return next((s.start for s in sentences if pile.role(doc_id, s.start) in ("body", "deck")), 0)


def signs(pile: Pile, o: Occurrence, around: Around) -> dict[str, float]:
    """Give the signs of one occurrence: what kind of act it is and of whom, who tells it how early, when it was, what numbers
    hang on it, and how much of titles and opening words its own clause holds."""
    told = pile.told(o.occurrence_id)
    return {**of_kind(pile, o, around), **of_pages(pile, told, o, around), **of_words(pile, told, around)}


def of_kind(pile: Pile, o: Occurrence, around: Around) -> dict[str, float]:
    """Give the signs of what is done, by whom, when, and of what numbers are told of it."""
    who = {*o.actors, *o.recipients}
    kinds = [e.type for w in who if (e := pile.entities.get(w))]
    day, findings = o.date_start or "", pile.findings_about.get(o.occurrence_id, ())
    return {
        **{f"is {t}": float(o.type == t) for t in TYPES if t not in UNTYPED},
        "befell": float(o.type is None), "befell as fact": float(o.type is None and o.status in REAL),
        "ahead": float(o.status in AHEAD), "off": float(o.status in OFF), "denied": float(o.status == "denied"),
        "refused": float(o.status == "refused"), "called off": float(o.status in ("cancelled", "postponed")),
        "central": max((around.central[w] / around.most for w in who), default=0.0), "parties": min(MOST, len(who)),
        "two sides": float(bool(o.actors and o.recipients)), "nobody": float(not who),
        "states": share(k in ("country", "government") for k in kinds), "persons": share(k == "person" for k in kinds),
        "dated": float(bool(day)), "before all": float(len(day) == DAY and day < around.first),
        "after all": float(day > around.last), "first day": float(bool(day) and day == around.first),
        "last day": float(bool(day) and day == around.last),
        "findings": min(MOST, len(findings)), "conflict": float(any(f.agreement == "conflict" for f in findings)),
        "tolls": min(MOST, sum(f.property in TOLLS for f in findings)),
        "crowd": float(any(f.property == "participants" for f in findings)),
    }  # fmt: skip


def of_pages(pile: Pile, told: Sequence[Told], o: Occurrence, around: Around) -> dict[str, float]:
    """Give the signs of which pages tell an act, how early on them and in the life of the story."""
    pages: dict[str, list[Told]] = defaultdict(list)
    for t in told:
        pages[t.event.doc_id].append(t)
    firsts = {d: min(t.event.start for t in mine) - around.body.get(d, 0) for d, mine in pages.items()}
    led = [0 <= at < LEAD for at in firsts.values()]
    depths = [max(0, at) / max(1, len(pile.documents[d].text)) for d, at in firsts.items()]
    titled = [any(pile.role(d, t.event.start) in HEADS for t in mine) for d, mine in pages.items()]
    at = sorted(around.order[d] for d in pages if d in around.order)
    return {
        "voices": log2(1 + o.voices_low), "pages": log2(1 + o.reports), "share": o.reports / around.pages,
        "own": sum(KIND_RANK[pile.documents[d].kind] <= 1 for d in pages) / around.pages,
        "events": log2(max(1, len(told))), "events a page": len(told) / max(1, len(pages)),
        "titled": share(titled), "any title": float(any(titled)), "titles": log2(1 + sum(titled)),
        "led": share(led), "any lead": float(any(led)), "leads": log2(1 + sum(led)),
        "depth": sum(depths) / max(1, len(depths)), "least depth": min(depths, default=1.0),
        "passing": share(in_passing(pile, t) for t in told), "known": share(taken_up(pile, t) for t in told),
        "any known": float(any(taken_up(pile, t) for t in told)),
        "first told": at[0] if at else 0.5, "last told": at[-1] if at else 0.5, "span": at[-1] - at[0] if at else 0.0,
        "by last page": float(bool(at) and at[-1] >= 1.0), "by first page": float(bool(at) and at[0] <= 0.0),
        "toll": float(any(a.name in TOLLS for t in told for a in t.event.attributes)),
        "chance": max((t.event.act_chance or UNKNOWN for t in told), default=UNKNOWN),
        "reported": share(t.event.attributed_to is not None for t in told),
    }  # fmt: skip


def of_words(pile: Pile, told: Sequence[Told], around: Around) -> dict[str, float]:
    """Give the signs of how much of titles and opening words the clauses of an act hold."""
    triggers = words_of(pile, (Evidence(t.event.doc_id, t.event.start, t.event.end) for t in told))
    clause = words_of(pile, (
        Evidence(t.event.doc_id, max(t.sentence.start, t.event.start - CLAUSE), min(t.sentence.end, t.event.end + CLAUSE)) for t
        in told
    ))  # fmt: skip
    titles, leads = ([held(words, clause) for words in listed] for listed in (around.titles, around.leads))
    spread = [around.spread[w] / around.pages for w, bits in clause.items() if bits > RARE]
    return {
        "title words": mean(titles), "title words most": max(titles, default=0.0),
        "lead words": mean(leads), "lead words most": max(leads, default=0.0),
        "trigger in titles": mean([held(triggers, words) for words in around.titles]),
        "trigger in leads": mean([held(triggers, words) for words in around.leads]),
        "words everywhere": mean(spread), "length": log2(1 + len(clause)),
        "trigger everywhere": max((around.spread[w] / around.pages for w in triggers), default=0.0),
    }  # fmt: skip


def words_in(text: str) -> dict[str, float]:
    """Give the stems of the words of a text with how rare they are in English, in bits."""
    return {stem(w): rarity(w) for w in (m.lower() for m in WORD.findall(text))}


def words_of(pile: Pile, spans: Iterable[Evidence]) -> dict[str, float]:
    """Give the stems of the words of some passages."""
    return {w: bits for e in dict.fromkeys(spans) for w, bits in words_in(pile.words(e)).items()}


def held(words: Words, by: Words) -> float:
    """Give the share of the bits of some words that others hold."""
    whole = sum(words.values())
    return sum(bits for w, bits in words.items() if w in by) / whole if whole else 0.0


def mean(numbers: Sequence[float]) -> float:
    """Give the mean; 0 of nothing."""
    return sum(numbers) / len(numbers) if numbers else 0.0
