"""Write what was traced as rows: reuses and kinds, each with its because."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from readout.ids import make_id
from readout.records import Kind, Reuse
from readout.stages.trace.betrayals import Suspicion
from readout.stages.trace.blocks import Pair
from readout.stages.trace.families import Traced
from readout.stages.trace.links import Part
from readout.stages.trace.origins import Origins, continues
from readout.stages.trace.pile import Pile

MOSTLY = 0.5  # of the words of a telling that another page has too
SHOWS = 1.0  # of the evidence in the wording, from which the changes between two siblings are the other's


def reuses(pile: Pile, traced: Traced) -> Iterator[Reuse]:
    """Write every shared part."""
    told, spun = tellings(pile, traced), frozenset(reworded_pages(pile, traced))
    for pair, parts in traced.links.items():
        for part in parts:
            row = as_reworded(reuse(pile, traced, pair, part), pair, spun)
            yield row if pair[0] != pair[1] else with_original(row, pile, part, told[pair[0]])


def reworded_pages(pile: Pile, traced: Traced) -> Iterator[int]:
    """Give the pages of which a machine's rewording of another page makes up most, or whose wording shows it."""
    copied = sources(traced)
    for d in range(len(pile.documents)):
        weight: Counter[str] = Counter()
        for _, p in copied.get(d, ()):
            weight[p.kind] += p.size
        suspicion = traced.suspected.get(d)
        if 2 * weight["spun"] > weight.total() or (weight and suspicion and suspicion.kind == "spun"):
            yield d


def as_reworded(row: Reuse, pair: Pair, spun: frozenset[int]) -> Reuse:
    """Call what a page reworded by a machine shares with a sibling reworded: the changes between the two are the machine's, even
    where the sibling's editor left too little to show it."""
    if row.direction != "common_upstream" or row.kind != "edited" or len(spun.intersection(pair)) != 1:
        return row
    side = "left" if pair[0] in spun else "right"
    return replace(row, kind="spun", because=f"{row.because}; the {side} page was reworded by a machine")


def tellings(pile: Pile, traced: Traced) -> dict[int, NDArray[np.int64]]:
    """Give for each page that tells a passage twice, word by word, the number of a page that has the word too, or -1."""
    twice = {a for a, b in traced.links if a == b}
    found = {d: np.full(int(pile.cut.firsts[d + 1] - pile.cut.firsts[d]), -1, np.int64) for d in twice}
    for (a, b), parts in traced.links.items():
        for page, other, side in ((a, b, 0), (b, a, 2)) if a != b else ():
            for p in parts if page in twice else ():
                if p.kind != "shared_quote":
                    found[page][p.bounds[side] : p.bounds[side + 1]] = other
    return found


def with_original(row: Reuse, pile: Pile, part: Part, shared: NDArray[np.int64]) -> Reuse:
    """Say which of two tellings in one page is the original: the one that another page has too."""
    left, right = (shared[part.bounds[k] : part.bounds[k + 1]] for k in (0, 2))
    covers = [float((side >= 0).mean()) for side in (left, right)]
    if max(covers) < MOSTLY or min(covers) >= MOSTLY or part.kind == "shared_quote":
        return row
    first = covers[0] > covers[1]
    name = pile.documents[int((left if first else right).max())].external_id
    which = "first" if first else "second"
    because = f"{row.because}. Direction: the {which} telling stands in {name} too, so the other was made from it"
    return replace(row, direction="right_from_left" if first else "left_from_right", because=because)


def reuse(pile: Pile, traced: Traced, pair: Pair, part: Part) -> Reuse:
    """Write one shared part."""
    left, right = (pile.documents[d].doc_id for d in pair)
    (ls, le), (rs, re_) = pile.span(pair[0], *part.bounds[:2]), pile.span(pair[1], *part.bounds[2:])
    way = "common_upstream" if part.kind == "shared_quote" else traced.ways.get(pair, "undetermined")
    reasons = "; ".join(e.because for e in traced.evidence.get(pair, ())) if part.kind != "shared_quote" else ""
    because = part.because + (f". Direction: {reasons}" if reasons else "")
    key = make_id("reu", left, ls, le, right, rs, re_)
    return Reuse(key, left, ls, le, right, rs, re_, part.kind, part.similarity, way, because)


