"""Sentences → tensors: label inventories, examples, and batches of like length."""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from readout.models.forms import NO_SHAPE, shape
from readout.models.lemmas import script_of
from readout.models.wordpiece import WordPiece
from training.language.corpus import NER_TAGS, Sentence, Token
from training.language.network import Inputs

# The label that losses skip.
NOTHING = -100
# Longest sentence trained on, in words and in pieces; longer ones are rare and cost the square.
MAX_WORDS, MAX_PIECES = 120, 300


@dataclass(frozen=True)
class Labels:
    """The classes of each head, in the order of the network's outputs."""

    tags: tuple[str, ...]
    rels: tuple[str, ...]
    lemmas: tuple[str, ...]
    names: tuple[str, ...] = NER_TAGS


@dataclass(frozen=True)
class Example:
    """One sentence as numbers; NOTHING where a label is missing."""

    pieces: list[int]
    shapes: list[int]
    first: list[int]
    last: list[int]
    tags: list[int]
    heads: list[int]
    rels: list[int]
    lemmas: list[int]
    names: list[int]


def collect_labels(sentences: Iterable[Sentence]) -> Labels:
    """All tags; relations seen five times (rarer ones fall to their base); lemma scripts seen twice."""
    tokens = [t for s in sentences for t in s.tokens]
    rels = Counter(t.deprel or "" for t in tokens)
    scripts = Counter(script_of(t.form, t.lemma or "") for t in tokens)
    kept = {r for r in rels if rels[r] >= 5} | {r.split(":")[0] for r in rels}
    common = [s for s, n in scripts.most_common() if n >= 2]
    return Labels(tuple(sorted({t.upos or "X" for t in tokens})), tuple(sorted(kept)), tuple(common))


class Encode:
    """Sentence → Example under one vocabulary and one inventory of labels."""

    def __init__(self, cut: WordPiece, labels: Labels) -> None:
        self._cut = cut
        self._tags = {t: i for i, t in enumerate(labels.tags)}
        self._rels = {r: i for i, r in enumerate(labels.rels)}
        self._lemmas = {s: i for i, s in enumerate(labels.lemmas)}
        self._names = {t: i for i, t in enumerate(labels.names)}

    def __call__(self, sentence: Sentence) -> Example:
        """The example; every word has at least one piece."""
        pieces, shapes, first, last = [self._cut.start], [NO_SHAPE], [], []
        for token in sentence.tokens:
            ids = self._cut(token.form)
            first.append(len(pieces))
            pieces.extend(ids)
            shapes.extend([shape(token.form)] * len(ids))
            last.append(len(pieces) - 1)
        pieces.append(self._cut.end)
        shapes.append(NO_SHAPE)
        return Example(pieces, shapes, first, last, *self._targets(sentence.tokens))

    def _targets(self, tokens: Sequence[Token]) -> tuple[list[int], ...]:
        return (
            [self._tags.get(t.upos or "", NOTHING) for t in tokens],
            [NOTHING if t.head is None else t.head for t in tokens],
            [self._rel(t.deprel) for t in tokens],
            [NOTHING if t.lemma is None else self._lemma(t) for t in tokens],
            [self._names.get(t.ner or "", NOTHING) for t in tokens],
        )

    def _rel(self, rel: str | None) -> int:
        return NOTHING if rel is None else self._rels.get(rel, self._rels[rel.split(":")[0]])

    def _lemma(self, token: Token) -> int:
        return self._lemmas.get(script_of(token.form, token.lemma or ""), NOTHING)


def short_enough(example: Example) -> bool:
    """Whether the example is trained on."""
    return len(example.first) <= MAX_WORDS and len(example.pieces) <= MAX_PIECES


def grouped(examples: Iterable[Example], pieces: int, chance: random.Random) -> list[list[Example]]:
    """Batches of like length, each of at most so many pieces with padding, in random order."""
    ordered = sorted(examples, key=lambda e: len(e.pieces) + chance.random() * 4)
    batches: list[list[Example]] = [[]]
    longest = 0
    for example in ordered:
        longest = max(longest, len(example.pieces))
        if batches[-1] and longest * (len(batches[-1]) + 1) > pieces:
            batches.append([])
            longest = len(example.pieces)
        batches[-1].append(example)
    chance.shuffle(batches)
    return batches


def tensors(batch: Sequence[Example]) -> tuple[Inputs, dict[str, Tensor]]:
    """Inputs and targets, padded on the right."""
    inputs = Inputs(
        _padded(batch, lambda e: e.pieces, 0),
        _padded(batch, lambda e: e.shapes, NO_SHAPE),
        _padded(batch, lambda e: [1] * len(e.pieces), 0).bool(),
        _padded(batch, lambda e: e.first, 0),
        _padded(batch, lambda e: e.last, 0),
        _padded(batch, lambda e: [1] * len(e.first), 0).bool(),
    )
    fields = ("tags", "heads", "rels", "lemmas", "names")
    return inputs, {f: _padded(batch, lambda e, f=f: getattr(e, f), NOTHING) for f in fields}  # type: ignore[misc]


def _padded(batch: Sequence[Example], values: Callable[[Example], list[int]], filler: int) -> Tensor:
    rows = [values(e) for e in batch]
    width = max(map(len, rows))
    return torch.tensor([r + [filler] * (width - len(r)) for r in rows])
