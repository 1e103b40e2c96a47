"""Choose the occurrence of a story that a number speaks of: told beside it, before it, on its day, or by most pages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log2
from typing import NamedTuple

from readout.records import Document, Entity, Event, Occurrence, Sentence
from readout.text.acts import CALAMITY, REAL, UNREAL
from readout.text.stem import stem
from readout.text.told_people import KINDS

REACH = 900  # characters back to the act that a number without one speaks of; ours
NEAR = 3  # days between an act and the page that tells how long it was or what it cost; ours
# Weights of what speaks for an occurrence, in points; ours, set on stories of our own.
BESIDE, BEFORE, ON_PAGE, ON_DAY, FRESH, REALITY, PAST, REPORTS, SUITS = 2.5, 1.5, 0.75, 1.0, 0.75, 0.5, 3.0, 0.6, 1.5
ENOUGH = 1.5
ENOUGH_ALONE = 1.0  # where the story tells one such act only; ours
TOP = (
    40  # occurrences of one type in a story, the most reported first, that numbers of any of its pages can be of; ours
)
UNDONE = frozenset(("cancelled", "postponed", "refused"))
TWO = 2
COUNTED = 21  # days after a calamity up to which its dead are counted; ours
CLOSE = 250  # characters back to the act that a counted thing belongs to; ours
HALF = 0.5  # of the weight of a clause's words
ALIKE = 12.0  # weight in bits of the words a clause shares with the tellings of an act, from which it tells it; ours
MOSTLY = 0.6  # share of its tellings by which an act counts as told only by what became of people; ours
# Words that only tell what became of people: alone they are no act of their own but what another one led to.
FATED = re.compile(r"\b(?:kill|dead|die|dying|death|hurt|injur|wound|harm|casualt|victim|toll|lives|perish)", re.I)
NOW = REAL - {"historical"}
HARM = frozenset((*KINDS, "duration of rain", "damage", "reason")) - {
    "arrests",
    "in custody",
    "released",
}  # no opened gate does these itself
ARRESTS = frozenset(("arrests", "in custody"))


WORD = re.compile(r"[^\W\d_]{4,}|\bbus\b")
PAST_YEAR = re.compile(r"(?<!since )(?<!until )(?<!since the year )\b((?:1[89]|20)\d\d)\b")


def stems(words: str) -> frozenset[str]:
    """Give the stems of the longer words of a stretch."""
    return frozenset(stem(w.lower()) for w in WORD.findall(words))


# What carries people: an act told without any of these has nobody aboard.
CARRIERS = stems("ship vessel boat ferry liner tanker trawler yacht cutter freighter submarine plane aircraft airliner flight "
                 "helicopter train tram coach minibus lorry truck bus cable gondola balloon capsized sank sunk")  # fmt: skip


VIOLENT = stems(
    "riot riots rioting unrest violence violent clash clashes looting"
)  # what a protest with a cause to blame is told by


NAMED = frozenset(("person", "country", "government"))  # who is named wherever an act of theirs is told
BETWEEN = frozenset(("CONSULT", "AGREE", "REQUEST", "REJECT", "THREATEN"))  # acts of parties that have names


class Place(NamedTuple):
    """Where a number stands: page, sentence, the day of writing, the day its sentence names."""

    doc_id: str
    start: int
    end: int
    written: date | None
    day: date | None


@dataclass(frozen=True)
class Acts:
    """The acts of each page in text order, and the occurrences of each story by type."""

    events: Mapping[str, Sequence[tuple[Event, str]]]
    by_type: Mapping[tuple[str, str], Sequence[Occurrence]]
    story: Mapping[str, str]
    known: Mapping[str, Occurrence]
    told: Mapping[str, Told]
    parties: Mapping[str, Entity]
    stories: frozenset[str]
    texts: Mapping[str, str]
    years: Mapping[str, int]  # by story: the year in which most of its pages were written

    def beside(self, place: Place, at: int, kinds: Sequence[str], end: int | None = None) -> str | None:
        """Give the occurrence of the act told nearest to a place of its sentence, outside a stretch up to `end`; null where the
        sentence tells none."""
        near = [
            (abs(e.start - at), about)
            for e, about in self.events.get(place.doc_id, ())
            if place.start <= e.start < place.end and not at <= e.start < (end or at)
            and (not kinds or (self.known[about].type or CALAMITY) in kinds)
        ]  # fmt: skip
        return self.main(min(near)[1]) if near else None

    def year(self, doc_id: str) -> int | None:
        """Give the year in which most pages of a page's story were written."""
        return self.years.get(self.story.get(doc_id, doc_id))

    def any_in(self, doc_id: str) -> bool:
        """Tell whether the story of a page has any occurrence."""
        return self.story.get(doc_id, doc_id) in self.stories

    def nearby(self, place: Place, at: int) -> str | None:
        """Give the occurrence of the act told nearest to a number in its sentence, else the last one just before it."""
        found = self.beside(place, at, ())
        if found:
            return found
        before = [
            (place.start - e.end, about)
            for e, about in self.events.get(place.doc_id, ())
            if 0 <= place.start - e.end <= CLOSE
        ]
        return self.main(min(before)[1]) if before else None

    def last_before(self, place: Place, at: int) -> str | None:
        """Give the occurrence of the act told last before a place of a page; null where it tells none before."""
        before = [
            about
            for e, about in self.events.get(place.doc_id, ())
            if e.start < at and self.known[about].status != "historical"
        ]
        return self.main(before[-1]) if before else None

    def next_behind(self, place: Place, at: int) -> str | None:
        """Give the occurrence of the act told next behind a place of a page; null where it tells none behind."""
        behind = [
            about
            for e, about in self.events.get(place.doc_id, ())
            if e.start >= at and self.known[about].status != "historical"
        ]
        return self.main(behind[0]) if behind else None

    def undone_before(self, place: Place) -> str | None:
        """Give the occurrence called off or refused that is told last before a sentence, close to it."""
        before = [
            (place.start - e.end, about)
            for e, about in self.events.get(place.doc_id, ())
            if 0 <= place.start - e.end <= CLOSE and (self.known[about].status in UNDONE or e.status in UNDONE)
        ]
        return self.main(min(before)[1]) if before else None

    def alike(self, place: Place, words: str, kinds: Sequence[str]) -> str | None:
        """Give the occurrence of one of the types whose sentences share most rare words with a clause; null where few do."""
        story, mine = self.story.get(place.doc_id, place.doc_id), stems(words)
        listed = [o for kind in kinds for o in self.candidates(place.doc_id, story, kind)]
        held = Counter(w for o in listed for w in self.told[o.occurrence_id].stems & mine)
        weight = {w: log2(1 + len(listed) / n) for w, n in held.items()}
        whole = sum(weight.get(w, log2(1 + len(listed))) for w in mine)
        found = [
            (sum(weight[w] for w in self.told[o.occurrence_id].stems & mine), o.reports, o.occurrence_id)
            for o in listed
        ]
        best = max(found, default=None)
        return self.main(best[2]) if best and best[0] >= max(ALIKE, HALF * whole) else None

    def open_to_term(self, about: str) -> bool:
        """Tell whether a term can be set to an act: one agreed, asked for, threatened or ahead, not one done."""
        o = self.known[about]
        return o.type in ("AGREE", "REQUEST", "THREATEN") or o.status not in REAL | UNREAL

    def choose(self, place: Place, kinds: Sequence[str], name: str = "", *, standing: bool = False) -> str | None:
        """Give the occurrence of one of the types for which most speaks; `standing` for what is also said of acts ahead."""
        story = self.story.get(place.doc_id, place.doc_id)
        calamity = max((o.reports for o in self.by_type.get((story, CALAMITY), ())), default=0)
        found = [
            (self.points(o, place, name, standing=standing), -rank, o.reports, o.occurrence_id)
            for rank, kind in enumerate(kinds)
            for o in self.candidates(place.doc_id, story, kind)
            if name not in HARM or kind != "PROTEST" or o.reports >= calamity
            if name != "reason" or kind != "PROTEST" or self.told[o.occurrence_id].stems & VIOLENT
        ]
        best = max(found, default=None)
        if standing and (best is None or best[0] < ENOUGH):
            return self.main_one([o for kind in kinds for o in self.candidates(place.doc_id, story, kind)], kinds)
        alone = sum(o.status in NOW for kind in kinds for o in self.candidates(place.doc_id, story, kind)) == 1
        return self.main(best[3]) if best and best[0] >= (ENOUGH_ALONE if alone else ENOUGH) else None

    def main_one(self, listed: Sequence[Occurrence], kinds: Sequence[str]) -> str | None:
        """Give the act of today that clearly most pages report; of meetings, which a story has many of, by twice as many."""
        now = sorted((o for o in listed if o.status != "historical"), key=lambda o: (-o.reports, o.occurrence_id))
        if len(now) < TWO:
            return self.main(now[0].occurrence_id) if now else None
        clearly = now[0].reports >= TWO * now[1].reports if "CONSULT" in kinds else now[0].reports > now[1].reports
        return self.main(now[0].occurrence_id) if clearly else None

    def candidates(self, doc_id: str, story: str, kind: str) -> list[Occurrence]:
        """List the occurrences of a type that a page can speak of: its own, and those that most pages of the story report, if it
        names any of those who take part."""
        listed = self.by_type.get((story, kind), ())
        own = {about for _, about in self.events.get(doc_id, ())}
        return [o for n, o in enumerate(listed) if o.occurrence_id in own or (n < TOP and not self.stranger(doc_id, o))]

    def stranger(self, doc_id: str, o: Occurrence) -> bool:
        """Tell whether a page names nobody of those known by name who take part in an act: the hours it tells are of another."""
        known = [e for p in (*o.actors, *o.recipients) if (e := self.parties.get(p)) and e.type in NAMED]
        if not known or o.type not in BETWEEN:
            return False
        text = self.texts[doc_id]
        names = [n for e in known for n in ([e.name.split()[-1]] if e.type == "person" else (e.name, *e.aliases))]
        return not any(n.lower() in text for n in names)

    def points(self, o: Occurrence, place: Place, name: str, *, standing: bool) -> float:
        """Add up what speaks for an occurrence."""
        told = [e for e, about in self.events.get(place.doc_id, ()) if about == o.occurrence_id]
        beside = [e for e in told if place.start <= e.start < place.end]
        before = [place.start - e.end for e in told if 0 <= place.start - e.end <= REACH]
        points = REPORTS * log2(1 + o.reports) / (3 if standing else 1) + (
            REALITY if o.status in REAL and not standing else 0.0
        )
        if beside:
            points += BESIDE * (2 if standing else 1)
        elif before:
            points += BEFORE * (2 if standing else 1) * (1 - min(before) / REACH) + ON_PAGE
        elif told:
            points += ON_PAGE
        points -= (
            PAST * (2 if standing else 1)
            if o.status == "historical"
            else 1.0
            if o.status in UNREAL and not standing
            else 0.0
        )
        if name in ARRESTS and o.type == "COERCE":
            points += SUITS / 2 if "arrest" in self.told[o.occurrence_id].modes else -SUITS
        points -= (
            SUITS
            if self.told[o.occurrence_id].fated or (name in HARM and "release" in self.told[o.occurrence_id].modes)
            else 0.0
        )
        if name == "people aboard" and not self.told[o.occurrence_id].stems & CARRIERS:
            points -= 2 * SUITS
        return points + (0.0 if standing else self.days(o, place, name, told=bool(told) or name in HARM))

    def days(self, o: Occurrence, place: Place, name: str, *, told: bool) -> float:
        """Weigh the days: the one the sentence names, and that of writing."""
        first = as_day(o.date_start)
        if first is None:
            return 0.0
        last = as_day(o.date_end) or first
        if place.day is not None and (last - first).days <= NEAR:
            apart = max((first - place.day).days, (place.day - last).days)
            if apart > 1 and name in HARM and 0 < (place.day - last).days <= COUNTED:
                return 0.0  # the day up to which is counted
            if apart > 1:
                return -ON_DAY
            return ON_DAY
        if place.written is None:
            return 0.0
        since = (place.written - last).days
        if 0 <= since <= NEAR:
            return FRESH
        return 0.0 if told and since > 0 else -FRESH if since < 0 else -2 * FRESH

    def main(self, about: str) -> str:
        """Give the occurrence that a thinly reported one is most likely a second telling of; itself where there is none.

        Fusing keeps apart what may be two acts; to set numbers side by side, a report that says nothing against it is taken
        with the act of its type that most pages tell.
        """
        mine = self.known[about]
        if mine.status == "historical" or (mine.type or CALAMITY) not in ONCE:
            return about
        stories = {self.story.get(d, d) for d in self.told[about].pages}
        others = [
            o for s in stories for o in self.by_type.get((s, mine.type or CALAMITY), ())[:TOP] if self.fits(mine, o)
        ]
        best = max(others, key=lambda o: (o.reports, o.occurrence_id), default=mine)
        return best.occurrence_id

    def fits(self, mine: Occurrence, other: Occurrence) -> bool:
        """Tell whether nothing that few pages tell speaks against its being what more of them tell: parties, days, fate."""
        if (mine.reports, mine.occurrence_id) >= (other.reports, other.occurrence_id) or other.status == "historical":
            return False
        if (mine.status in REAL) != (other.status in REAL) or (mine.status in UNREAL) != (other.status in UNREAL):
            return False
        if mine.type is None and not self.told[mine.occurrence_id].modes & self.told[other.occurrence_id].modes:
            return False
        one, two = as_day(mine.date_start), as_day(other.date_start)
        if mine.reports > 1 and (one is None or one != two):
            return False
        if one is not None and two is not None and abs((one - two).days) > 1:
            return False
        if one is None and two is not None and self.told[mine.occurrence_id].written < two.isoformat():
            return False  # told before the other took place
        if mine.type == "PROTEST" and ((one is not None and one == two) or self.only_two(mine, other)):
            return True  # of the marches of one day in one story, few pages tell another than most do
        return not self.told[mine.occurrence_id].of_old and all(
            self.known_to(p, other) for p in (*mine.actors, *mine.recipients)
        )

    def only_two(self, mine: Occurrence, other: Occurrence) -> bool:
        """Tell whether a story tells of no further act of a type that is done or going on."""
        stories = {
            self.story.get(d, d) for d in self.told[mine.occurrence_id].pages | self.told[other.occurrence_id].pages
        }
        listed = {
            o.occurrence_id
            for s in stories
            for o in self.by_type.get((s, mine.type or CALAMITY), ())
            if o.status in NOW
        }
        return len(stories) == 1 and listed == {mine.occurrence_id, other.occurrence_id}

    def known_to(self, party: str, other: Occurrence) -> bool:
        """Tell whether a party is no stranger to an act: it takes part, is a country, or is named: a person in the sentences
        that tell it, anything else on the pages."""
        entity, told = self.parties.get(party), self.told[other.occurrence_id]
        if entity is None or party in (*other.actors, *other.recipients) or entity.type == "country":
            return True
        where = [told.words] if entity.type == "person" else [self.texts[d] for d in sorted(told.pages)]
        return any(n.lower() in text for n in (entity.name, *entity.aliases) for text in where)


