"""Lay the documents of a pile out as columns of words: body words only, each with what tracing asks of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from readout.records import Attribution, Block, Document, Recurrence, Sentence
from readout.tables import Table
from readout.text.pieces import ANNOUNCED, CLOSED, NAME, NUMBER, Marked
from readout.text.pieces import QUOTED as QUOTED_WORD
from readout.text.rarity import rarity
from readout.text.skeleton import among, names
from readout.text.synonyms import Senses, Vocabulary, function_words, senses, shadow_word, vocabulary, word_hashes
from readout.text.words import CAPITAL, DIGIT, OPENS_SENTENCE, QUOTED, Words, words_of_texts

BODY = frozenset(("title", "deck", "heading", "body"))  # boilerplate, captions, credits never link pages
HEAD = frozenset(("title", "deck"))
COLON = re.compile(r":[ \t\"”’'*_)]*\n[\W_]*(?:\d{1,2}[.)]\s+)?")
Bools = NDArray[np.bool_]
Spans = Sequence[tuple[int, int]]


class Pile(NamedTuple):
    """The documents in order of their ids, and their body words.

    Shapes: arrays are (words,), one row per body word of `cut`, text after text — `quoted`: within attributed or
    quoted words; `sentences` int64: number of the sentence within the document; `announced`:
    first words behind a line that ends in a colon; `titles`: within a title or deck; `distinct` int64: row of the
    word in `known`; `named`: capitalised though nothing but being a name asks for it.
    """

    documents: tuple[Document, ...]
    cut: Words
    quoted: Bools
    sentences: NDArray[np.int64]
    announced: Bools
    titles: Bools
    distinct: NDArray[np.int64]
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
        """Give the keys of all words by which they match another wording."""
        return senses(self.known.vocabulary, self.cut.hashes)

    def span(self, text: int, first: int, last: int) -> tuple[int, int]:
        """Give the code points of the words `[first, last)` of a text."""
        base = int(self.cut.firsts[text])
        return int(self.cut.starts[base + first]), int(self.cut.ends[base + last - 1])


class Known(NamedTuple):
    """The distinct words of a pile. Shapes: arrays (words,), in order of `vocabulary.hashes`."""

    vocabulary: Vocabulary
    closed: Bools
    rarities: NDArray[np.float64]
    lower: NDArray[np.uint64]


def pile_of(
    documents: Table[Document],
    blocks: Table[Block],
    recurrences: Table[Recurrence],
    sentences: Table[Sentence],
    attributions: Table[Attribution],
) -> Pile:
    """Lay out a pile. Cost: linear in characters."""
    ordered = tuple(sorted(documents, key=lambda d: d.doc_id))
    whole = words_of_texts([d.text for d in ordered])
    known = known_words(ordered, whole)
    held, furniture = blocks.by("doc_id"), recurrences.by("doc_id")
    by_sentence, said = sentences.by("doc_id"), attributions.by("doc_id")
    kept, quoted, numbers, announced, titles = [], [], [], [], []
    for i, document in enumerate(ordered):
        starts = whole.starts[whole.firsts[i] : whole.firsts[i + 1]]
        lines = sorted((s.start, s.end) for s in by_sentence.get(document.doc_id, ()))
        body = body_spans(held.get(document.doc_id, ()), furniture.get(document.doc_id, ()))
        contents = [span for a in said.get(document.doc_id, ()) if a.kind != "term" for span in a.content]
        kept.append(inside(starts, body))
        quoted.append(inside(starts, contents))
        numbers.append(numbered(starts, lines))
        announced.append(behind_colons(document.text, starts))
        titles.append(inside(starts, [(b.start, b.end) for b in held.get(document.doc_id, ()) if b.role in HEAD]))
    mask = joined(kept, bool)
    marks = joined(quoted, bool) | (whole.flags & QUOTED > 0)
    cut = only(whole, mask)
    return Pile(
        ordered, cut, marks[mask], joined(numbers, np.int64)[mask], joined(announced, bool)[mask],
        joined(titles, bool)[mask],
        np.searchsorted(known.vocabulary.hashes, cut.hashes),
        names(cut, known.vocabulary.hashes[known.closed], known.lower), known,
    )  # fmt: skip


def joined(
    parts: list[NDArray[np.bool_]] | list[NDArray[np.int64]], kind: type
) -> NDArray[np.bool_] | NDArray[np.int64]:
    return np.concatenate(parts) if parts else np.zeros(0, kind)


def only(whole: Words, mask: Bools) -> Words:
    """Keep the words that `mask` marks."""
    before = np.concatenate([[0], np.cumsum(mask)]).astype(np.int64)
    columns = (column[mask] for column in whole[:4])
    return Words(*columns, before[whole.firsts])


def known_words(documents: Sequence[Document], whole: Words) -> Known:
    """Look up each distinct word of the pile once."""
    distinct, first = np.unique(whole.hashes, return_index=True)
    texts = np.searchsorted(whole.firsts, first, side="right") - 1
    bounds = zip(texts.tolist(), whole.starts[first].tolist(), whole.ends[first].tolist(), strict=True)
    spelt = [shadow_word(documents[i].text[s:e]) for i, s, e in bounds]
    closed = word_hashes(function_words())
    lower = np.unique(whole.hashes[whole.flags & (CAPITAL | OPENS_SENTENCE) == 0])
    rarities = np.array([rarity(w) for w in spelt])
    return Known(vocabulary(distinct, spelt), among(distinct, closed), rarities, lower)


def body_spans(blocks: Iterable[Block], recurrences: Iterable[Recurrence]) -> list[tuple[int, int]]:
    """Give the stretches whose words may link pages."""
    furniture = {(r.start, r.end) for r in recurrences}
    return sorted((b.start, b.end) for b in blocks if b.role in BODY and (b.start, b.end) not in furniture)


def inside(starts: NDArray[np.int32], spans: Spans) -> Bools:
    """Mark the words that start within one of the spans."""
    depth = np.zeros(len(starts) + 1, np.int64)
    for start, end in spans:
        low, high = np.searchsorted(starts, (start, end))
        depth[low] += 1
        depth[high] -= 1
    return np.cumsum(depth)[:-1] > 0


def numbered(starts: NDArray[np.int32], lines: Spans) -> NDArray[np.int64]:
    """Give each word the number of its sentence."""
    firsts = np.array([start for start, _ in lines], np.int64)
    return np.searchsorted(firsts, starts, side="right").astype(np.int64)


def behind_colons(text: str, starts: NDArray[np.int32]) -> Bools:
    """Mark the first word behind each line that ends in a colon; the number of a list item is passed over."""
    made = np.zeros(len(starts), bool)
    ends = np.array([m.end() for m in COLON.finditer(text)], np.int64)
    places = np.searchsorted(starts, ends)
    made[places[places < len(starts)]] = True
    return made
