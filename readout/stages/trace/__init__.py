"""trace: Document, Block, Recurrence, Sentence, Attribution → Reuse, Lineage, Voice, Kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from readout.records import (
    Attribution,
    Block,
    Document,
    Kind,
    Lineage,
    Recurrence,
    Reuse,
    Sentence,
    Voice,
)
from readout.stage import stage
from readout.stages.trace import rows
from readout.stages.trace.background import Suspected, absent_texts, asked, batches, less_certain, suspected
from readout.stages.trace.betrayals import suspicions
from readout.stages.trace.blocks import Kin, Pair
from readout.stages.trace.candidates import aligned, equal_texts
from readout.stages.trace.carriers import carriers, runs_within
from readout.stages.trace.doubled import doubled
from readout.stages.trace.elsewhere import elsewhere
from readout.stages.trace.families import trace_families
from readout.stages.trace.implied import implied
from readout.stages.trace.joining import joined
from readout.stages.trace.judge import APART, KIN, Stock, Verdict, doubtful, verdicts
from readout.stages.trace.leaning import quoted_alike, undated
from readout.stages.trace.links import Links, components, is_copy, links
from readout.stages.trace.origins import counted, lineages, origins, outlets, voices
from readout.stages.trace.passages import Passage, passages
from readout.stages.trace.pile import Pile, pile_of
from readout.stages.trace.siblings import Related, accepted, related, siblings
from readout.stages.trace.subjects import matters
from readout.tables import Table

Made = tuple[Table[Reuse], Table[Lineage], Table[Voice], Table[Kind]]


@stage(version=20, scope="corpus")
def trace(
    documents: Table[Document],
    blocks: Table[Block],
    recurrences: Table[Recurrence],
    sentences: Table[Sentence],
    attributions: Table[Attribution],
) -> Made:
    """Find who copied whom, in which direction as far as anything tells it, and how many origins stand behind it all.

    Makes: a Reuse for every shared passage, of every pair in families of up to 50 pages; a Lineage for each origin, in
    the pile or not; a Voice for each document and for `record`; a Kind for each document.
    Units: spans are code points of `Document.text`; only titles, decks, headings and body link pages.
    Cost: linear in words, plus the alignment of pairs that share runs of words.
    Does not: take shared quotations or announced statements for copies; read captions or furniture.
    Method: ours; seeds, chains and alignment as in `readout/text`, weights in `lexicon/copy_weights.toml`.
    """
    pile = pile_of(documents, blocks, recurrences, sentences, attributions)
    first_equal = equal_texts(pile)
    judged = judge_all(pile, passages(pile, aligned(pile, first_equal)), first_equal)
    leaning = undated(pile.documents, quoted_alike(judged))
    judged += implied(pile, judged)
    linked = links(pile, joined(pile, judged), first_equal)
    near = related(pile)
    for pair, parts in accepted(pile, siblings(pile, linked, near)).items():
        linked[pair] = [*linked.get(pair, []), *parts]
    linked |= {(page, page): [part] for page, part in doubled(pile, linked)}
    traced = trace_families(pile, linked, judged, first_equal, suspicions(pile.documents, pile.cut, blocks.by("doc_id")))
    found = origins(pile, traced)
    held = list(counted(pile, found, outlets(pile.documents), leaning))
    absent = absent_texts(held)
    alike = backgrounds_in(pile, absent, linked, near)
    sure = less_certain(held, alike)
    return (
        Table.of(Reuse, [*rows.reuses(pile, traced), *(r for s in alike for r in s.reuses)]),
        Table.of(Lineage, lineages(pile, found)),
        Table.of(Voice, voices(pile, found, sure, lambda: matters(pile, near))),
        Table.of(Kind, rows.kinds(pile, traced, found)),
    )


def backgrounds_in(pile: Pile, absent: Mapping[int, str | None], linked: Links, near: Related) -> list[Suspected]:
    """Find the background that pages of different families share, where their texts come from outside the pile."""
    copied = (pair for pair, parts in linked.items() if is_copy(parts))
    family = components(len(pile.documents), copied)
    everyone = range(len(pile.documents))
    wanted = batches(asked(near, absent, family))
    return [s for rows, _ in wanted for s in suspected(pile, everyone, rows, family, absent)]


def judge_all(pile: Pile, found: Sequence[Passage], first_equal: NDArray[np.int64]) -> list[Verdict]:
    """Judge the passages pair by pair, pages of equal words counted as one; then, with the pages of a family counted as
    one, those that were not taken for copies: a run that a wire shares with its thirty reprints is not stock text, and
    two pages of one family share text more likely than two others. At last those of which other pages have every run,
    but none of them as one text."""
    pairs: dict[Pair, list[Passage]] = defaultdict(list)
    for p in found:
        pairs[p.left, p.right].append(p)
    runs, firsts = runs_within(pile.cut, found), pile.cut.firsts
    first = judged_with(pile, pairs, carriers(runs, firsts, first_equal).among)
    copied = {pair for pair, rows in first.items() if any(v.kind != "shared_quote" for v in rows)}
    families = components(len(first_equal), [*enumerate(first_equal.tolist()), *sorted(copied)])
    left = {pair: rows for pair, rows in pairs.items() if pair not in copied}
    kin = Kin(copied)
    again = judged_with(pile, left, carriers(runs, firsts, families).among, kin)
    rest = {pair: rows for pair, rows in left.items() if not any(v.kind != "shared_quote" for v in again[pair])}
    asked = doubtful(pile, rest.values())
    common = elsewhere(pile.cut, [p for rows in asked.values() for p in rows], runs, families)
    last = {pair: verdicts(pile, rest[pair], common.among, bar=APART) for pair in asked}
    return [v for rows in (first | again | last).values() for v in rows]


def judged_with(
    pile: Pile, pairs: Mapping[Pair, list[Passage]], stock: Stock, kin: Kin | None = None
) -> dict[Pair, list[Verdict]]:
    """Judge pairs, given how common runs are and, if known, which pages are of one family."""
    return {
        pair: verdicts(pile, rows, stock, bar=KIN if kin is not None and kin.are(pair) else None)
        for pair, rows in pairs.items()
    }