class Told(NamedTuple):
    """How the pages tell an occurrence: which pages, the sentences, their stems, whether an earlier
    year stands in them, modes, whether it is told only by what became of people, and when it was told last."""

    pages: frozenset[str]
    words: str
    stems: frozenset[str]
    of_old: bool
    modes: frozenset[str]
    fated: bool
    written: str  # the day of the last page, beyond all days where one has none


# Types of which a story mostly has one act that all its pages tell.
ONCE = frozenset(("CONSULT", "PROTEST", "ASSAULT", "COERCE", CALAMITY))


def as_day(value: str | None) -> date | None:
    """Read an ISO day; null for months and years."""
    return date.fromisoformat(value[:10]) if value and len(value) >= 10 else None


def acts_of(
    members: Mapping[str, Sequence[Event]], occurrences: Mapping[str, Occurrence], story: Mapping[str, str],
    texts: Mapping[str, Document], sentences: Mapping[str, Sentence], entities: Iterable[Entity],
) -> Acts:  # fmt: skip
    """Index the acts of each page and the occurrences of each story."""
    by_page: dict[str, list[tuple[Event, str]]] = defaultdict(list)
    by_type: dict[tuple[str, str], set[str]] = defaultdict(set)
    told = {about: telling(events, texts, sentences) for about, events in members.items()}
    for about, events in members.items():
        for e in events:
            by_page[e.doc_id].append((e, about))
            by_type[story.get(e.doc_id, e.doc_id), occurrences[about].type or CALAMITY].add(about)
    for listed in by_page.values():
        listed.sort(key=lambda pair: (pair[0].start, pair[0].event_id))
    of_type = {
        key: sorted((occurrences[a] for a in abouts), key=lambda o: (-o.reports, o.occurrence_id))
        for key, abouts in by_type.items()
    }
    return Acts(
        by_page, of_type, story, occurrences, told, {e.entity_id: e for e in entities}, frozenset(s for s, _ in of_type),
        {d: page.text.lower() for d, page in texts.items()}, years_of(texts, story),
    )  # fmt: skip


