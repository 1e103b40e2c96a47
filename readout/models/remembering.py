"""A parser that remembers: each distinct sentence goes through the network once, however many pages carry it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from functools import cache

from readout.models.english import English, Tier, Word, load_english

REMEMBERED = 50_000  # sentences; about 150 MB of words at 30 a sentence


class Remembering:
    """An English parser with a memory by content. A sentence's words depend on the sentence alone, so what is
    remembered cannot change a result; only the time it takes."""

    def __init__(self, english: English, size: int = REMEMBERED) -> None:
        self.english, self.size = english, size
        self.seen: OrderedDict[str, list[Word]] = OrderedDict()

    def parse(self, texts: Sequence[str], /) -> list[list[Word]]:
        """Give the words of each sentence, from memory where it was read before; what is new is read together."""
        new = list(dict.fromkeys(text for text in texts if text not in self.seen))
        read = dict(zip(new, self.english.parse(new), strict=True))
        found = [read[text] if text in read else self.seen[text] for text in texts]
        for text, words in zip(texts, found, strict=True):
            self.seen[text] = words
            self.seen.move_to_end(text)
        while len(self.seen) > self.size:
            self.seen.popitem(last=False)
        return found


@cache
def remembering(tier: Tier) -> Remembering:
    """Give this process's parser of a tier, loaded once."""
    return Remembering(load_english(tier))
