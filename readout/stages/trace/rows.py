"""Write what was traced as rows: reuses, lineages, voices, kinds, each with its because."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from readout.ids import make_id
from readout.records import Document, Kind, Lineage, Reuse, Voice
from readout.stages.trace.families import Traced
from readout.stages.trace.links import Pair, Part, is_copy
from readout.stages.trace.pile import Pile
from readout.stages.trace.roots import Family

QUARTER = 0.25  # of a page's words: from here a text is a voice of the page for certain, below it perhaps
A_SENTENCE = 12  # words of its own below which a page adds nothing to what it copied


class Origin(NamedTuple):
    """One text at the beginning: a document, or an absent upstream of a family."""

    key: tuple[int, ...]  # the document; or the members of the family whose root is absent
    document: int | None
    because: str


def reuses(pile: Pile, traced: Traced) -> Iterator[Reuse]:
    """Write every shared part."""
    for pair, parts in traced.links.items():
        for part in parts:
            yield reuse(pile, traced, pair, part)


def reuse(pile: Pile, traced: Traced, pair: Pair, part: Part) -> Reuse:
    """Write one shared part."""
    left, right = (pile.documents[d].doc_id for d in pair)
    (ls, le), (rs, re_) = pile.span(pair[0], *part.bounds[:2]), pile.span(pair[1], *part.bounds[2:])
    way = "common_upstream" if part.kind == "shared_quote" else traced.ways.get(pair, "undetermined")
    reasons = "; ".join(e.because for e in traced.evidence.get(pair, ())) if part.kind != "shared_quote" else ""
    because = part.because + (f". Direction: {reasons}" if reasons else "")
    key = make_id("reu", left, ls, le, right, rs, re_)
    return Reuse(key, left, ls, le, right, rs, re_, part.kind, part.similarity, way, because)


def shares(pile: Pile, traced: Traced) -> tuple[dict[int, dict[int, float]], NDArray[np.float64]]:
    """Give for each document the share of its words that each of its families explains, and the share that is its own."""
    family_of = {pair: n for n, f in enumerate(traced.families) for pair in f.ways}
    lengths = np.diff(pile.cut.firsts)
    masks: dict[tuple[int, int], NDArray[np.bool_]] = {}
    for pair, parts in traced.links.items():
        if pair in family_of:
            for d, side in ((pair[0], 0), (pair[1], 2)):
                mask = masks.setdefault((d, family_of[pair]), np.zeros(lengths[d], bool))
                for p in parts:
                    if p.kind != "shared_quote":
                        mask[p.bounds[side] : p.bounds[side + 1]] = True
                if any(p.kind == "translated" for p in parts):  # what lies between was rendered too freely to match
                    mask[:] = True
    held: dict[int, dict[int, float]] = defaultdict(dict)
    covered = {d: np.zeros(lengths[d], bool) for d, _ in masks}
    for (d, n), mask in masks.items():
        held[d][n] = float(mask.mean())
        if traced.families[n].root != d:
            covered[d] |= mask
    own = np.array(
        [own_words(pile, d, covered[d]) if d in covered else n for d, n in enumerate(lengths.tolist())], float
    )
    return dict(held), own


def own_words(pile: Pile, d: int, covered: NDArray[np.bool_]) -> int:
    """Count the words of a page that it has from nowhere: stretches of a sentence or more, headlines not counted."""
    base = int(pile.cut.firsts[d])
    free = ~covered & ~pile.titles[base : base + len(covered)]
    edges = np.flatnonzero(np.diff(np.concatenate([[False], free, [False]]).astype(np.int8)))
    runs = edges[1::2] - edges[::2]
    return int(runs[runs >= A_SENTENCE].sum())


class Origins(NamedTuple):
    """For each document, the origins it draws from with the share of its words; and all origins."""

    of: dict[int, dict[tuple[int, ...], float]]
    all: dict[tuple[int, ...], Origin]


def origins(pile: Pile, traced: Traced) -> Origins:
    """Follow every document up to the origins of its words."""
    held, own = shares(pile, traced)
    lengths = np.diff(pile.cut.firsts)
    of: dict[int, dict[tuple[int, ...], float]] = {}
    known: dict[tuple[int, ...], Origin] = {}

    def follow(d: int) -> dict[tuple[int, ...], float]:
        if d in of:
            return of[d]
        found: dict[tuple[int, ...], float] = {}
        for n, share in sorted(held.get(d, {}).items()):
            one = traced.families[n]
            if one.root == d:
                continue
            above = {one.members: 1.0} if one.root is None else follow(one.root)
            if one.root is None:
                known[one.members] = Origin(one.members, None, absent_because(one))
            for key, part in above.items():
                found[key] = max(found.get(key, 0.0), min(share, share * part if len(above) > 1 else share))
        mine = own[d] / lengths[d] if lengths[d] else 1.0
        if found and continues(pile, d, found):
            found = {key: max(share, mine) for key, share in found.items()}
        elif not found or own[d] >= A_SENTENCE:
            known[d,] = Origin((d,), d, "its own words")
            found[d,] = mine
        of[d] = found
        return found

    for d in range(len(pile.documents)):
        follow(d)
    return Origins(of, known)


def continues(pile: Pile, d: int, found: Mapping[tuple[int, ...], float]) -> bool:
    """Tell whether a page only goes on with what its own outlet wrote: then its own words are no other voice."""
    outlet = pile.documents[d].outlet
    return bool(outlet) and all(len(key) == 1 and pile.documents[key[0]].outlet == outlet for key in found)


def absent_because(one: Family) -> str:
    """Say why a family has no root in the pile."""
    if one.hidden:
        return "every page of the family has changes of its own, so all were made from a text that is not here"
    return f"nothing tells which page was first (the likeliest has {one.chance:.0%})"


def lineages(pile: Pile, found: Origins) -> Iterator[Lineage]:
    """Write one lineage for each origin."""
    members: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for d, drawn in found.of.items():
        for key in drawn:
            members[key].append(pile.documents[d].doc_id)
    for key, ids in members.items():
        ids.sort()
        yield lineage(pile, found.all[key], ids)


def lineage(pile: Pile, origin: Origin, ids: list[str]) -> Lineage:
    """Write one lineage."""
    documents = [pile.documents[d] for d in origin.key]
    name = outside(documents)
    if origin.document is None:
        because = f"{len(ids)} pages share one text; {origin.because}" + (f"; they credit {name}" if name else "")
        return Lineage(lineage_id(pile, origin), None, name, tuple(ids), because)
    (document,) = documents
    if name and len(ids) == 1:
        because = f"the page credits {name}, which is not among the pages"
        return Lineage(lineage_id(pile, origin), None, name, tuple(ids), because)
    because = f"{len(ids) - 1} other pages descend from it" if len(ids) > 1 else "no other page has its words"
    return Lineage(lineage_id(pile, origin), document.doc_id, document.outlet, tuple(ids), because)


def lineage_id(pile: Pile, origin: Origin) -> str:
    """Name a lineage by its origin."""
    return make_id(
        "lin", "absent" if origin.document is None else "page", *(pile.documents[d].doc_id for d in origin.key)
    )


def outside(documents: list[Document]) -> str | None:
    """Give the upstream most of the documents credit, if they credit one."""
    named = Counter(d.credited_source for d in documents if d.credited_source)
    return min(named, key=lambda n: (-named[n], n)) if named else None


def voices(pile: Pile, traced: Traced, found: Origins) -> Iterator[Voice]:
    """Count origins for each document and for the whole pile, as an interval."""
    certain: set[tuple[int, ...]] = set()
    for d, drawn in found.of.items():
        strong = [key for key, share in drawn.items() if share >= QUARTER] or [
            max(sorted(drawn), key=lambda k: drawn[k])
        ]
        certain |= set(strong)
        names = tuple(sorted(lineage_id(pile, found.all[key]) for key in drawn))
        yield Voice(pile.documents[d].doc_id, len(strong), len(drawn), names, voice_because(strong, drawn))
    if found.of:
        everyone = tuple(sorted(lineage_id(pile, o) for o in found.all.values()))
        because = (
            f"{len(pile.documents)} pages go back to {len(everyone)} texts; {len(everyone) - len(certain)} of these are only "
            "a short frame around a text taken over; shared quotations are not counted as copies"
        )
        yield Voice("record", len(certain), len(everyone), everyone, because)


def voice_because(strong: list[tuple[int, ...]], drawn: Mapping[tuple[int, ...], float]) -> str:
    """Say how the origins of one page were counted."""
    if len(drawn) == 1:
        return "all of the page goes back to one text"
    return f"{len(strong)} of {len(drawn)} texts make up a quarter of the page or more"


def kinds(pile: Pile, traced: Traced, found: Origins) -> Iterator[Kind]:
    """Say of each document what it is."""
    copied = sources(traced)
    within = {pair[0] for pair, parts in traced.links.items() if pair[0] == pair[1] and is_copy(parts)}
    for d, document in enumerate(pile.documents):
        kind, because = kind_of(pile, d, copied.get(d, []), found.of[d])
        if d in within:
            kind, because = "mixed", f"{because}; a passage stands in it twice, once reworded"
        yield Kind(document.doc_id, kind, because)


def sources(traced: Traced) -> dict[int, list[tuple[int, Part]]]:
    """Give for each document the parts it has from another, or with it from an absent text."""
    made: dict[int, list[tuple[int, Part]]] = defaultdict(list)
    for (left, right), parts in traced.links.items():
        way = traced.ways.get((left, right))
        for p in parts if left != right else ():
            if p.kind == "shared_quote" or way is None:
                continue
            if way != "left_from_right":
                made[right].append((left, p))
            if way != "right_from_left":
                made[left].append((right, p))
    return made


def kind_of(
    pile: Pile, d: int, parts: list[tuple[int, Part]], drawn: Mapping[tuple[int, ...], float]
) -> tuple[str, str]:
    """Name what a page is by the parts it has from elsewhere."""
    document = pile.documents[d]
    if (d,) in drawn and len(drawn) == 1:
        if document.credited_source:
            return "republication", f"the page credits {document.credited_source}: {document.credited_because}"
        return "original", "no page in the pile has its words from elsewhere"
    weight: Counter[str] = Counter()
    for _, p in parts:
        weight[p.kind] += p.size
    names = sorted({pile.documents[o].external_id for o, _ in parts})
    what = ", ".join(f"{words} words {kind}" for kind, words in sorted(weight.items()))
    because = f"shared with {'; '.join(names[:3])}{' and others' if len(names) > 3 else ''}: {what}"
    if continues(pile, d, drawn):
        return "original", f"goes on with its own outlet's text; {because}"
    own = drawn.get((d,), 0.0)
    foreign = [key for key, share in drawn.items() if key != (d,) and share >= 0.15]
    if len(foreign) > 1:
        return "mixed", f"texts of {len(foreign)} origins; {because}"
    whole = sum(weight.values()) or 1
    for kind in ("translated", "spun"):
        if weight[kind] >= 0.3 * whole:
            return kind, because
    if weight["edited"] >= 0.3 * whole or own >= 0.2:
        return "edited", f"{because}; {own:.0%} of the page are its own words"
    return "republication", because