def years_of(texts: Mapping[str, Document], story: Mapping[str, str]) -> dict[str, int]:
    """Give the year in which most pages of each story were written."""
    counts: dict[str, Counter[int]] = defaultdict(Counter)
    for d, page in texts.items():
        if page.published:
            counts[story.get(d, d)][int(page.published[:4])] += 1
    return {s: min(c, key=lambda year: (-c[year], year)) for s, c in counts.items()}


def telling(events: Sequence[Event], texts: Mapping[str, Document], sentences: Mapping[str, Sentence]) -> Told:
    """Say how the pages tell an occurrence."""
    spans = {(e.doc_id, s.start, s.end) for e in events for s in [sentences.get(e.sentence_id)] if s}
    words = "\n".join(texts[d].text[s:t] for d, s, t in sorted(spans)).lower()
    pages = [texts[d] for d in sorted({e.doc_id for e in events})]
    now = min((int(d.published[:4]) for d in pages if d.published), default=None)
    of_old = now is not None and any(int(y) < now for y in PAST_YEAR.findall(words))
    fated = sum(bool(FATED.match(texts[e.doc_id].text[e.start : e.end])) for e in events) >= MOSTLY * len(events)
    return Told(
        frozenset(e.doc_id for e in events),
        words,
        stems(words),
        of_old,
        frozenset(e.mode for e in events if e.mode),
        fated,
        max((d.published or "~" for d in pages), default="~"),
    )
