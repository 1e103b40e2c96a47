"""Find sentences that may tell an act in other words, on pages of which no event was joined to it: they bound its voices above."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log

from readout.stages.fuse.telling import Telling
from readout.stages.fuse.themes import content

Stretch = tuple[str, int, int]  # doc_id, start, end
LIKE = 0.2  # share of the weight of a telling's words that a sentence must share; ours, set on six invented packs
HEAVY = 7.0  # weight in nats of the words shared, two rare ones or three; ours
LIKE_IN_KIND, HEAVY_IN_KIND = 0.1, 4.0  # the same where the sentence tells an act of that type; ours
SHORT = 25.0  # weight below which a sentence is too short for its share to tell anything; ours
STOCK = 0.2  # share of a story's sentences from which a word tells nothing


class Sentences:
    """The sentences of a story by the words they hold, ready to be asked which may tell an act."""

    def __init__(self, stretches: Iterable[tuple[Stretch, str]]) -> None:
        self.places: list[Stretch] = []
        self.stems: list[frozenset[str]] = []
        self.holding: dict[str, list[int]] = defaultdict(list)
        for place, words in sorted(stretches):
            told = content(words)
            for stem in told:
                self.holding[stem].append(len(self.places))
            self.places.append(place)
            self.stems.append(told)
        total = max(1, len(self.places))
        self.weights = {w: log(1 + total / len(n)) for w, n in self.holding.items() if len(n) <= max(4, STOCK * total)}
        self.heavy = [max(self.weight(stems), SHORT) for stems in self.stems]

    def weight(self, stems: Iterable[str]) -> float:
        """Add up the weights of words."""
        return sum(self.weights.get(w, 0.0) for w in stems)

    def like(self, told: Sequence[Telling], others: Sequence[Telling] = ()) -> Iterator[Stretch]:
        """Give the sentence of each page without a telling that is most like one, where it is like enough: less so where one
        of the `others` of the story tells an act of the same type in it."""
        kinds = {t.kind for t in told}
        akin: dict[str, list[int]] = defaultdict(list)
        for t in others:
            if t.kind in kinds:
                akin[t.event.doc_id].append(t.event.start)
        pages = {t.event.doc_id for t in told}
        best: dict[str, tuple[float, Stretch]] = {}
        for mine in {content(t.sentence) for t in told}:
            weight = self.weight(mine)
            for number, shared in self.shared(mine).items():
                if shared < HEAVY_IN_KIND:
                    continue
                place, least = self.places[number], min(weight, self.heavy[number])
                in_kind = any(place[1] <= start < place[2] for start in akin.get(place[0], ()))
                heavy, like = (HEAVY_IN_KIND, LIKE_IN_KIND) if in_kind else (HEAVY, LIKE)
                if place[0] not in pages and shared >= heavy and shared >= like * least:
                    best[place[0]] = max(best.get(place[0], (0.0, place)), (shared / least, place))
        yield from (place for _, place in sorted(best.values(), key=lambda found: (-found[0], found[1])))

    def shared(self, stems: Iterable[str]) -> Mapping[int, float]:
        """Give for each sentence the weight of the words it shares."""
        found: dict[int, float] = defaultdict(float)
        for w in sorted(stems):
            for number in self.holding.get(w, ()) if w in self.weights else ():
                found[number] += self.weights[w]
        return found
