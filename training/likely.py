"""Fit whether a page on which an act is reported tells what the sentence shown tells, where its words do not make it sure.

    python -m training.likely PACK... --records FOLDER... [--write]

PACK is a story pack with truth. Of every line of an act of the short brief whose sentence tells an act of the truth, each page that
reports the act but is not counted with the line is a row; it is right where the reader took down words of it for that act.
Logistic regression on standardised signs; each pile is judged by fits that have not seen it. `--write` stores the fit on all in
`readout/lexicon/likely_weights.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np

from evaluation.stories.pack import Pack
from readout.pile import Pile
from readout.web.behind import by_page, in_common, same
from readout.web.choosing import chosen
from readout.web.likely import likest, signs
from training.lapsed import act_of
from training.piles import area, arguments, pack_of, record_of
from training.standard import Table, store

RIDGE = 10.0
THRESHOLD = 0.9  # chance from which a page is said to tell an act likely
BARS = (0.3, 0.5, 0.6, 0.7, 0.8, 0.9)
ABOUT = """\
# What each sign of a page that reports an act (`readout/web/likely.py`) adds to the log odds that it tells what the sentence shown
# tells: [weight, mean from which it is counted]. Logistic regression over packs with truth; training/likely.py tells how.
"""


class Page(NamedTuple):
    """A page that reports an act: its pile, its signs, and whether it tells what is shown."""

    pack: str
    signs: Mapping[str, float]
    tells: bool


def main() -> None:
    """Print how well piles left out are judged, and write the weights of all."""
    asked = arguments(__doc__).parse_args()
    pages = [p for path in asked.packs for p in listed(pack_of(path, record_of(path, asked.records)))]
    truth = np.array([float(p.tells) for p in pages])
    table = Table([p.pack for p in pages], [p.signs for p in pages], truth, RIDGE)
    chances = table.apart()
    print(f"{len(pages)} pages, {truth.sum():.0f} tell it; area under the curve {area(truth, chances):.2f}")
    for bar in BARS:
        print(f"from {bar}: {truth[chances >= bar].sum():.0f} of {(chances >= bar).sum()} tell it")
    if asked.write:
        store("likely_weights", ABOUT, table.decision(THRESHOLD))


def listed(pack: Pack) -> Iterator[Page]:
    """Give the pages behind the lines of the short brief of a pile that are not sure to tell what is shown."""
    pile, acts = Pile(pack.record), pack.table("occurrences")
    for _, line in chosen(pile):
        occurrence = pile.occurrences[str(line.about)]
        shown = pile.clearest.get(occurrence)
        act = act_of(pack, acts, shown) if shown and line.text else None
        if shown is None or act is None:
            continue
        right = {m["external_id"] for m in act["mentions"]}
        told = pile.told(occurrence.occurrence_id)
        sure = {t.event.doc_id for t in told if same(pile, shown, t)}
        for page, tellings in by_page([t for t in told if t.event.doc_id not in sure]).items():
            like = in_common(pile, shown, likest(pile, shown, tellings))
            yield Page(pack.name, signs(pile, shown, tellings, like, occurrence.reports), pack.page_of[page] in right)


if __name__ == "__main__":
    main()
