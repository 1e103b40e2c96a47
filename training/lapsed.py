"""Fit whether a plan lies ahead no more when the last page of its story is written.

    python -m training.lapsed PACK... --records FOLDER... [--write]

PACK is a story pack with truth. Every sentence that tells an act of the truth as ahead counts as over where the act, as the reader
of all pages has it, was done, called off, refused or failed, or was put off and the sentence does not say so. Acts of words (what
was asked for, promised, offered) are left out: that a thing was promised does not say that it is done. Logistic regression on
standardised signs; each pile is judged by fits that have not seen it. `--write` stores the fit on all in
`readout/lexicon/lapsed_weights.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np

from evaluation.stories.pack import Pack, Row
from readout.pile import Pile, Told
from readout.web.due import SAID
from readout.web.lapsed import STATUSES, last_day, signs
from training.piles import area, arguments, pack_of, record_of
from training.standard import Table, store

RIDGE = 10.0
THRESHOLD = 0.5  # chance from which a plan lies ahead no more
BARS = (0.3, 0.4, 0.5, 0.6, 0.7)
ABOUT = """\
# What each sign of a sentence that tells an act as ahead (`readout/web/lapsed.py`) adds to the log odds that it lies ahead no more
# on the day of the last page: [weight, mean from which it is counted]. Logistic regression; training/lapsed.py tells how.
"""


class Plan(NamedTuple):
    """A sentence that tells an act as ahead: its pile, its signs, and whether it lies ahead no more."""

    pack: str
    signs: Mapping[str, float]
    over: bool


def main() -> None:
    """Print how well piles left out are judged, and write the weights of all."""
    asked = arguments(__doc__).parse_args()
    plans = [p for path in asked.packs for p in listed(pack_of(path, record_of(path, asked.records)))]
    truth = np.array([float(p.over) for p in plans])
    table = Table([p.pack for p in plans], [p.signs for p in plans], truth, RIDGE)
    chances = table.apart()
    print(f"{len(plans)} plans, {truth.sum():.0f} over; area under the curve {area(truth, chances):.2f}")
    for bar in BARS:
        kept = chances < bar
        print(f"from {bar}: {kept.sum()} kept, {truth[kept].sum():.0f} of them over")
    if asked.write:
        store("lapsed_weights", ABOUT, table.decision(THRESHOLD))


def listed(pack: Pack) -> Iterator[Plan]:
    """Give the sentences of a pile that tell an act of its truth as ahead."""
    pile, acts = Pile(pack.record), pack.table("occurrences")
    last = last_day(pile)
    for occurrence in pile.occurrences:
        for told in pile.told(occurrence):
            act = act_of(pack, acts, told) if told.event.status in STATUSES else None
            if act and act["type"] not in SAID:
                moved = act["status"] == "postponed" and told.event.status != "postponed"
                yield Plan(pack.name, signs(pile, told, last), moved or act["status"] not in STATUSES)


def act_of(pack: Pack, acts: list[Row], told: Told) -> Row | None:
    """Give the act of the truth whose words, as a reader took them down, hold an event; of several that of the fewest words."""
    page = pack.page_of[told.event.doc_id]
    found = [(len(m["words"]), act["key"], act) for act in acts for m in act.get("mentions") or ()
             if m["external_id"] == page and any(s <= told.event.start < t for s, t in pack.places(page, m["words"]))]  # fmt: skip
    return min(found, key=lambda f: f[:2])[2] if found else None


if __name__ == "__main__":
    main()
