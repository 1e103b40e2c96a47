"""Find pages that tell the same background in other words, though the texts they were made from are not in the pile: what a
paper repeats from article to article. Only suspected: such pages stay families of their own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log2
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from readout.records import Reuse
from readout.stages.trace import rows
from readout.stages.trace.blocks import Pair
from readout.stages.trace.doubled import Line, dice, lines_of
from readout.stages.trace.families import Traced
from readout.stages.trace.links import Part
from readout.stages.trace.origins import Counted
from readout.stages.trace.pile import Pile
from readout.stages.trace.siblings import Related
from readout.text.houses import plain_name, same_words

Ints = NDArray[np.int64]
ALIKE = 0.25  # of the weight of two sentences, from which they may tell the same
TOLD = 25.0  # bits that two such sentences share
FEWEST, BITS = 2, 150.0  # sentences and bits that two pages share
# How much more than either shares with any other page around. Of 1,447 pairs of honest reports in fourteen invented stories 7
# do: so it is asked only of two pages that both show that their texts come from elsewhere, which no honest pair there does.
MARGIN = 2.0
LITTLE = 40.0  # bits that any two reports of a matter may share: less is taken for so much
FEWEST_PAGES, MOST_PAGES = 4, 100  # around a page: fewer tell nothing of what everybody knows; more are left alone
FEWEST_THIRDS = 2  # families around that are neither of the two
MANY_COMMON = 15  # rare words that two pages share before their sentences are compared
NEAREST = 5  # pages with most words in common that are compared sentence by sentence
TOGETHER = 2048  # pages looked at together
QUOTED = 0.5  # of a sentence, within quotation marks, from which it is somebody else's

Match = tuple[Line, Line]


class Shared(NamedTuple):
    """What two pages share: bits, and the sentences."""

    bits: float
    pairs: tuple[Match, ...]


@dataclass(frozen=True)
class Matter:
    """Some pages: their sentences, the weights of their stems, and who is of one family."""

    lines: Mapping[int, Sequence[Line]]
    weights: Mapping[int, dict[int, float]]
    family: Mapping[int, int]
    users: Counter[int]  # pages that have a stem
    of_family: Mapping[int, Counter[int]]

    @classmethod
    def of(cls, lines: Mapping[int, Sequence[Line]], numbers: Ints) -> Matter:
        """Lay out some pages. `numbers`: the family of each page of the pile."""
        weights = {t: {s: w for line in told for s, w in line.weights.items()} for t, told in lines.items()}
        family = {t: int(numbers[t]) for t in lines}
        users: Counter[int] = Counter()
        of_family: dict[int, Counter[int]] = defaultdict(Counter)
        for t, held in weights.items():
            of_family[family[t]].update(held.keys())
            users.update(held.keys())
        return cls(lines, weights, family, users, of_family)

    def weigh(self, a: int, b: int) -> dict[int, float]:
        """Weigh the stems of two pages by their bits, the less the more others of the pages have them."""
        inside = {self.family[a], self.family[b]}
        others = sum(self.family[t] not in inside for t in self.lines)
        most = log2(2 * (others + 1))
        made = {}
        for s, bits in (self.weights[a] | self.weights[b]).items():
            users = self.users[s] - sum(self.of_family[f][s] for f in inside)
            made[s] = bits * log2((others + 1) / (users + 0.5)) / most
        return made

    def nearest(self, a: int) -> list[int]:
        """Give the pages of other families that share most with a page."""
        sums = {b: self.in_common(a, b) for b in self.lines if self.family[b] != self.family[a]}
        return sorted(sums, key=lambda b: (-sums[b], b))[:NEAREST]

    def in_common(self, a: int, b: int) -> float:
        """Give the weight of the stems that two pages have in common."""
        weigh = self.weigh(a, b)
        return sum(weigh[s] for s in self.weights[a] if s in self.weights[b])

    def shared(self, a: int, b: int) -> Shared:
        """Pair the sentences of two pages that tell the same, each with one other at most."""
        weigh = self.weigh(a, b)
        found = sorted(alike(self.lines[a], self.lines[b], weigh), reverse=True)
        used: tuple[set[int], set[int]] = set(), set()
        kept = []
        for _, bits, i, j in found:
            if i not in used[0] and j not in used[1]:
                used[0].add(i)
                used[1].add(j)
                kept.append((bits, (self.lines[a][i], self.lines[b][j])))
        return Shared(sum(bits for bits, _ in kept), tuple(pair for _, pair in kept))


def told_by(pile: Pile, text: int) -> list[Line]:
    """Give the sentences of a page but for those that are mostly quoted."""
    base = int(pile.cut.firsts[text])
    return [x for x in lines_of(pile, text) if pile.quoted[base + x.start : base + x.end].mean() < QUOTED]


def alike(
    one: Sequence[Line], other: Sequence[Line], weigh: Mapping[int, float]
) -> Iterator[tuple[float, float, int, int]]:
    """Give the sentences that tell the same: how alike, the bits they share, their numbers."""
    held: dict[int, list[int]] = defaultdict(list)
    for j, line in enumerate(other):
        for s in line.weights:
            held[s].append(j)
    whole = [sum(weigh[s] for s in line.weights) for line in other]
    for i, line in enumerate(one):
        bits: dict[int, float] = defaultdict(float)
        for s in line.weights:
            for j in held.get(s, ()):
                bits[j] += weigh[s]
        mine = sum(weigh[s] for s in line.weights)
        for j, n in sorted(bits.items()):
            if n >= TOLD and 2 * n >= ALIKE * (mine + whole[j]):
                yield 2 * n / (mine + whole[j]), n, i, j


class Asked(NamedTuple):
    """A page made from an absent text; and, ascending, the pages that share rare words with it or with one that shares many
    with it, all these among them."""

    page: int
    around: tuple[int, ...]


def asked(near: Related, absent: Iterable[int], family: Ints) -> Iterator[Asked]:
    """Give the pages made from absent texts that have many rare words in common with another such page, of another family."""
    ones = np.concatenate([near.left, near.right])
    order = np.lexsort((np.concatenate([near.right, near.left]), ones))
    ones, others = ones[order], np.concatenate([near.right, near.left])[order]
    many = np.tile(near.common >= MANY_COMMON, 2)[order] & (family[ones] != family[others])
    many &= np.isin(others, sorted(absent))

    def beside(page: int, rows: NDArray[np.bool_] | None = None) -> list[int]:
        low, high = np.searchsorted(ones, (page, page + 1)).tolist()
        found: list[int] = (others[low:high] if rows is None else others[low:high][rows[low:high]]).tolist()
        return found

    for page in sorted(absent):
        like = beside(page, many)
        around = {page, *beside(page), *(x for other in like for x in beside(other))} if like else set()
        if FEWEST_PAGES <= len(around) <= MOST_PAGES:
            yield Asked(page, tuple(sorted(around)))


def batches(wanted: Iterable[Asked]) -> Iterator[tuple[list[Asked], list[int]]]:
    """Take pages together, with all the pages around them, so that not too many are looked at at once."""
    rows: list[Asked] = []
    texts: set[int] = set()
    for one in wanted:
        if rows and len(texts.union(one.around)) > TOGETHER:
            yield rows, sorted(texts)
            rows, texts = [], set()
        rows.append(one)
        texts.update(one.around)
    if rows:
        yield rows, sorted(texts)


def backgrounds(
    pile: Pile, texts: Sequence[int], wanted: Iterable[Asked], family: Ints, absent: Mapping[int, str | None]
) -> Iterator[tuple[Pair, list[Part]]]:
    """Give the pairs of wanted pages that share background, as places in the pile, with the sentences.

    `texts`: the number of each page of the pile. `absent`: pages made from texts that are not in the pile, and who
    published those.
    """
    place = {text: k for k, text in enumerate(texts)}
    lines = cache(lambda text: told_by(pile, place[text]))
    for page, around in wanted:
        found = Matter.of({t: lines(t) for t in around}, family)
        for other in found.nearest(page):
            if other > page and other in absent:
                shared = common_background(found, page, other, absent)
                if shared:
                    a, b = min(page, other), max(page, other)
                    yield (place[a], place[b]), shared


def common_background(found: Matter, page: int, other: int, absent: Mapping[int, str | None]) -> list[Part] | None:
    """Give the sentences two pages share if they share more than either does with any third page around."""
    a, b = min(page, other), max(page, other)
    most = found.shared(a, b)
    if not may_be_one(absent, a, b) or len(most.pairs) < FEWEST or most.bits < BITS:
        return None
    families = {found.family[a], found.family[b]}
    thirds = [(p, x) for p in (a, b) for x in found.nearest(p) if found.family[x] not in families]
    rest = max((found.shared(min(p, x), max(p, x)).bits for p, x in thirds), default=0.0)
    margin = most.bits / max(rest, LITTLE)
    enough = len({found.family[x] for _, x in thirds}) >= FEWEST_THIRDS and margin >= MARGIN
    return parts(most, margin) if enough else None


def may_be_one(absent: Mapping[int, str | None], a: int, b: int) -> bool:
    """Tell whether the texts behind two pages may be of one publisher: not where each names another."""
    names = [plain_name(n) for n in (absent.get(a), absent.get(b)) if n]
    return len(names) < 2 or same_words(*names)


def parts(shared: Shared, margin: float) -> list[Part]:
    """Write the sentences that two pages share as parts of kind `spun`."""
    because = (
        f"suspected: {len(shared.pairs)} sentences tell the same in other words, {shared.bits:.0f} bits of what other pages "
        f"around do not tell, {margin:.1f} times as much as either shares with any of them; both may go back to one publisher"
    )
    return [
        Part((x.start, x.end, y.start, y.end), "spun", round(dice(x.weights, y.weights), 4), because)
        for x, y in sorted(shared.pairs)
    ]


def absent_texts(origins: Iterable[Counted]) -> dict[int, str | None]:
    """Give for each origin that is not in the pile the first page that has its text, and who published it."""
    return {o.page: o.house for o in origins if o.absent or o.unsure}


class Suspected(NamedTuple):
    """Two pages, by number, that share background, and the rows that say so."""

    pair: Pair
    reuses: list[Reuse]


def suspected(
    pile: Pile, texts: Sequence[int], wanted: Iterable[Asked], family: Ints, absent: Mapping[int, str | None]
) -> Iterator[Suspected]:
    """Give the pages that share background with the wanted ones; see `backgrounds`."""
    for (a, b), shared in backgrounds(pile, texts, wanted, family, absent):
        known = Traced({}, [], {}, {(a, b): "common_upstream"}, {})
        yield Suspected((texts[a], texts[b]), [rows.reuse(pile, known, (a, b), part) for part in shared])


def less_certain(origins: Iterable[Counted], found: Iterable[Suspected]) -> list[Counted]:
    """Count the texts of pages that may go back to one publisher with an earlier one as no certain ones. A page of unknown
    upstream is none anyway."""
    held = list(origins)
    unsure = {o.page for o in held if o.unsure}
    retold = {b for (a, b), _ in found if not unsure & {a, b}}
    return [o._replace(certain=False) if o.lone and o.page in retold else o for o in held]
