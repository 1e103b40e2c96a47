"""Lay the documents of a pile out as columns of words: body words only, each with what tracing asks of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence, Set
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from readout.records import Attribution, Block, Document, Recurrence, Sentence
from readout.tables import Table
from readout.text.align import Senses
from readout.text.distinct import Distinct, distinct
from readout.text.pieces import ANNOUNCED, CLOSED, NAME, NUMBER, Marked
from readout.text.pieces import QUOTED as QUOTED_WORD
from readout.text.rarity import rarity
from readout.text.skeleton import Skeleton, among, names, skeleton
from readout.text.synonyms import Vocabulary, function_words, shadow_word, vocabulary, word_hashes
from readout.text.words import CAPITAL, DIGIT, OPENS_SENTENCE, QUOTED, Words, words_of_texts

BODY = frozenset(("title", "deck", "heading", "body"))  # boilerplate, captions, credits never link pages
HEAD = frozenset(("title", "deck"))
COLON = re.compile(r":[ \t\"”’'*_)]*\n[\W_]*(?:\d{1,2}[.)]\s+)?")
PIECE = 1 << 13  # documents laid out together, to bound memory
Bools = NDArray[np.bool_]


class Pile(NamedTuple):
    """The documents in order of their ids, and their body words.

    Shapes: arrays are (words,), one row per body word of `cut`, text after text — `quoted`: within attributed or
    quoted words; `sentences` int32: number of the sentence within the document; `announced`:
    first words behind a line that ends in a colon; `titles`: within a title or deck; `distinct` int32: row of the
    word in `known`; `named`: capitalised though nothing but being a name asks for it.
    """

    documents: tuple[Document, ...]
    cut: Words
    quoted: Bools
    sentences: NDArray[np.int32]
    announced: Bools
    titles: Bools
    distinct: NDArray[np.int32]
    named: Bools
    known: Known

    def marked(self) -> Marked:
        """Give the words as `pieces` looks at them."""
        marks = np.zeros(len(self.cut.hashes), np.uint8)
        numbers = self.cut.flags & DIGIT > 0
        of_kind = (self.known.closed[self.distinct], self.named, numbers, self.quoted, self.announced)
        for bit, mask in zip((CLOSED, NAME, NUMBER, QUOTED_WORD, ANNOUNCED), of_kind, strict=True):
            marks |= mask.astype(np.uint8) * np.uint8(bit)
        firsts, known = self.cut.firsts, self.known
        stems = known.vocabulary.senses.keys[known.vocabulary.senses.firsts[1:] - 1]
        return Marked(self.cut.hashes, marks, self.sentences, self.distinct, firsts, known.rarities, stems)

    def senses(self) -> Senses:
        """Give the keys by which words match another wording, and which of them each word has."""
        held = self.known.vocabulary.senses
        return held.keys, held.firsts, self.distinct

    def skeleton(self) -> Skeleton:
        """Give the words that a rewriter leaves: function words, names, numbers."""
        return skeleton(self.cut, self.known.closed[self.distinct] | self.named | (self.cut.flags & DIGIT > 0))

    def span(self, text: int, first: int, last: int) -> tuple[int, int]:
        """Give the code points of the words `[first, last)` of a text."""
        return span_of(self.cut, text, first, last)


def span_of(cut: Words, text: int, first: int, last: int) -> tuple[int, int]:
    """Give the code points of the words `[first, last)` of a text."""
    base = int(cut.firsts[text])
    return int(cut.starts[base + first]), int(cut.ends[base + last - 1])


class Known(NamedTuple):
    """The distinct words of a pile. Shapes: arrays (words,), in order of `vocabulary.hashes`."""

    vocabulary: Vocabulary
    closed: Bools
    rarities: NDArray[np.float64]
    lower: Bools  # seen in lower case


def pile_of(
    documents: Table[Document],
    blocks: Table[Block],
    recurrences: Table[Recurrence],
    sentences: Table[Sentence],
    attributions: Table[Attribution],
) -> Pile:
    """Lay out a pile. Cost: linear in characters; memory 29 bytes a body word, and a piece's worth while it works."""
    ordered = tuple(sorted(documents, key=lambda d: d.doc_id))
    furniture = {(r.doc_id, r.start, r.end) for r in recurrences}
    starts: dict[Hashable, list[int]] = defaultdict(list)
    for s in sentences:
        starts[s.doc_id].append(s.start)
    rows = Rows(blocks.by("doc_id"), starts, quotations(attributions), furniture)
    laid: list[NDArray[Any]] = [np.empty(room(ordered), kind) for kind in KINDS]
    firsts: list[NDArray[np.int64]] = [np.zeros(1, np.int64)]
    lists: list[tuple[int, Spelt]] = []
    at = 0
    for low in range(0, max(1, len(ordered)), PIECE):
        piece, piece_firsts, words = laid_out(ordered[low : low + PIECE], rows)
        for k, part in enumerate(piece):
            laid[k][at : at + len(piece.hashes)] = part
        firsts.append(at + piece_firsts[1:])
        lists.append((at, words))
        at += len(piece.hashes)
    for column in laid:
        column.resize(at, refcheck=False)  # gives the room back without a copy: pages never touched
    columns = Columns(*laid)
    known = known_words(lists, columns.rows)
    cut = Words(columns.hashes, columns.starts, columns.ends, columns.flags, np.concatenate(firsts))
    named = names(cut, known.closed[columns.rows], known.lower[columns.rows])
    marks = (columns.quoted, columns.sentences, columns.announced, columns.titles)
    return Pile(ordered, cut, *marks, columns.rows, named, known)


