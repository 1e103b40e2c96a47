"""Read interviews and transcripts printed as NAME: words, or Q: words and A: words, a paragraph for each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from readout.text.clause_trees import Span, Tree
from readout.text.unit_reading import Said

LABEL: Final = re.compile(r"(?:[A-Z][\w.’'-]*\s+){0,3}[A-Z][\w.’'-]*(?=\s?:\s+\S)")
ASKING: Final = frozenset(("q", "question"))
ANSWERING: Final = frozenset(("a", "answer"))
FEWEST: Final = 3  # paragraphs with a label that make an interview; ours
MOST: Final = 6  # speakers of one
SURE: Final = 0.9  # a label names who speaks; ours


def interview(text: str, filled: Sequence[Sequence[Span]], trees: Mapping[int, Tree]) -> list[Said]:
    """Give one Said for each paragraph of an interview that a label leads; nothing where the page is none.

    Cost: linear. Method: ours: at least three labels, one of them twice, each a person's name or Q and A.
    """
    labels = {n: m.span() for n, p in enumerate(filled) if (m := LABEL.match(text, p[0][0], p[-1][1]))}
    persons = named_persons(text, trees)
    last = {text[slice(*p)].split()[-1] for p in persons}
    labels = {n: span for n, span in labels.items() if speaks(text[slice(*span)], last)}
    counts = Counter(text[slice(*span)].split()[-1].lower() for span in labels.values())
    paired = bool(ASKING & {*counts}) and bool(ANSWERING & {*counts})
    if len(labels) < FEWEST or len(counts) > MOST or not (paired or max(counts.values()) > 1):
        return []
    asked = answering(text, labels, filled, persons)
    return [said(text, n, span, filled[n], persons, asked) for n, span in sorted(labels.items())]


def named_persons(text: str, trees: Mapping[int, Tree]) -> list[Span]:
    """The names of persons on the page, in text order."""
    found: list[Span] = []
    for start in sorted(trees):
        for w in trees[start].words:
            if w.ner == "B-PER":
                found.append((w.start, w.end))
            elif w.ner == "I-PER" and found:
                found[-1] = (found[-1][0], w.end)
    return found


def speaks(label: str, last_names: Collection[str]) -> bool:
    """A label that names a person of the page, or asks, or answers."""
    return label.lower() in ASKING | ANSWERING or label.split()[-1] in last_names


def answering(text: str, labels: Mapping[int, Span], filled: Sequence[Sequence[Span]], persons: Sequence[Span]) -> Span | None:
    """Who answers where the label is only A: the one person named in full before the first label."""
    start = filled[min(labels)][0][0]
    before = [p for p in persons if p[1] <= start and " " in text[slice(*p)]]
    return before[0] if len({text[slice(*p)] for p in before}) == 1 else None


def said(
    text: str, n: int, label: Span, sentences: Sequence[Span], persons: Sequence[Span], asked: Span | None
) -> Said:
    """The words of one paragraph, by whom its label names."""
    colon = text.index(":", label[1] - 1)
    start = next(k for k in range(colon + 1, sentences[-1][1]) if not text[k].isspace())
    name = full_name(text, label, persons)
    named: tuple[Span, ...] = ()
    if text[slice(*label)].lower() in ANSWERING and asked:
        name, named = text[slice(*asked)], (asked,)
    because = "a paragraph of an interview, by the one its label names"
    content = ((start, sentences[-1][1]),)
    return Said(
        "direct", content, (colon, colon + 1), label, name, "state", because, n, -1, (), named=named, score=SURE, frame="label"
    )  # fmt: skip


def full_name(text: str, label: Span, persons: Sequence[Span]) -> str | None:
    """The fullest name on the page that ends with the label; null for Q and A."""
    short = text[slice(*label)]
    if short.lower() in ASKING | ANSWERING:
        return None
    fuller = [text[slice(*p)] for p in persons if text[slice(*p)].split()[-1] == short.split()[-1]]
    return max([short, *fuller], key=len)
