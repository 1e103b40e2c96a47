"""Read the attributions of short texts with the parser that ships."""

from __future__ import annotations

from functools import cache

from readout.lexicon import abbreviations, reporting, speech
from readout.lexicon.names import name_words
from readout.models.english import English, load_english
from readout.text.clause_trees import Tree
from readout.text.joined_sayings import Words, all_attributions
from readout.text.sentences import all_sentences, paragraphs
from readout.text.unit_reading import Said

KNOWN = Words(speech(), reporting(), name_words().gender_of)


@cache
def parser() -> English:
    return load_english("accurate")


def read(text: str, known: Words = KNOWN) -> list[Said]:
    """Every attribution of a text."""
    cut = all_sentences(text, paragraphs(text), abbreviations())
    trees = {}
    for start, end in (s for p in cut for s in p):
        moved = [w._replace(start=start + w.start, end=start + w.end) for w in parser().parse([text[start:end]])[0]]
        trees[start] = Tree(text, moved)
    return all_attributions(text, cut, trees, known)


def told(text: str) -> list[tuple[str, str, str]]:
    """Kind, who is named (before, or by the source itself), and content of each attribution."""
    found: list[tuple[str, str, str]] = []
    for s in read(text):
        outside = [x for x in s.named if not (s.source and s.source[0] <= x[0] < s.source[1])]
        who = outside[0] if outside else s.source
        found.append((s.kind, text[slice(*who)] if who else "", " … ".join(text[a:b] for a, b in s.content)))
    return found
