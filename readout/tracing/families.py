"""Order the families of a pile, some whole families at a time, and write all rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from itertools import chain, product

import numpy as np

from readout.records import Kind, Lineage, Reuse, Voice
from readout.stages.trace import rows
from readout.stages.trace.background import Suspected, absent_texts, asked, batches, less_certain, suspected
from readout.stages.trace.blocks import Pair
from readout.stages.trace.doubled import doubled
from readout.stages.trace.families import Traced, trace_families
from readout.stages.trace.implied import implied
from readout.stages.trace.joining import joined
from readout.stages.trace.judge import Verdict
from readout.stages.trace.leaning import undated
from readout.stages.trace.links import Part, is_copy, links, part_of, turned
from readout.stages.trace.origins import Counted, counted, lineages, origins, page_voices, record_voice
from readout.stages.trace.siblings import Related
from readout.tracing.batches import flat, whole
from readout.tracing.judged import Judged, in_pile
from readout.tracing.laid import Laid
from readout.tracing.likenesses import matters, quoted_pairs, spreads
from readout.tracing.sorting import Sorter
from readout.tracing.spill import Ints, put, taken

PAGES = 1 << 12  # of the families taken together
NOTHING = Traced({}, [], {}, {}, {})


def written(
    sorter: Sorter, laid: Laid, found: Judged, alike: tuple[Mapping[Pair, list[Part]], Related], family: Ints
) -> None:
    """Write the rows of a pile. `alike`: the pages that render one text, and those that share rare words; `family`: the
    least page of the family of each."""
    rendered, near = alike
    group = groups(family)
    hand_out(sorter, laid, found, family, group)
    of_group: dict[int, dict[Pair, list[Part]]] = defaultdict(dict)
    for pair, parts in rendered.items():
        of_group[int(group[pair[0]])][pair] = parts
    order = np.argsort(group, kind="stable")
    bounds = np.searchsorted(group[order], np.arange(int(group.max(initial=-1)) + 2))
    leaning = undated(laid.documents, (pair for pair, _ in quoted_pairs(found)))
    held: list[Counted] = []
    for number in range(len(bounds) - 1):
        texts = order[bounds[number] : bounds[number + 1]].astype(np.int64)
        told = list(chain.from_iterable(taken(laid.folder / f"family-{number}")))
        held += of_families(sorter, laid, texts, told, of_group.get(number, {}), leaning)
    if laid.count:
        absent = absent_texts(held)
        apart = list(backgrounds_in(laid, absent, family, near))
        sorter.add(Reuse, (r for s in apart for r in s.reuses))
        sure = less_certain(held, apart)
        sorter.add(Voice, [record_voice(laid.count, sure, lambda: matters(laid, near))])


def backgrounds_in(laid: Laid, absent: Mapping[int, str | None], family: Ints, near: Related) -> Iterator[Suspected]:
    """Find the background that pages of different families share, as the stage does."""
    for wanted, texts in batches(asked(near, absent, family)):
        yield from suspected(laid.take(texts), texts, wanted, family, absent)


def groups(family: Ints) -> Ints:
    """Give each page the number of a group: whole families, in order of their least pages."""
    sizes = np.bincount(family, minlength=len(family))
    before = np.cumsum(sizes) - sizes
    found: Ints = (before // PAGES)[family]
    return np.unique(found, return_inverse=True)[1].astype(np.int64)


def hand_out(sorter: Sorter, laid: Laid, found: Judged, family: Ints, group: Ints) -> None:
    """Hand what was judged to the groups; what pages of two families both quote is written here."""
    for batch in found:
        inside: dict[int, list[Verdict]] = defaultdict(list)
        across: list[tuple[Pair, list[Verdict]]] = []
        for (left, right), told in batch.items():
            if family[left] == family[right]:
                inside[int(group[left])] += told
            elif told:
                across.append(((left, right), told))
        for number, verdicts in inside.items():
            put(laid.folder / f"family-{number}", [v._replace(passage=flat(v.passage)) for v in verdicts])
        if across:
            sorter.add(Reuse, quotations(laid, across))


def quotations(laid: Laid, across: list[tuple[Pair, list[Verdict]]]) -> Iterator[Reuse]:
    """Write what pages of different families both quote."""
    spread = {pair: list(page_pairs(laid, pair)) for pair, _ in across}
    texts = np.unique(np.array([page for pairs in spread.values() for pair in pairs for page in pair], np.int64))
    pile = laid.take(texts)
    for pair, told in across:
        parts = [part_of(v) for v in told]
        for left, right in spread[pair]:
            local = tuple(np.searchsorted(texts, sorted((left, right))).tolist())
            for part in parts if left <= right else map(turned, parts):
                yield rows.reuse(pile, NOTHING, (local[0], local[1]), part)


def page_pairs(laid: Laid, pair: Pair) -> Iterator[Pair]:
    """Give the pairs of pages that a pair of texts stands for."""
    if spreads(laid, pair):
        return product(*(laid.equals(text) for text in pair))  # type: ignore[return-value]  # of two
    return iter((pair,))


def of_families(
    sorter: Sorter, laid: Laid, texts: Ints, told: list[Verdict], rendered: Mapping[Pair, list[Part]], leaning: Set[int]
) -> Iterator[Counted]:
    """Write the rows of some whole families; give what their origins count for. `leaning`: pages that lean on others."""
    pile = laid.take(texts)
    place = {text: k for k, text in enumerate(texts.tolist())}
    judged = [in_pile(v, whole(v.passage), (place[v.passage.left], place[v.passage.right])) for v in told]
    first_equal = np.searchsorted(texts, laid.first_equal[texts])
    judged += implied(pile, judged)
    linked = links(pile, joined(pile, judged), first_equal)
    for (left, right), parts in rendered.items():
        pair = place[left], place[right]
        if not is_copy(linked.get(pair, ())):
            linked[pair] = [*linked.get(pair, []), *parts]
    linked |= {(page, page): [part] for page, part in doubled(pile, linked)}
    suspected = {place[d]: laid.suspected[d] for d in place if d in laid.suspected}
    traced = trace_families(pile, linked, judged, first_equal, suspected)
    found = origins(pile, traced)
    sorter.add(Reuse, rows.reuses(pile, traced))
    sorter.add(Lineage, lineages(pile, found))
    sorter.add(Voice, page_voices(pile, found))
    sorter.add(Kind, rows.kinds(pile, traced, found))
    for one in counted(pile, found, laid.outlets, {place[d] for d in place if d in leaning}):
        yield one._replace(page=int(texts[one.page]))
