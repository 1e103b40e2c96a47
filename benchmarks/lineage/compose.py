"""Compose new sentences from treebank phrases, so that any number of unrelated articles can be written.

Grammar and function words are real, the sense is not: a frame keeps its root, its phrases come from elsewhere.
"""

import random
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from benchmarks.lineage.treebank import Sentence, Word
from benchmarks.lineage.wording import fixed_articles, recased, respaced

MOVABLE = frozenset(
    [
        "nsubj",
        "obj",
        "obl",
        "advmod",
        "nmod",
        "conj",
        "advcl",
        "acl",
        "acl:relcl",
        "ccomp",
        "xcomp",
        "amod",
        "compound",
        "appos",
        "nummod",
        "nsubj:pass",
        "obl:tmod",
    ]
)
LONGEST = 9  # words in a borrowed phrase: the longest run two unrelated articles can share by construction
BORROW = 0.9
Arc = tuple[int, str]


class Phrase(NamedTuple):
    """A run of words under one head, with the arcs inside it; `top` is the head's place."""

    words: tuple[Word, ...]
    arcs: tuple[Arc, ...]
    top: int


Bank = dict[tuple[str, str], list[Phrase]]


def children(arcs: tuple[tuple[int, str], ...]) -> dict[int, list[int]]:
    below: dict[int, list[int]] = defaultdict(list)
    for i, (head, _) in enumerate(arcs):
        below[head].append(i)
    return below


def subtree(below: dict[int, list[int]], top: int) -> list[int]:
    """Positions of the words under one word, itself included, in text order."""
    found, todo = [], [top]
    while todo:
        node = todo.pop()
        found.append(node)
        todo.extend(below.get(node, ()))
    return sorted(found)


def is_run(positions: list[int]) -> bool:
    return positions[-1] - positions[0] == len(positions) - 1


def is_phrase(words: tuple[Word, ...]) -> bool:
    return (
        len(words) <= LONGEST
        and words[0].upos != "PUNCT"
        and words[-1].upos != "PUNCT"
        and '"' not in {w.form for w in words}
    )


def cut_phrase(sentence: Sentence, positions: list[int], top: int) -> Phrase:
    first = positions[0]
    arcs = tuple((head - first, relation) for head, relation in sentence.arcs[first : positions[-1] + 1])
    return Phrase(sentence.words[first : positions[-1] + 1], arcs, top - first)


def short_runs(sentence: Sentence) -> list[tuple[int, list[int]]]:
    """(head, positions) of each movable phrase that is one run of at most nine words."""
    below = children(sentence.arcs)
    tops = [i for i, (_, relation) in enumerate(sentence.arcs) if relation in MOVABLE]
    found = ((i, subtree(below, i)) for i in tops)
    return [(i, p) for i, p in found if is_run(p) and len(p) <= LONGEST]


def build_bank(sentences: Iterable[Sentence]) -> Bank:
    """Phrases by (relation, tag of their head), without punctuation at their ends."""
    bank: Bank = defaultdict(list)
    for sentence in sentences:
        for top, positions in short_runs(sentence):
            phrase = cut_phrase(sentence, positions, top)
            if is_phrase(phrase.words):
                bank[(sentence.arcs[top][1], sentence.words[top].xpos)].append(phrase)
    return dict(bank)


def choose_phrases(frame: Sentence, bank: Bank, rng: random.Random) -> list[tuple[int, Phrase | None, int]]:
    """The frame cut into (position, phrase or None for the frame's own word, frame words covered), outermost first."""
    starts: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for top, positions in short_runs(frame):
        starts[positions[0]].append((len(positions), top))
    out: list[tuple[int, Phrase | None, int]] = []
    position = 0
    while position < len(frame.words):
        size, top = max(starts.get(position, [(1, position)]))
        offers = bank.get((frame.arcs[top][1], frame.words[top].xpos), ()) if position in starts else ()
        taken = rng.choice(offers) if offers and rng.random() < BORROW else None
        out.append((top, taken, size) if taken else (position, None, 1))
        position += size if taken else 1
    return out


def refilled(frame: Sentence, bank: Bank, rng: random.Random) -> Sentence:
    """The frame with nine in ten of its smaller phrases taken from other sentences, and the parse that results."""
    parts = choose_phrases(frame, bank, rng)
    words: list[Word] = []
    arcs: list[Arc] = []
    moved: dict[int, int] = {-1: -1}
    for position, phrase, _ in parts:
        start = len(words)
        moved[position] = start + (phrase.top if phrase else 0)
        words.extend(phrase.words if phrase else (frame.words[position],))
        arcs.extend((start + head, relation) for head, relation in (phrase.arcs if phrase else ((0, ""),)))
    for position, _, _ in parts:
        head, relation = frame.arcs[position]
        arcs[moved[position]] = (moved[head], relation)
    return Sentence(tuple(words), arcs=tuple(arcs))


def composed(frames: list[Sentence], bank: Bank, rng: random.Random) -> Sentence:
    """One new sentence with its parse."""
    made = refilled(rng.choice(frames), bank, rng)
    return made._replace(words=fixed_articles(recased(respaced(made.words))))
