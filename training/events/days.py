"""Fit of which day a page tells where a sentence names none.

    python -m training.events.days PACK... --records FOLDER... [--write]

PACK is a story pack with `pages/` and `truth/`. An occurrence read that the scorer of packs pairs with one of the truth, to which a
reader gives one day, stands for it: of its acts without a day of their own each day that they can be of is right or wrong. Logistic
regression on standardised signs; each pile is judged by fits that have not seen it. Printed is, for several chances, how many acts
get a day and how many of those the right one, beside the day of writing; `--write` stores the fit on all in
`readout/lexicon/day_weights.toml`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from evaluation.stories.acts import matches
from evaluation.stories.pack import Pack, Row
from readout.records import Document, Event, Report, Sentence
from readout.stages.detect import in_place
from readout.stages.detect.days import acts_of
from readout.text.day_bases import by_text
from readout.text.narrative_days import TOLD_BACK, signs
from training.piles import arguments, pack_of, record_of, tables_of
from training.standard import Table, store

RIDGE = 20.0
LEAST = 0.7  # of days given to an act from there on about nine in ten are right; from .6 on about five in six
RARE = 30  # rows in which a sign must be told for a weight
SHOWN = (0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8)
ABOUT = """\
# What each sign of a day (`readout/text/narrative_days.py`) adds to the log odds that an act without a day of its own is of it:
# [weight, mean from which it is counted]. Logistic regression over the acts that careful readers date; training/events/days.py
# tells how.
"""


class Case(NamedTuple):
    """A day that an act can be of: its pack, the number of the act, signs, whether it is right, whether it is that of writing."""

    pack: str
    act: int
    signs: Mapping[str, float]
    right: bool
    of_page: bool


def main() -> None:
    """Print what is right with piles left out, and write the weights of all."""
    asked = arguments(__doc__).parse_args()
    cases = [c for path in asked.packs for c in cases_of(pack_of(path, record_of(path, asked.records)))]
    often = Counter(s for c in cases for s, v in c.signs.items() if v)
    names = [s for s in sorted(often) if often[s] >= RARE]
    told = [{s: c.signs.get(s, 0.0) for s in names} for c in cases]
    table = Table([c.pack for c in cases], told, np.array([float(c.right) for c in cases]), RIDGE)
    show(cases, table.apart())
    if asked.write:
        store("day_weights", ABOUT, table.decision(LEAST))


def show(cases: Sequence[Case], chances: NDArray[np.float64]) -> None:
    """Print how many acts get a day, and how many the right one."""
    best: dict[tuple[str, int], tuple[float, bool]] = {}
    for c, chance in zip(cases, chances.tolist(), strict=True):
        best[c.pack, c.act] = max(best.get((c.pack, c.act), (0.0, False)), (chance, c.right))
    of_page = sum(c.right for c in cases if c.of_page)
    print(f"{len(best)} acts without a day; the day of writing is right for {of_page}")
    for least in SHOWN:
        some = [right for chance, right in best.values() if chance >= least]
        print(f"from {least}: {len(some)} get a day, {sum(some)} the right one ({sum(some) / max(1, len(some)):.3f})")


def cases_of(pack: Pack) -> Iterator[Case]:
    """Give the days that acts of a pack can be of."""
    tables = tables_of(pack.record.path)
    documents = {d.doc_id: d for d in tables[Document]}
    told, sentences = tables[Event].by("doc_id"), tables[Sentence].by("doc_id")
    acts = {e.event_id: a for doc_id, some in told.items()
            for e, a in zip(some, acts_of(some, sentences[doc_id], documents[doc_id].text), strict=True)}  # fmt: skip
    of_page = {doc_id: [acts[e.event_id] for e in in_place(some)] for doc_id, some in told.items()}
    events = {e.event_id: e for e in tables[Event]}
    of_act = defaultdict(list)
    for report in tables[Report]:
        of_act[report.occurrence_id] += report.events
    wanted = {w["key"]: w for w in pack.table("occurrences")}
    number = 0
    for key, occurrence in sorted(matches(pack).items()):
        day = one_day(wanted[key])
        for event in (events[i] for i in of_act[occurrence] if day):
            doc = documents[event.doc_id]
            if by_text(event.date_basis) or not doc.published or event.status not in TOLD_BACK:
                continue
            written = date.fromisoformat(doc.published[:10])
            number += 1
            found = signs(acts[event.event_id], of_page[doc.doc_id], written, len(sentences[doc.doc_id]))
            for name, held in found.items():
                yield Case(pack.name, number, held, name == day, name == written.isoformat())


def one_day(want: Row) -> str | None:
    """Give the one day that a reader gives to an occurrence."""
    start, end = want["date_start"], want.get("date_end") or want["date_start"]
    return str(start) if start and len(start) == 10 and start == end else None


if __name__ == "__main__":
    main()
