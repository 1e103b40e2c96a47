"""Whose word an event rests on, by syntax: the subject of the verb of saying around it."""

from __future__ import annotations

from readout.text.event_arguments import subjects
from readout.text.event_status import Modality
from readout.text.event_tree import Tree

SAYING = frozenset({"accuse", "allege", "deny", "quote", "urge", "demand"})


def speaker_of(tree: Tree, i: int, words: Modality) -> int | None:
    """Head of the phrase that names who says so; null where the sentence tells it as fact."""
    below = i
    for up in tree.above(i):
        rel = tree.words[below].deprel.partition(":")[0]
        if tree.lemma(up) in words.saying and rel in ("ccomp", "parataxis", "advcl"):
            found = subjects(tree, up)[0]
            return found[0] if found and found[0] != i else None
        below = up
    root = below
    for c in tree.of(root, "parataxis", "ccomp", "advcl"):
        if tree.lemma(c) in words.saying and tree.rel(c) == "parataxis" and tree.of(c, "nsubj"):
            return tree.of(c, "nsubj")[0]
    for c in tree.of(root, "obl"):
        if {"according"} & (tree.cases(c) | {tree.lows[c]}):
            return c
    return None
