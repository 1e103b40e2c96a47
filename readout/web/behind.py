"""How much stands behind what is shown: the voices and pages that tell it, and how many more may."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readout.pile import Pile, Told
from readout.records import Event, Evidence, Occurrence, Report
from readout.text.day_bases import by_text
from readout.text.rarity import rarity
from readout.text.stem import stem
from readout.web.likely import MOST, likely, likest
from readout.web.phrases import counted, voices_in_words
from readout.web.retold import retells
from readout.web.sharing import dated, days_apart, fate, shared

CONTENT = re.compile(r"(?<![\w’'-])[a-zß-öø-ÿ]{4,}")
RARE, SHARED = 10.0, 2  # bits from which a word tells what a sentence is of, and how many such two tellings of an act share; ours


@dataclass(frozen=True, slots=True)
class Behind:
    """Voices, at least and at most, of the pages that tell something; how many of these are copies, how many more pages may tell
    it, and how many of those likely do."""

    low: int
    high: int
    pages: int
    copies: int
    more: int
    likely: int = 0

    def in_words(self) -> str:
        """Write "2 voices, 3 pages, one of them a copy; 1 more page likely tells it"."""
        return "; ".join(p for p in (f"{voices_in_words(self.low, self.high)}, {self.paged()}", self.further()) if p)

    def paged(self) -> str:
        """Write how many pages and how many are copies, or, where these add voices as no copy does, have it from elsewhere."""
        pages = counted(self.pages, "page")
        if self.pages and self.pages == self.copies:
            return f"{pages}, {'which has it from elsewhere' if self.copies == 1 else 'all of which have it from elsewhere'}"
        if self.low > self.pages - self.copies:
            return f"{pages}, {self.copies} of which {'has' if self.copies == 1 else 'have'} it from elsewhere"
        return f"{pages}, {self.copies} of them {'a copy' if self.copies == 1 else 'copies'}" if self.copies else pages

    def further(self) -> str:
        """Write how many more pages likely tell it."""
        return f"{counted(self.likely, 'more page')} likely {'tells' if self.likely == 1 else 'tell'} it" if self.likely else ""


def behind(pile: Pile, occurrence: Occurrence, told: Told | None = None) -> Behind:
    """Count what stands behind an occurrence, or behind the sentence that tells it: pages whose sentences are not alike enough to
    be sure that they tell the same are more that may. No voices are counted beyond the pages."""
    reports = pile.reports_of.get(occurrence.occurrence_id, ())
    if not reports:
        return Behind(occurrence.voices_low, occurrence.voices_high, occurrence.reports, occurrence.copies, 0)
    all_told = pile.told(occurrence.occurrence_id)
    pages = {t.event.doc_id for t in all_told if told is None or same(pile, told, t)} or {r.doc_id for r in reports}
    mine = [r for r in reports if r.doc_id in pages]
    known = {r.origin_id for r in mine if r.origin_id}
    high = min(occurrence.voices_high, roots(mine))
    low = min(occurrence.voices_low, high) if len(mine) == len(reports) else min(occurrence.voices_low, high, max(1, len(known)))
    retold = min(len(retelling(pile, occurrence, all_told)), max(0, occurrence.voices_high - roots(reports)))
    rest = [t for t in all_told if t.event.doc_id not in pages] if told else []
    return Behind(
        low, high, len(mine), sum(r.is_copy for r in mine), len(reports) - len(mine) + retold,
        sum(told_likely(pile, occurrence, told, listed) for listed in by_page(rest).values()) if told else 0,
    )  # fmt: skip


def by_page(told: Sequence[Told]) -> Mapping[str, Sequence[Told]]:
    """Group tellings by their page."""
    found: dict[str, list[Told]] = {}
    for t in told:
        found.setdefault(t.event.doc_id, []).append(t)
    return found


def told_likely(pile: Pile, occurrence: Occurrence, shown: Told, tellings: Sequence[Told]) -> bool:
    """Tell whether a page likely tells what the sentence shown tells."""
    return likely(pile, shown, tellings, in_common(pile, shown, likest(pile, shown, tellings)), occurrence.reports)


def in_common(pile: Pile, shown: Told, other: Told) -> dict[str, float]:
    """Give what two tellings of an act have in common, as signs."""
    return {
        "akin": float(akin(pile, shown, other)), "word": float(trigger(pile, shown) == trigger(pile, other)),
        "words": min(MOST, len(content(pile, shown) & content(pile, other))),
        "others": float(others(pile, shown.event, other.event)), "one day": float(on_one_day(pile, shown.event, other.event)),
    }  # fmt: skip


def same(pile: Pile, told: Told, other: Told) -> bool:
    """Tell whether an event is sure to be told by another sentence too: akin, and in words that more likely than not retell it."""
    return akin(pile, told, other) and retells(pile, told.sentence, other.sentence)


def retelling(pile: Pile, occurrence: Occurrence, told: Sequence[Told]) -> set[str]:
    """Give the pages that report nothing of an act but tell, in a sentence that makes no occurrence, an act of its kind of one who
    takes part."""
    pages, who = {t.event.doc_id for t in told}, {*occurrence.actors, *occurrence.recipients}
    first = max(told, key=lambda t: (by_text(t.event.date_basis), t.event.event_id))
    return {
        e.doc_id for one in who for e in pile.unjoined.get((occurrence.type, one), ())
        if e.doc_id not in pages and not days_apart(first.event, e)
    }  # fmt: skip


def roots(reports: Sequence[Report]) -> int:
    """Count the origins that pages may go back to at most: where one of several is possible, one of its own."""
    return len({r.origin_id or r.doc_id for r in reports})


def akin(pile: Pile, one: Told, other: Told) -> bool:
    """Tell whether two sentences tell one act: with one fate, not on days apart nor of other people, and of two who take part, on a
    day they name, or in like words."""
    a, b = one.event, other.event
    if a.event_id == b.event_id:
        return True
    if fate(a.status) != fate(b.status) or days_apart(a, b) or others(pile, a, b):
        return False
    befell = a.type is None and b.type is None and a.mode == b.mode
    return befell or shared(pile, a, b) >= SHARED or on_one_day(pile, a, b) or alike(pile, one, other)


def alike(pile: Pile, one: Told, other: Told) -> bool:
    """Tell whether two sentences tell an act in like words: the same word for it, or rare words in common."""
    if trigger(pile, one) == trigger(pile, other):
        return True
    return len(content(pile, one) & content(pile, other)) >= SHARED


def on_one_day(pile: Pile, a: Event, b: Event) -> bool:
    """Tell whether two events of a kind are dated by their own words to days that meet and have somebody in common."""
    return a.type == b.type and dated(a) and dated(b) and not days_apart(a, b) and shared(pile, a, b) > 0


def others(pile: Pile, a: Event, b: Event) -> bool:
    """Tell whether who did two acts is known and nobody of the one, nor of his country, took part in the other."""
    doers = [any(p.entity_id for p in e.actors) for e in (a, b)]
    return a.type is not None and all(doers) and not shared(pile, a, b)


def trigger(pile: Pile, told: Told) -> str:
    """Give the stem of the words that tell an act."""
    return stem(pile.words(Evidence(told.event.doc_id, told.event.start, told.event.end)).lower())


def content(pile: Pile, told: Told) -> set[str]:
    """Give the stems of the words of a sentence that tell what it is of; names recur in every sentence of a story."""
    return {stem(w.lower()) for w in CONTENT.findall(pile.words(told.sentence)) if rarity(w.lower()) >= RARE}
