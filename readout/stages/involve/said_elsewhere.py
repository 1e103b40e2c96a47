"""Find who speaks the same words on other pages of a pile."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

WORD: Final = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
FEWEST: Final = 3  # words of a saying that can be known again
ENOUGH: Final = 5  # words of a saying that can be known again though some of them differ
MOST: Final = 60  # sayings with three words in common that are looked at: a pile of copies stays cheap
LEAST: Final = 0.8  # share of the shorter saying's words that both have; ours


class Elsewhere:
    """Who speaks the same words on other pages of a pile."""

    def __init__(self, said: Iterable[tuple[str, str, str | None, float, bool]]) -> None:
        """`said` holds page, words, speaker, how sure it is, and whether the page names who spoke beside the words."""
        rows = ((doc, tuple(words(text)), who, sure, named) for doc, text, who, sure, named in said)
        self.rows = sorted((row for row in rows if len(row[1]) >= FEWEST), key=lambda row: (row[:2], row[2] or "", *row[3:]))
        self.by_run: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for i, (_, told, *_) in enumerate(self.rows):
            for run in runs(told):
                if len(self.by_run[run]) < MOST:
                    self.by_run[run].append(i)

    def votes(self, doc_id: str, text: str) -> tuple[Mapping[str, float], int, Mapping[str, int]]:
        """Who speaks these words on other pages, each page once; on how many pages they stand; and how many name him there."""
        mine = words(text)
        if len(mine) < FEWEST:
            return {}, 0, {}
        naming: dict[str, set[str]] = defaultdict(set)
        pages: dict[str, dict[str, float]] = defaultdict(dict)
        for i in sorted({i for run in runs(mine) for i in self.by_run.get(run, ())}):
            doc, theirs, who, sure, named = self.rows[i]
            if doc == doc_id or not alike(mine, theirs):
                continue
            told = pages[doc]
            if who:
                told[who] = max(told.get(who, 0.0), sure)
                naming[who] |= {doc} if named else set()
        votes: dict[str, float] = defaultdict(float)
        for told in pages.values():
            for who, sure in told.items():
                votes[who] += sure
        return votes, len(pages), {who: len(docs) for who, docs in naming.items() if docs}


def words(text: str) -> list[str]:
    """The words of a saying in lower case."""
    return [m[0].lower().replace("’", "'") for m in WORD.finditer(text)]


def runs(told: Sequence[str]) -> set[tuple[str, ...]]:
    """Every three words that follow one another."""
    return {tuple(told[i : i + FEWEST]) for i in range(len(told) - FEWEST + 1)}


def alike(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """The words of one stand in the other in one run, or nearly all are the same."""
    a, b = sorted((list(mine), list(theirs)), key=len)
    if f" {' '.join(a)} " in f" {' '.join(b)} ":
        return True
    both = len(set(a) & set(b))
    return len(a) >= ENOUGH and both >= LEAST * len(set(b))
