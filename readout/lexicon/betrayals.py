"""betrayals: wordings by which a page shows that a machine rewrote or translated it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, product
from typing import Any, NamedTuple

from readout.lexicon import read

FIXED, PHRASE, WORN = 2.0, 1.0, 1.0  # weights: a broken title, a broken set phrase, a wording of machines
MOST_SWAPPED = 2  # words of one phrase


class Wording(NamedTuple):
    """A wording that betrays a page: its words, what it weighs, and what it stands for, or shows."""

    words: str
    weight: float
    what: str


class Pattern(NamedTuple):
    """A habit of writing that betrays a page. `needs` and `words` are quick to look for: one stands wherever it shows."""

    find: re.Pattern[str]
    weight: float
    what: str
    needs: tuple[re.Pattern[str], ...]
    words: tuple[str, ...]

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Find the habit in a text."""
        return self.find.finditer(text) if self.may_stand_in(text) else iter(())

    def may_stand_in(self, text: str) -> bool:
        """Tell quickly whether the habit may show in a text."""
        for word in self.words:
            if word in text:
                return True
        for needed in self.needs:
            if needed.search(text):
                return True
        return not self.needs and not self.words


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
    return tuple(pattern(p) for p in read(name)["patterns"])


def pattern(raw: Mapping[str, Any]) -> Pattern:
    """Prepare a habit; what it needs is looked for as it stands where that is all."""
    needs = raw.get("needs", ())
    words = tuple(n for n in needs if not set(n) & set("\\[](){}.*+?|^$"))
    rest = tuple(re.compile(n) for n in needs if n not in words)
    return Pattern(re.compile(raw["find"]), float(raw["weight"]), raw["what"], rest, words)


@cache
def foreign_agencies() -> tuple[frozenset[str], re.Pattern[str]]:
    """Give agencies that write in another language, and how names of foreign publishers are made."""
    raw = read("translated")
    return frozenset(raw["agencies"]), re.compile(raw["foreign_name"])
