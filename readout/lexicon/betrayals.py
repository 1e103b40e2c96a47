"""betrayals: wordings by which a page shows that a machine rewrote or translated it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, product
from typing import NamedTuple

from readout.lexicon import read

FIXED, PHRASE, WORN = 2.0, 1.0, 1.0  # weights: a broken title, a broken set phrase, a wording of machines
MOST_SWAPPED = 2  # words of one phrase


class Wording(NamedTuple):
    """A wording that betrays a page: its words, what it weighs, and what it stands for, or shows."""

    words: str
    weight: float
    what: str


class Pattern(NamedTuple):
    """A habit of writing that betrays a page. `needs` are quick to look for: one stands wherever the habit shows."""

    find: re.Pattern[str]
    weight: float
    what: str
    needs: tuple[re.Pattern[str], ...]

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Find the habit in a text."""
        return self.find.finditer(text) if self.may_stand_in(text) else iter(())

    def may_stand_in(self, text: str) -> bool:
        """Tell quickly whether the habit may show in a text."""
        return not self.needs or any(n.search(text) for n in self.needs)


@cache
def spun() -> tuple[Wording, ...]:
    """Give the wordings that a machine leaves which swaps words for synonyms, each with what stood there."""
    raw = read("spun")
    kept = {*raw["allowed"], *raw["fixed"], *raw["phrases"]}
    found = {words: Wording(words, WORN, f"for “{what}”") for words, what in raw["worn"].items()}
    for weight, originals, most in ((PHRASE, raw["phrases"], 1), (FIXED, raw["fixed"], MOST_SWAPPED)):
        for original in originals:
            for words in broken(original.split(), raw["swaps"], most):
                if words not in kept:
                    found[words] = Wording(words, weight, f"for “{original}”")
    return tuple(found[words] for words in sorted(found))


def broken(words: Sequence[str], swaps: Mapping[str, Sequence[str]], most: int) -> Iterator[str]:
    """Give a phrase with one word or more, up to `most`, swapped."""
    for count in range(1, most + 1):
        for places in combinations([i for i, w in enumerate(words) if w in swaps], count):
            for chosen in product(*(swaps[words[i]] for i in places)):
                made = list(words)
                for i, swap in zip(places, chosen, strict=True):
                    made[i] = swap
                if count < len(words):
                    yield " ".join(made)


@cache
def translated() -> tuple[Wording, ...]:
    """Give the wordings that a translation keeps of another language."""
    rows = read("translated")["phrases"].items()
    return tuple(Wording(words, float(weight), "rendered word for word") for words, weight in sorted(rows))


@cache
def habits(name: str) -> tuple[Pattern, ...]:
    """Give the habits of writing that a translation keeps (`translated`) or that a rewriter shows (`spun`)."""
    return tuple(
        Pattern(re.compile(p["find"]), float(p["weight"]), p["what"], tuple(map(re.compile, p.get("needs", ()))))
        for p in read(name)["patterns"]
    )


@cache
def foreign_agencies() -> tuple[frozenset[str], re.Pattern[str]]:
    """Give agencies that write in another language, and how names of foreign publishers are made."""
    raw = read("translated")
    return frozenset(raw["agencies"]), re.compile(raw["foreign_name"])