KINDS: tuple[Any, ...] = (np.uint64, np.int32, np.int32, np.uint8, np.bool_, np.int32, np.bool_, np.bool_, np.int32)


class Columns(NamedTuple):
    """Columns of body words, as in `Pile`; `rows` int32: the number of the word in a list of distinct words."""

    hashes: NDArray[np.uint64]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    flags: NDArray[np.uint8]
    quoted: Bools
    sentences: NDArray[np.int32]
    announced: Bools
    titles: Bools
    rows: NDArray[np.int32]


def room(documents: Iterable[Document]) -> int:
    """Give a number of words that documents do not exceed: a blank parts two, but for scripts without blanks."""
    return sum(len(d.text) // 2 + 1 if d.text.isascii() else len(d.text) for d in documents) + 1


class Rows(NamedTuple):
    """What is known of each document, by its id; and the blocks that recur."""

    blocks: Mapping[Hashable, Sequence[Block]]
    sentences: Mapping[Hashable, Sequence[int]]  # where each sentence starts
    quoted: Mapping[Hashable, Sequence[tuple[int, int]]]  # what is said in direct speech
    furniture: Set[tuple[str, int, int]]


def quotations(attributions: Iterable[Attribution]) -> dict[Hashable, list[tuple[int, int]]]:
    """Give for each document the spans of what is said in direct speech."""
    found: dict[Hashable, list[tuple[int, int]]] = defaultdict(list)
    for a in attributions:
        if a.kind == "direct":
            found[a.doc_id] += [(start, end) for start, end in a.content]
    return found


class Spelt(NamedTuple):
    """The distinct words of some documents, furniture included. Shapes: `hashes` uint64 (words,), ascending; a spelling of
    each; `lower` bool (words,): seen in lower case."""

    hashes: NDArray[np.uint64]
    spellings: list[str]
    lower: Bools


def laid_out(documents: Sequence[Document], held: Rows) -> tuple[Columns, NDArray[np.int64], Spelt]:
    """Lay out some documents: the columns, where each document begins in them, and the distinct words."""
    ids = [d.doc_id for d in documents]
    whole = words_of_texts([d.text for d in documents])
    found = distinct(whole.hashes)
    places = Places({d: i for i, d in enumerate(ids)}, whole)
    blocks = [b for d in ids for b in held.blocks.get(d, ())]
    mask = places.inside(body_spans(blocks, held.furniture))
    quoted = places.inside((d, *span) for d in ids for span in held.quoted.get(d, ()))
    quoted |= whole.flags & QUOTED > 0
    numbers = places.counted((d, start) for d in ids for start in held.sentences.get(d, ()))
    announced = places.begins((d.doc_id, m.end()) for d in documents for m in COLON.finditer(d.text))
    titles = places.inside((b.doc_id, b.start, b.end) for b in blocks if b.role in HEAD)
    made: tuple[NDArray[Any], ...] = (*whole[:4], quoted, numbers, announced, titles, found.rows)
    before = np.concatenate([[0], np.cumsum(mask)]).astype(np.int64)
    return Columns(*(column[mask] for column in made)), before[whole.firsts], spelt(documents, whole, found)


class Places:
    """Where code points of documents lie among all words."""

    def __init__(self, numbers: Mapping[str, int], words: Words) -> None:
        self.numbers, self.firsts = numbers, words.firsts
        texts = np.repeat(np.arange(len(numbers), dtype=np.int64) << 32, np.diff(words.firsts))
        self.keys = texts | words.starts

    def at(self, doc_ids: Iterable[str], points: Iterable[int]) -> NDArray[np.int64]:
        """Give the first word that starts at or behind each point."""
        texts = np.fromiter((self.numbers[d] for d in doc_ids), np.int64)
        return np.searchsorted(self.keys, (texts << 32) | np.fromiter(points, np.int64)).astype(np.int64)

    def inside(self, spans: Iterable[tuple[str, int, int]]) -> Bools:
        """Mark the words that start within one of the spans."""
        held = list(spans)
        depth = np.bincount(self.at((d for d, _, _ in held), (s for _, s, _ in held)), minlength=len(self.keys) + 1)
        depth -= np.bincount(self.at((d for d, _, _ in held), (e for _, _, e in held)), minlength=len(self.keys) + 1)
        return np.cumsum(depth)[: len(self.keys)] > 0

    def counted(self, points: Iterable[tuple[str, int]]) -> NDArray[np.int32]:
        """Give each word the number of points of its document that lie at or before its start."""
        held = list(points)
        steps = np.bincount(self.at((d for d, _ in held), (p for _, p in held)), minlength=len(self.keys) + 1)
        texts = np.fromiter((self.numbers[d] for d, _ in held), np.int64)
        before = (
            np.cumsum(np.bincount(texts, minlength=len(self.numbers)))
            if held
            else np.zeros(len(self.numbers), np.int64)
        )
        earlier = np.concatenate([[0], before[:-1]])[: len(self.numbers)]
        numbers = np.cumsum(steps)[: len(self.keys)] - np.repeat(earlier, np.diff(self.firsts))
        return np.asarray(numbers, np.int32)

    def begins(self, points: Iterable[tuple[str, int]]) -> Bools:
        """Mark the first word of the document at or behind each point."""
        held = list(points)
        found = self.at((d for d, _ in held), (p for _, p in held))
        texts = np.fromiter((self.numbers[d] for d, _ in held), np.int64)
        made = np.zeros(len(self.keys), bool)
        made[found[found < self.firsts[texts + 1]]] = True
        return made


def spelt(documents: Sequence[Document], whole: Words, found: Distinct) -> Spelt:
    """Give one spelling of each distinct word, and which are seen in lower case."""
    texts = np.searchsorted(whole.firsts, found.first, side="right") - 1
    bounds = zip(texts.tolist(), whole.starts[found.first].tolist(), whole.ends[found.first].tolist(), strict=True)
    lower = np.zeros(len(found.values), bool)
    lower[found.rows[whole.flags & (CAPITAL | OPENS_SENTENCE) == 0]] = True
    return Spelt(found.values, [shadow_word(documents[i].text[s:e]) for i, s, e in bounds], lower)


def known_words(lists: Sequence[tuple[int, Spelt]], rows: NDArray[np.int32]) -> Known:
    """Look up each distinct word of the pile once. `lists`: the words of each piece and where its words begin in `rows`,
    which are renumbered in place."""
    values, first = np.unique(np.concatenate([words.hashes for _, words in lists]), return_index=True)
    every = [spelling for _, words in lists for spelling in words.spellings]
    spellings = [every[i] for i in first.tolist()]
    lower = np.zeros(len(values), bool)
    for (at, words), end in zip(lists, [*(at for at, _ in lists[1:]), len(rows)], strict=True):
        rank = np.searchsorted(values, words.hashes).astype(np.int32)
        rows[at:end] = rank[rows[at:end]]
        lower[rank[words.lower]] = True
    return known_of(values, spellings, lower)


def known_of(values: NDArray[np.uint64], spellings: Sequence[str], lower: Bools) -> Known:
    """Look up distinct words, given in order of their hashes."""
    closed = among(values, word_hashes(function_words()))
    return Known(vocabulary(values, spellings), closed, np.array([rarity(w) for w in spellings]), lower)


def body_spans(blocks: Iterable[Block], furniture: Set[tuple[str, int, int]]) -> Iterator[tuple[str, int, int]]:
    """Give the stretches whose words may link pages."""
    for b in blocks:
        if b.role in BODY and (b.doc_id, b.start, b.end) not in furniture:
            yield b.doc_id, b.start, b.end
