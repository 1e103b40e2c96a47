"""The material an outlet writes from: natural articles while they last, composed sentences for ever."""

import random
from pathlib import Path
from typing import NamedTuple

from benchmarks.lineage.compose import Bank, build_bank, composed
from benchmarks.lineage.furniture import Outlet, outlets
from benchmarks.lineage.reshape import Body, paragraphs
from benchmarks.lineage.treebank import Sentence, read_documents, stamped
from benchmarks.lineage.wording import Lexicon, build_lexicon

ARTICLE_SENTENCES = (8, 20)
OUTLETS = 240
MINUTES_PER_PILE = 60 * 24 * 60


class Page(NamedTuple):
    """One article as its outlet printed it. `upstream` holds the numbers of all pages it descends from."""

    number: int
    body: Body
    outlet: Outlet
    minute: int
    upstream: frozenset[int] = frozenset()
    families: tuple[str, ...] = ()
    doings: tuple[str, ...] = ()
    credits: str = ""
    category: str = ""
    group: str = ""
    hand: str = ""


class World:
    """Hands out natural originals, composed sentences, page numbers and sentence ids, all from one seed."""

    def __init__(self, treebank: Path, synonyms: Path, split: str, seed: int) -> None:
        self.rng = random.Random(f"{split}/{seed}")
        documents = read_documents(treebank, split)
        self.frames: list[Sentence] = []
        for sentence in (s for d in documents for s in d):
            self.frames.append(stamped(sentence, len(self.frames)))
        self.lexicon: Lexicon = build_lexicon(self.frames, synonyms)
        self.bank: Bank = build_bank(self.frames)
        self.split, self.next_sid, self.next_page = split, len(self.frames), 0
        self.author: dict[int, int] = {}
        self.articles = cut_articles([len(d) for d in documents], self.rng)
        self.rng.shuffle(self.articles)
        self.outlets = outlets(OUTLETS, self.rng)

    def number(self) -> int:
        self.next_page += 1
        return self.next_page - 1

    def write(self, author: int) -> Sentence:
        """A composed sentence by the page of that number."""
        sentence = stamped(composed(self.frames, self.bank, self.rng), self.next_sid)
        self.author[self.next_sid] = author
        self.next_sid += 1
        return sentence

    def write_many(self, author: int, low: int, high: int) -> list[Sentence]:
        return [self.write(author) for _ in range(self.rng.randint(low, high))]

    def original(self, author: int) -> tuple[Body, bool]:
        """A body nobody has printed yet, and whether it is natural text."""
        if not self.articles:
            return paragraphs(self.write_many(author, *ARTICLE_SENTENCES), self.rng), False
        start, end = self.articles.pop()
        sentences = self.frames[start:end]
        self.author.update({s.sid: author for s in sentences})
        return paragraphs(sentences, self.rng), True


def cut_articles(sizes: list[int], rng: random.Random) -> list[tuple[int, int]]:
    """[start, end) of articles of 8 to 20 running sentences; short treebank documents are joined with the next."""
    cuts, start, total = [], 0, sum(sizes)
    while start + ARTICLE_SENTENCES[0] <= total:
        end = min(total, start + rng.randint(*ARTICLE_SENTENCES))
        cuts.append((start, end))
        start = end
    return cuts
