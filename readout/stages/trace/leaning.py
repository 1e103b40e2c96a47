"""Find pages that may have from other pages here what they tell in words of their own: they are no voice for certain."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from typing import Protocol

from readout.records import Document
from readout.stages.trace.blocks import Pair
from readout.stages.trace.judge import Verdict
from readout.text.houses import plain_name

NAME = r"(?:the\s+)?([A-Z][\w’'&-]*(?:\s+(?:(?:of|the|and|for)\s+)?[A-Z][\w’'&-]*){0,5})"
# Words by which a page says where it has something from.
INFORMANT = re.compile(
    rf"\b(?:according\s+to|as\s+told\s+to|told|reported\s+by|quoted\s+by|cited\s+by|speaking\s+to|in\s+an\s+interview\s+with)\s+{NAME}"
)


class Listed(Protocol):
    """Documents by number, in memory or not."""

    def __getitem__(self, number: int, /) -> Document: ...


def informed(document: Document, outlets: Set[str]) -> bool:
    """Tell whether a page says that it has something from one of the outlets, by their plain names, other than its own."""
    own = plain_name(document.outlet or "")
    return any(begins_with(m[1], outlets, own) for m in INFORMANT.finditer(document.text))


def begins_with(words: str, names: Set[str], own: str) -> bool:
    """Tell whether words begin with one of the names, but not with one's own."""
    listed = words.split()
    found = {plain_name(" ".join(listed[:n])) for n in range(1, len(listed) + 1)}
    return own not in found and not names.isdisjoint(found)


def quoted_alike(judged: Iterable[Verdict]) -> Iterator[Pair]:
    """Give the pairs of texts that share quotations and nothing else."""
    kinds: dict[Pair, set[str]] = defaultdict(set)
    for v in judged:
        kinds[v.passage.left, v.passage.right].add(v.kind)
    return (pair for pair, found in kinds.items() if found == {"shared_quote"})


def undated(documents: Listed, quoted: Iterable[Pair]) -> frozenset[int]:
    """Give the pages without a date that quote what a page of another outlet quotes, and share no more with it: they may be
    the later ones. Of two without a date one."""
    leaning: set[int] = set()
    for pair in sorted(quoted):
        one, other = (documents[d] for d in pair)
        without = [d for d, page in zip(pair, (one, other), strict=True) if page.published is None]
        if without and leaning.isdisjoint(pair) and (one.outlet is None or one.outlet != other.outlet):
            leaning.add(without[0])
    return frozenset(leaning)