def kinds(pile: Pile, traced: Traced, found: Origins) -> Iterator[Kind]:
    """Say of each document what it is."""
    copied = sources(traced)
    within = {pair[0] for pair, parts in traced.links.items() if pair[0] == pair[1] and is_reworded(parts)}
    for d, document in enumerate(pile.documents):
        kind, because = kind_of(pile, d, copied.get(d, []), found.of[d])
        others = [o for o, _ in copied.get(d, [])]
        if others and all((min(d, o), max(d, o)) in traced.joint for o in others):
            kind, because = "original", f"issued together with another public body; {because}"
        kind, because = with_suspicion(kind, because, traced.suspected.get(d))
        if d in within:
            kind, because = "mixed", f"{because}; a passage stands in it twice, once reworded"
        yield Kind(document.doc_id, kind, because)


def is_reworded(parts: Iterable[Part]) -> bool:
    """Tell whether a page prints one of its passages again in other words."""
    return any(p.kind not in ("shared_quote", "verbatim") for p in parts)


def with_suspicion(kind: str, because: str, suspicion: Suspicion | None) -> tuple[str, str]:
    """Let the wording of a page speak where its links show no rewriting."""
    if suspicion is None:
        return kind, because
    if kind in ("original", "republication", "edited"):
        return suspicion.kind, f"{suspicion.because}; {because}"
    return kind, f"{because}; {suspicion.because}"


def sources(traced: Traced) -> dict[int, list[tuple[int, Part]]]:
    """Give for each document the parts it shares with the page nearest to it in each family: one it has its text from, else
    a sibling that was not itself changed more. What others made of the text says nothing of a page that left it as it was."""
    family_of = {pair: n for n, f in enumerate(traced.families) for pair in f.ways}
    near: dict[tuple[int, int], list[tuple[bool, float, int]]] = defaultdict(list)
    for pair, parts in traced.links.items():
        copied = [p for p in parts if p.kind != "shared_quote"]
        for page, other in (pair, pair[::-1]) if pair in family_of and copied else ():
            toward = toward_other(traced, page, other)
            if toward is not None:
                near[page, family_of[pair]].append((toward, sum(p.similarity * p.size for p in copied), -other))
    made: dict[int, list[tuple[int, Part]]] = defaultdict(list)
    for (page, _), rows in sorted(near.items()):
        other = -max(rows)[2]
        shared = traced.links[min(page, other), max(page, other)]
        made[page] += [(other, p) for p in shared if p.kind != "shared_quote"]
    return made


def toward_other(traced: Traced, page: int, other: int) -> bool | None:
    """Tell whether a page has its text from another, and not (false) if both have it from elsewhere; null where the other
    was made from it, or shows the changes between the two."""
    pair = (min(page, other), max(page, other))
    way = traced.ways.get(pair)
    if way in ("left_from_right", "right_from_left"):
        return True if (way == "right_from_left") == (page == pair[1]) else None
    shown = sum(e.weight for e in traced.evidence.get(pair, ()) if e.textual)
    return None if (shown if page == pair[0] else -shown) >= SHOWS else False


def kind_of(
    pile: Pile, d: int, parts: list[tuple[int, Part]], drawn: Mapping[tuple[int, ...], float]
) -> tuple[str, str]:
    """Name what a page is by the parts it has from elsewhere."""
    document = pile.documents[d]
    if (d,) in drawn and len(drawn) == 1:
        if document.credited_source:
            return "republication", f"the page credits {document.credited_source}: {document.credited_because}"
        if document.credited_because and document.outlet:
            return "original", f"{document.outlet} itself, which it names and no other publisher: {document.credited_because}"
        return "original", "no page in the pile has its words from elsewhere"
    weight: Counter[str] = Counter()
    for _, p in parts:
        weight[p.kind] += p.size
    names = sorted({pile.documents[o].external_id for o, _ in parts})
    what = ", ".join(f"{words} words {kind}" for kind, words in sorted(weight.items()))
    because = f"shared with {'; '.join(names[:3])}{' and others' if len(names) > 3 else ''}: {what}"
    because = because if names else "its words go back to a text that is not among the pages"
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
