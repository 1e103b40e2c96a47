"""Compose new sentences from treebank phrases, so that any number of unrelated articles can be written.

Grammar and function words are real, the sense is not: a frame sentence keeps its root, its phrases come from elsewhere.
"""

import random
from collections import defaultdict
from collections.abc import Iterable

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
Bank = dict[tuple[str, str], list[tuple[Word, ...]]]


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


def build_bank(sentences: Iterable[Sentence]) -> Bank:
    """Phrases by (relation, tag of their head), each a run of words without quotation marks at its ends."""
    bank: Bank = defaultdict(list)
    for sentence in sentences:
        below = children(sentence.arcs)
        for i, (_, relation) in enumerate(sentence.arcs):
            if relation in MOVABLE:
                positions = subtree(below, i)
                words = tuple(sentence.words[p] for p in positions)
                if is_run(positions) and is_phrase(words):
                    bank[(relation, sentence.words[i].xpos)].append(words)
    return dict(bank)


def refilled(frame: Sentence, bank: Bank, rng: random.Random) -> list[Word]:
    """The frame's words with nine in ten of its smaller phrases taken from other sentences, outermost first."""
    below = children(frame.arcs)
    out: list[Word] = []
    position = 0
    starts = {}
    for i, (_, relation) in enumerate(frame.arcs):
        if relation in MOVABLE:
            positions = subtree(below, i)
            if is_run(positions) and len(positions) <= LONGEST:
                starts.setdefault(positions[0], []).append((len(positions), i))
    while position < len(frame.words):
        size, top = max(starts.get(position, [(0, -1)]))
        offers = bank.get((frame.arcs[top][1], frame.words[top].xpos), ()) if size else ()
        if offers and rng.random() < BORROW:
            out.extend(rng.choice(offers))
            position += size
        else:
            out.append(frame.words[position])
            position += 1
    return out


def composed(frames: list[Sentence], bank: Bank, rng: random.Random) -> Sentence:
    """One new sentence; no parse is claimed for it."""
    words = refilled(rng.choice(frames), bank, rng)
    return Sentence(fixed_articles(recased(respaced(words))))
