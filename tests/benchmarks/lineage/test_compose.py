"""Composed sentences: new word order from old phrases, with a parse that is still a tree."""

import random
from pathlib import Path

from benchmarks.lineage.compose import build_bank, composed
from benchmarks.lineage.treebank import read_documents, stamped


def test_composed_sentences_are_trees_over_their_words(treebank: Path) -> None:
    frames = [stamped(s, i) for i, s in enumerate(s for d in read_documents(treebank, "tuning") for s in d)]
    bank, rng = build_bank(frames), random.Random(5)
    for _ in range(200):
        made = composed(frames, bank, rng)
        heads = [head for head, _ in made.arcs]
        assert len(heads) == len(made.words) and heads.count(-1) == 1
        for i in range(len(heads)):
            seen = set()
            while i != -1:
                assert i not in seen
                seen.add(i)
                i = heads[i]


def test_composed_sentences_are_new(treebank: Path) -> None:
    frames = [stamped(s, i) for i, s in enumerate(s for d in read_documents(treebank, "tuning") for s in d)]
    old, bank, rng = {s.text() for s in frames}, build_bank(frames), random.Random(5)
    made = [composed(frames, bank, rng).text() for _ in range(100)]
    assert sum(text in old for text in made) < 5 and len(set(made)) > 95
