"""Set right by syntax whom marks and cues alone name for words quoted in part: the subject of the word of saying that governs
them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final

from readout.text.clause_trees import Span, Tree
from readout.text.mark_grammar import Stretch
from readout.text.reporting import ReportingWords
from readout.text.reporting_manner import speaks
from readout.text.reporting_sources import is_passive, source_of
from readout.text.unit_reading import Said

NameOf = Callable[[Tree, Sequence[int]], tuple[str | None, tuple[Span, ...]]]
IN_PART: Final = ("mixed", "partial")


def governed(
    quoted: Iterable[Said], by_syntax: Sequence[Said], trees: Sequence[Tree], stretches: Sequence[Stretch], known: ReportingWords,
    name_of: NameOf,
) -> list[Said]:  # fmt: skip
    """Give the readings by marks, those of words quoted in part whose cue syntax does not read with who syntax says spoke them.

    `name_of` gives name and naming spans of the words of a source.
    """
    cues = [s.cue for s in by_syntax if s.cue]
    made = []
    for q in quoted:
        read = q.cue is None or any(q.cue[0] < b and a < q.cue[1] for a, b in cues)
        made.append(q if read or q.kind not in IN_PART else by_tree(q, by_syntax, trees, stretches, known, name_of))
    return made


def by_tree(
    q: Said, by_syntax: Sequence[Said], trees: Sequence[Tree], stretches: Sequence[Stretch], known: ReportingWords, name_of: NameOf
) -> Said:
    """One reading as syntax has it: of the nearest word of saying above the quoted words, else with the subject of its cue."""
    tree = next((t for t in trees if q.cue and t.span[0] <= q.cue[0] < t.span[1]), None)
    cue = word_at(tree, q.cue) if tree and q.cue else None
    above = words_above(tree, q, stretches) if tree else []
    if tree is None or cue is None or not above:
        return q
    nearer = nearest(tree, q, above, by_syntax) if cue not in above else None
    return of_nearer(tree.text, q, nearer) if nearer else with_subject(tree, q, cue, known, name_of)


def nearest(tree: Tree, q: Said, above: Sequence[int], by_syntax: Sequence[Said]) -> Said | None:
    """The nearest reading by syntax whose cue governs the quoted words and stands behind the cue that marks take."""
    for n in above:
        for s in by_syntax:
            behind = s.cue and q.cue and q.cue[0] < s.cue[0] and s.cue[1] < q.content[-1][1]
            if behind and s.cue and s.source and word_at(tree, s.cue) == n:
                return s
    return None


def of_nearer(text: str, q: Said, s: Said) -> Said:
    """A reading with cue and source of another, and what stands behind that cue."""
    assert s.cue is not None  # nearest() saw it
    behind = [(max(a, s.cue[1]), b) for a, b in q.content if b > s.cue[1]]
    content = tuple((a + len(text[a:b]) - len(text[a:b].lstrip()), b) for a, b in behind)
    why = f"{q.because}; the word of saying that governs the quoted words"
    return replace(q, cue=s.cue, source=s.source, name=s.name, named=s.named, act=s.act, because=why, content=content)


def with_subject(tree: Tree, q: Said, cue: int, known: ReportingWords, name_of: NameOf) -> Said:
    """A reading with the whole subject of its cue, where marks took a part of it or words that name nobody who speaks."""
    own = source_of(tree, cue)
    if q.source is None or is_passive(tree, cue) or not own.words or not speaks(tree, own.named or own.words, known):
        return q
    span = (tree.words[own.words[0]].start, tree.words[own.words[-1]].end)
    if q.source == span or not (is_in(q.source, span) or is_dumb(tree, q.source, known)):
        return q
    name, named = name_of(tree, own.named or own.words)
    why = f"{q.because}; the subject of its cue"
    return replace(q, source=span, name=name, named=named if own.named != own.words else (), because=why)


def is_in(span: Span, other: Span) -> bool:
    """A span lies in another."""
    return other[0] <= span[0] and span[1] <= other[1]


def is_dumb(tree: Tree, source: Span, known: ReportingWords) -> bool:
    """The words of a source, all of one sentence, name nobody who speaks."""
    inside = tuple(n for n, w in enumerate(tree.words) if is_in((w.start, w.end), source))
    return bool(inside) and not speaks(tree, inside, known)


def word_at(tree: Tree, span: Span) -> int | None:
    """The verb in a span, else its last word."""
    inside = [n for n, w in enumerate(tree.words) if span[0] <= w.start and w.end <= span[1]]
    return next((n for n in inside if tree.upos(n) in ("VERB", "AUX")), inside[-1] if inside else None)


def words_above(tree: Tree, q: Said, stretches: Sequence[Stretch]) -> list[int]:
    """The words above the first quoted words of a reading that stand in a sentence, nearest first."""
    held = (x for x in stretches if any(a <= x.start < b for a, b in q.content) and tree.span[0] <= x.start < tree.span[1])
    x = next(held, None)
    inside = [n for n, w in enumerate(tree.words) if x and x.inner_start <= w.start and w.end <= x.inner_end] if x else []
    at = next((tree.head(n) for n in inside if tree.head(n) not in inside), -1)
    found: list[int] = []
    while at >= 0 and at not in found:
        found.append(at)
        at = tree.head(at)
    return found
