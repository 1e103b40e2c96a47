"""Look up which resolved mention the words of a participant or speaker name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readout.records import Document, Entity, Involvement, Link, Mention
from readout.tables import Table

# Which mention speaks for a span, best first: a name before the description it stands beside.
RANK = {"name": 0, "metonym": 1, "title": 2, "descriptor": 2, "adjective": 3, "pronoun": 4}
# What ends the part of an English noun phrase that holds its head: a preposition, a comma, a relative word.
TAIL = re.compile(r"[,;:(–—]|\b(?:of|in|from|for|at|on|with|to|by|who|which|that|whose|led|and|or)\b")
Span = tuple[int, int]
Pair = tuple[Mention, Entity]


@dataclass(frozen=True, slots=True)
class Known:
    """The text of a document and its mentions whose entity is known, in text order."""

    text: str
    starts: tuple[int, ...]
    mentions: tuple[Pair, ...]

    def inside(self, span: Span) -> list[Pair]:
        """Give the mentions that lie within a span."""
        first = bisect_left(self.starts, span[0])
        last = bisect_left(self.starts, span[1])
        return [pair for pair in self.mentions[first:last] if pair[0].end <= span[1]]

    def apposed(self, span: Span) -> Pair | None:
        """Give the person named right behind a span, or set there by a comma: the builder X; the President of the Republic, X, …"""
        at = bisect_left(self.starts, span[1])
        pair = self.mentions[at] if at < len(self.mentions) else None
        if pair is None or pair[1].type != "person" or pair[0].form != "name":
            return None
        between, after = self.text[span[1] : pair[0].start], self.text[pair[0].end : pair[0].end + 1]
        return pair if between == " " or (between == ", " and after == ",") else None

    def head(self, span: Span) -> int:
        """Give where the head of a noun phrase ends: before its first preposition, comma or relative word outside a body's name."""
        words = self.text[span[0] : span[1]]
        names = [(m.start - span[0], m.end - span[0]) for m, _ in self.inside(span) if m.form == "name"]
        tails = (t for t in TAIL.finditer(words, 1) if not any(a < t.start() < b for a, b in names))
        tail = next(tails, None)
        return span[0] + len(words[: tail.start()].rstrip() if tail else words)


def resolved(
    documents: Table[Document], mentions: Table[Mention], entities: Table[Entity], links: Table[Link]
) -> Mapping[str, Known]:
    """Give each document's mentions with their entities."""
    by_id = {e.entity_id: e for e in entities}
    meant: dict[str, Entity] = {}
    for link in links:
        if link.verdict == "same":
            for one, other in ((link.left, link.right), (link.right, link.left)):
                if one in by_id and other not in by_id:
                    meant[other] = by_id[one]
    of_document: dict[str, list[Pair]] = defaultdict(list)
    for m in mentions:
        if m.mention_id in meant:
            of_document[m.doc_id].append((m, meant[m.mention_id]))
    made = {}
    for d in documents:
        pairs = sorted(of_document[d.doc_id], key=lambda pair: (pair[0].start, pair[0].end))
        made[d.doc_id] = Known(d.text, tuple(m.start for m, _ in pairs), tuple(pairs))
    return made


def involvement(about: str, role: str, position: int, span: Span, known: Known) -> Involvement | None:
    """Write who a span names; null where it holds no resolved mention."""
    pairs = known.inside(span)
    best = named([pair for pair in pairs if not aside(pair, pairs, span, known)], known.head(span), known.text)
    best = best or known.apposed(span)
    if best:
        mention, entity = best
        why = f"{mention.form} at [{mention.start}, {mention.end}), {mention.mention_id}"
        return Involvement(about, role, position, entity.entity_id, entity.name, entity.country, why)  # type: ignore[arg-type]  # role is one of the three
    for mention, entity in pairs:
        if entity.country and entity.type != "person":
            why = f"only its country is told, at [{mention.start}, {mention.end}), {mention.mention_id}"
            return Involvement(about, role, position, None, None, entity.country, why)  # type: ignore[arg-type]  # as above
    return None


POSSESSIVE = re.compile(r"['’]s?\s+\w")
# A preposition, and words of a title, between the head of a noun phrase and a person: a spokesman for President | X.
BEHIND = re.compile(r"\b(?:of|for|to|by|with|from|against|about|near)\s+(?:the\s+|former\s+)*(?:[A-Z][\w.’'-]*\s+)*$")


def aside(pair: Pair, pairs: Sequence[Pair], span: Span, known: Known) -> bool:
    """Tell a person whom a noun phrase names beside the one it means: X's lawyer, a spokesman for X."""
    mention, entity = pair
    if entity.type != "person" or mention.form == "pronoun":
        return False
    if POSSESSIVE.match(known.text[mention.end : span[1]]):
        return True
    before = BEHIND.search(known.text[span[0] : mention.start])
    if before is None or mention.start < known.head(span):
        return False
    between = span[0] + before.start()
    return not any(between < m.end <= mention.start and e.type != "person" and m.form != "title" for m, e in pairs)


COMMA = re.compile(r",? (?:the )?", re.I)  # between a noun phrase and the name set beside it: their partner, the Greens


def named(pairs: Sequence[Pair], head: int, text: str) -> Pair | None:
    """Choose the mention that a span names: a person before its head or with no other head, else what ends at the head,
    else the name that stands in apposition."""
    ranked = sorted(pairs, key=lambda pair: (RANK[pair[0].form], pair[0].start))
    people = [p for p in ranked if p[1].type == "person" and p[0].form != "pronoun"]
    at_head = [p for p in ranked if p[0].end >= head - 1 and p[0].start < head]
    if people and (not at_head or people[0] in at_head or at_head[0][0].form != "name"):
        return people[0]
    beside = [p for p in ranked if head < p[0].start and p[0].form == "name" and COMMA.fullmatch(text[head : p[0].start])]
    return next(iter([*at_head, *beside]), None)
