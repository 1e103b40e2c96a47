"""Fit the weights of the signs by which a line of the sheet of relations is judged worth one.

    python -m training.sheet PACK... --records FOLDER [--keep 224] [--out readout/lexicon/sheet_weights.toml]

PACK is a folder with `pages/` and `truth/`, FOLDER holds what was read of each (`PACK.readout`) or takes it. Material: the thirteen
story packs that are read (decision 0023 names them), never one that is held out. A line counts as found where the scorer of packs
pairs it with a line of the truth; every line that the rules of `relate` let through is one of the table. Logistic regression, ridge
30 on standardised signs; the threshold keeps `--keep` lines of these. The 20 signs were chosen by hand from some 65: states of
positions one by one, where on its page a line stands, quotation marks and length did not help a pack left out.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from evaluation.stories.pack import Pack, Row
from evaluation.stories.pages import line_likeness
from readout.api import Record
from readout.corpus import Stored
from readout.pipeline import Settings
from readout.reading import Plan, read_into
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
from readout.stages.relate.weight import events_of
from readout.text import log_odds
from training import logistic

RIDGE = 30.0
ALIKE = 1.5  # likeness from which the scorer takes a line for one of the truth
Floats = NDArray[np.float64]


class Line(NamedTuple):
    """One line: its pack, its signs, how far it is each line of the truth."""

    pack: str
    signs: dict[str, float]
    like: tuple[float, ...]


def main() -> None:
    """Print what is found with one pack left out, and write the weights of all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packs", nargs="+", type=Path)
    parser.add_argument("--records", type=Path, required=True)
    parser.add_argument("--keep", type=int, default=224)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    lines = [line for folder in asked.packs for line in lines_of(folder, asked.records)]
    names = sorted(lines[0].signs)
    values = np.array([[line.signs[name] for name in names] for line in lines])
    means, spreads = values.mean(0), values.std(0) + 1e-9
    table = np.hstack([np.ones((len(lines), 1)), (values - means) / spreads])
    found = paired(lines, np.ones(len(lines), dtype=bool))
    truth = np.array([float(i in found) for i in range(len(lines))])
    penalty = np.array([1e-6, *[RIDGE] * len(names)])
    apart = left_out(lines, table, truth, penalty)
    beta = logistic.fit(table, truth, penalty)
    print(
        f"{len(lines)} lines, {len(found)} found; kept: right and on nothing with the pack left out, and fitted to all"
    )
    for keep in (190, 200, 205, 210, asked.keep, 220, 225):
        print(keep, *(f"{len(paired(lines, odds >= cut(odds, keep)))}/{keep - len(paired(lines, odds >= cut(odds, keep)))}"
                      for odds in (apart, table @ beta)))  # fmt: skip
    if asked.out:
        threshold = log_odds.chance(cut(table @ beta, asked.keep))
        asked.out.write_text(card(names, beta, means, spreads, threshold), "utf-8")


CARD = """\
# What each sign of a line of the sheet of relations (`readout/stages/relate/signs.py`) adds to the log odds that a careful reader
# writes it down: [weight, mean from which it is counted]. Logistic regression over the lines that the rules let through on the
# story packs that are read; training/sheet.py tells how.
"""


def card(names: Sequence[str], beta: Floats, means: Floats, spreads: Floats, threshold: float) -> str:
    """Write the weights with what they are."""
    rows = [f"{n} = [{w / s:.3f}, {m:.3f}]" for n, w, m, s in zip(names, beta[1:], means, spreads, strict=True)]
    return f"{CARD}bias = {beta[0]:.3f}\nthreshold = {threshold:.4f}\n\n[signs]\n" + "\n".join(rows) + "\n"


def lines_of(folder: Path, records: Path) -> Iterator[Line]:
    """Give the lines of one pack."""
    target = records / f"{folder.name}.readout"
    if not target.exists():
        read_into(Plan((str(folder / "pages"),), target, settings=Settings(trace=True)))
    pack = Pack(folder.name, folder / "truth", Record(target))
    [tables] = sorted((target / "tables").iterdir())[-1:]
    t = Stored(tables)
    pile = pile_of(t[Document], t[Mention], t[Entity], t[Link], t[Event], t[Involvement], t[Parse], t[Kind], t[Office])
    known, wanted = background(pile, events_of(pile)), pack.table("relations")
    made = sheet(pile, t[Parse], t[Attribution], t[Occurrence], t[Utterance])
    for one in sorted(made, key=lambda r: r.relation_id):  # as the scorer reads them
        row: Row = json.loads(json.dumps(asdict(one)))
        yield Line(pack.name, signs(pile, known, one), tuple(line_likeness(pack, w, row) for w in wanted))


def left_out(lines: Sequence[Line], table: Floats, truth: Floats, penalty: Floats) -> Floats:
    """Judge every pack by what the others teach."""
    odds = np.zeros(len(lines))
    for pack in sorted({line.pack for line in lines}):
        mine = np.array([line.pack == pack for line in lines])
        odds[mine] = table[mine] @ logistic.fit(table[~mine], truth[~mine], penalty)
    return odds


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


def cut(odds: Floats, keep: int) -> float:
    """Give the odds from which so many lines are kept."""
    return float(np.sort(odds)[::-1][min(keep, len(odds)) - 1])


if __name__ == "__main__":
    main()
