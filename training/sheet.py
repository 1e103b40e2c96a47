"""Fit how likely a careful reader writes a line of the sheet of relations down.

    python -m training.sheet PACK... --records FOLDER... [--write]

PACK is a story pack with `pages/` and `truth/`. A line counts as found where the scorer of packs pairs it with a line of the
truth; every line that could stand on the sheet is one of the table. Logistic regression on standardised signs; each pack is
judged by fits that have not seen it, a sixth at a time. `--write` stores the fit on all in `readout/lexicon/sheet_weights.toml`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

import readout
from evaluation.stories.pack import Row
from evaluation.stories.pages import line_likeness
from readout.records import (
    Attribution,
    Document,
    Entity,
    Event,
    Involvement,
    Kind,
    Link,
    Mention,
    Occurrence,
    Office,
    Parse,
    Utterance,
)
from readout.stages.relate import sheet
from readout.stages.relate.index import pile_of
from readout.stages.relate.signs import background, signs
from training import logistic
from training.piles import arguments, folds, pack_of, record_of, tables_of

RIDGE = 80.0
THRESHOLD = 0.08  # chance from which a line is kept; decision 0037
ALIKE = 1.5  # likeness from which the scorer takes a line for one of the truth
Floats = NDArray[np.float64]


class Line(NamedTuple):
    """One line: its pack, its signs, how far it is each line of the truth."""

    pack: str
    signs: dict[str, float]
    like: tuple[float, ...]


def main() -> None:
    """Print what is found with packs left out, and write the weights of all."""
    asked = arguments(__doc__).parse_args()
    lines = [line for folder in asked.packs for line in lines_of(folder, record_of(folder, asked.records))]
    names = sorted(lines[0].signs)
    values = np.array([[line.signs[name] for name in names] for line in lines])
    means, spreads = values.mean(0), values.std(0) + 1e-9
    table = np.hstack([np.ones((len(lines), 1)), (values - means) / spreads])
    found = paired(lines, np.ones(len(lines), dtype=bool))
    truth = np.array([float(i in found) for i in range(len(lines))])
    penalty = np.array([1e-6, *[RIDGE] * len(names)])
    apart = logistic.chances(left_out(lines, table, truth, penalty))
    print(f"{len(lines)} lines, {len(found)} found; with the pack left out")
    place = places(lines, apart)
    for room in (24, 26, 28, 30, 34, 10**6):
        for least in (0.05, 0.08, 0.1, 0.12, 0.15, 0.2):
            kept = (apart >= least) & (place < room)
            right = len(paired(lines, kept))
            print(f"  {room} a pile, from {least:.2f}: {right} right, {kept.sum() - right} on nothing")
    if asked.write:
        target = Path(readout.__file__).parent / "lexicon" / "sheet_weights.toml"
        target.write_text(card(names, logistic.fit(table, truth, penalty), means, spreads), "utf-8")


CARD = """\
# What each sign of a line of the sheet of relations (`readout/stages/relate/signs.py`) adds to the log odds that a careful reader
# writes it down: [weight, mean from which it is counted]. Logistic regression over every line that could stand on the sheets of
# piles with truth; training/sheet.py tells how.
"""


def card(names: Sequence[str], beta: Floats, means: Floats, spreads: Floats) -> str:
    """Write the weights with what they are."""
    rows = [f"{n} = [{w / s:.3f}, {m:.3f}]" if s > TOLD else f"{n} = [0.0, 0.0]"
            for n, w, m, s in zip(names, beta[1:], means, spreads, strict=True)]  # fmt: skip
    return f"{CARD}bias = {beta[0]:.3f}\nthreshold = {THRESHOLD}\n\n[signs]\n" + "\n".join(rows) + "\n"


TOLD = 1e-6  # spread of a sign that no line has


def lines_of(folder: Path, record: Path) -> Iterator[Line]:
    """Give the lines of one pack."""
    pack, t = pack_of(folder, record), tables_of(record)
    pile = pile_of(t[Document], t[Mention], t[Entity], t[Link], t[Event], t[Involvement], t[Parse], t[Kind], t[Office])
    made = sorted(sheet(pile, t[Parse], t[Attribution], t[Occurrence], t[Utterance]), key=lambda r: r.relation_id)
    known, wanted = background(pile, made), pack.table("relations")
    for one in made:  # as the scorer reads them
        row: Row = json.loads(json.dumps(asdict(one)))
        yield Line(pack.name, signs(pile, known, one), tuple(line_likeness(pack, w, row) for w in wanted))


def left_out(lines: Sequence[Line], table: Floats, truth: Floats, penalty: Floats) -> Floats:
    """Judge every pack by what others teach."""
    odds = np.zeros(len(lines))
    fold = folds([line.pack for line in lines])
    for part in sorted(set(fold.values())):
        mine = np.array([fold[line.pack] == part for line in lines])
        odds[mine] = table[mine] @ logistic.fit(table[~mine], truth[~mine], penalty)
    return odds


def places(lines: Sequence[Line], chances: Floats) -> NDArray[np.int_]:
    """Give the place of each line in its pile, the likeliest first."""
    found = np.zeros(len(lines), dtype=int)
    for pack in {line.pack for line in lines}:
        mine = np.array([i for i, line in enumerate(lines) if line.pack == pack])
        found[mine[np.argsort(-chances[mine], kind="stable")]] = np.arange(len(mine))
    return found


def paired(lines: Sequence[Line], kept: NDArray[np.bool_]) -> set[int]:
    """Pair lines with those of the truth as the scorer does: each truth in turn takes the likest line that is left."""
    taken: set[int] = set()
    for pack in sorted({line.pack for line in lines}):
        mine = [i for i, line in enumerate(lines) if line.pack == pack and kept[i]]
        for n in range(len(lines[mine[0]].like) if mine else 0):
            best = max((i for i in mine if i not in taken), key=lambda i: lines[i].like[n], default=None)
            if best is not None and lines[best].like[n] >= ALIKE:
                taken.add(best)
    return taken


if __name__ == "__main__":
    main()
