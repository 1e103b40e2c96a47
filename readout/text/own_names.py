"""Find the name of who spoke where the words that tell who hold it beside a description: one of them, who gave her name as Poe."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from readout.text.clause_trees import Span, Tree
from readout.text.page_scene import NAME
from readout.text.unit_reading import Said

RELATIVE: Final = frozenset(("who", "whom"))
OWN: Final = r"(?:his|her|their)\s+(?:\w+\s+)?name"
GAVE: Final = rf"(?:gave|gives|giving|offered|wanted\s+to\s+give|would\s+(?:only\s+)?give)\s+(?:only\s+|just\s+)?{OWN}"
SELF: Final = r"(?:identified|introduced|identifies|introduces|identifying|introducing)\s+(?:him|her|them)sel(?:f|ves)"
ASKED: Final = r"(?:asked|asks|wanted|wished|preferred|agreed)\s+to\s+be\s+(?:named|identified|called|known|quoted)"
ONLY: Final = r"(?:\s+(?:only|simply|just))?"
BY: Final = rf"(?:\s+(?:as|by\s+(?:his|her|their)\s+(?:first\s+|last\s+|sur)name,?(?:\s+as)?)|,)?{ONLY}"
# What follows a description of somebody and leads to the name: who identified herself only as Poe; a driver named Poe.
CALLED: Final = re.compile(
    rf"(?:,?\s+(?:who\s+)?(?:{GAVE}|{SELF}|{ASKED}|goes\s+by(?:\s+the\s+name(?:\s+of)?)?){ONLY}{BY}|\s+(?P<verb>named|surnamed|called))\s+"
    rf"(?P<name>{NAME})"
)
OWNER: Final = frozenset(("'s", "’s", "'", "’"))


def with_own_name(text: str, s: Said, tree: Tree) -> Said:
    """The saying with the name that its source, in the sentence of `tree`, holds or leads to."""
    if s.source is None:
        return s
    lows = text[slice(*s.source)].lower().split()
    relative = bool(lows) and lows[0] in RELATIVE
    span = before_relative(tree, s.source) if relative else called(text, s.source, tree) or apposed(tree, s.source)
    if span is None:
        return s
    name = " ".join(text[slice(*span)].split())
    return replace(s, named=(span,), name=name, because=f"{s.because}; the words beside name {name!r}")


def called(text: str, source: Span, tree: Tree) -> Span | None:
    """The name that a description leads to: a villager surnamed Poe."""
    first = text[slice(*source)].split()[0]
    if first.lower() not in ARTICLES and not first.islower():
        return None
    found = CALLED.search(text, source[0], tree.span[1])
    if found is None or found.start() > source[1] or (found["verb"] and not describes(tree, found.start("verb"))):
        return None
    return found.start("name"), found.start("name") + len(found["name"].rstrip(".’'-"))


def describes(tree: Tree, at: int) -> bool:
    """A participle at a place belongs to the noun before it and is no verb of its own: a driver called Poe."""
    return any(w.start == at and w.deprel.startswith("acl") for w in tree.words)


ARTICLES: Final = frozenset(("a", "an", "one", "another", "the", "some"))


def persons(tree: Tree) -> list[tuple[int, int]]:
    """The runs of words that name a person: the first and the last of each."""
    runs: list[tuple[int, int]] = []
    for n, w in enumerate(tree.words):
        if w.ner == "I-PER" and runs and runs[-1][1] == n - 1:
            runs[-1] = (runs[-1][0], n)
        elif w.ner.endswith("PER"):
            runs.append((n, n))
    return runs


def apposed(tree: Tree, source: Span) -> Span | None:
    """The full name in a source that stands beside its noun without a preposition: Commander of the Fleet Admiral Ann Poe."""
    inside = [
        r
        for r in persons(tree)
        if source[0] <= tree.words[r[0]].start and tree.words[r[1]].end <= source[1] and r[0] < r[1]
    ]
    free = [
        r for r in inside if not governed(tree, r) and (r[1] + 1 >= len(tree.words) or tree.lows[r[1] + 1] not in OWNER)
    ]
    ends = [r for r in free if tree.words[r[1]].end == source[1]]
    return (tree.words[ends[0][0]].start, tree.words[ends[0][1]].end) if len(inside) == 1 and ends else None


def governed(tree: Tree, run: tuple[int, int]) -> bool:
    """A name hangs on a preposition, an owner or a verb: a spokesman for Poe, a man who met Poe."""
    inside = range(run[0], run[1] + 1)
    top = next((n for n in inside if tree.head(n) not in inside), run[0])
    if any(tree.rel(k) == "case" and tree.lows[k] not in OWNER for k in tree.kids[top]):
        return True
    return tree.rel(top) not in ("nmod", "appos", "flat", "nsubj", "compound", "nmod:desc") or top == run[0] == 0


def before_relative(tree: Tree, source: Span) -> Span | None:
    """The name right before "who", with a comma between at most: Ann Poe, who called it "S"."""
    at = next((n for n, w in enumerate(tree.words) if w.start == source[0]), None)
    before = at - 1 if at else -1
    before -= before >= 0 and tree.lows[before] == ","
    run = next((r for r in persons(tree) if r[1] == before), None)
    return (tree.words[run[0]].start, tree.words[run[1]].end) if run else None


def with_own_names(
    text: str, made: Sequence[Said], sentences: Sequence[tuple[int, int, int]], trees: Mapping[int, Tree]
) -> list[Said]:  # fmt: skip
    """The sayings of a page, each with the name beside the description of who spoke."""
    starts = [start for start, _, _ in sentences]
    found = []
    for s in made:
        at = bisect_right(starts, s.source[0]) - 1 if s.source and not s.name else -1
        tree = trees.get(starts[at]) if at >= 0 else None
        found.append(with_own_name(text, s, tree) if tree else s)
    return found
