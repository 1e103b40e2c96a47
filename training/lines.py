"""Fit how likely a line of the brief is true, and a passage behind it tells what it tells.

    python -m training.lines --records FOLDER... [--write]

`training/line_labels/` holds lines that were shown with the verdict of a reader; FOLDER holds the records of their piles,
NAME.readout. A passage counts as telling another act where the reader said so; a line whose wrong passages are no longer cited, or
whose wrong label is no longer there, counts as mended. Logistic regression on standardised signs; each pile is judged by fits that
have not seen it. `--write` stores the fits on all in `readout/lexicon/retold_weights.toml` and `readout/lexicon/line_weights.toml`.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

import readout
from readout.api import Record
from readout.pile import Pile
from readout.records import Evidence
from readout.text.log_odds import Decision
from readout.web import line_signs, retold
from readout.web.choosing import plain_fact
from readout.web.lines import Line
from readout.web.sheet import LONG, main_relations, relation_line, shown_in
from readout.web.tellings import by_section, occurrence_line, ranked
from training.standard import Table, card

Floats = NDArray[np.float64]
Row = Mapping[str, Any]
LABELS = Path(__file__).parent / "line_labels"
WORTH = {"true": 1.0, "misleading": 0.4, "false": 0.0}  # how far each verdict counts as true; ours
RETOLD = (20.0, 0.7)  # ridge, and chance from which a passage counts
LINES = (80.0, 0.65)  # ridge, and chance from which a line is shown
BARS = (0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85)  # chances from which lines of a section may be shown
FALSE = 0.2  # share of lines of a section, left out by pile, that may be false from its bar on; ours
WIDE = 60  # lines of a section that are judged


class Judged(NamedTuple):
    """One row of a table to fit: its pile, its signs, what a reader said of it."""

    pack: str
    signs: Mapping[str, float]
    truth: float
    row: Row


def main() -> None:
    """Print what is kept with piles left out, and write the weights of all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", nargs="+", type=Path, required=True, help="folders of NAME.readout")
    parser.add_argument("--write", action="store_true", help="store the weights in the package")
    asked = parser.parse_args()
    texts = {path.stem: path.read_text("utf-8") for path in sorted(LABELS.glob("*.jsonl"))}
    rows = {name: [json.loads(line) for line in text.splitlines()] for name, text in texts.items()}
    piles = {name: next(r / f"{name}.readout" for r in asked.records if (r / f"{name}.readout").exists()) for name in rows}
    cited = [j for name in rows for j in passages(Pile(Record(piles[name])), rows[name])]
    print(f"{len(cited)} passages, {sum(j.truth for j in cited):.0f} of the act shown")
    show(table_of(cited, RETOLD[0]), (0.4, 0.5, 0.6, 0.7, 0.8))
    told: list[Judged] = []
    for name in rows:
        others = table_of([j for j in cited if j.pack != rows[name][0]["pack"]], RETOLD[0]).decision(RETOLD[1])
        with patch.object(retold, "weights", return_value=others):
            told += lines(Pile(Record(piles[name])), rows[name])
    print(f"{len(told)} lines, {sum(j.truth == 1 for j in told)} true")
    found = table_of(told, LINES[0])
    show(found, (0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8))
    show_sections(told, found.apart())
    bars = {"relations": bar_of("relations", told, found.apart())}
    print("bars", bars)
    if asked.write:
        write("retold", table_of(cited, RETOLD[0]).decision(RETOLD[1]))
        write("line", found.decision(LINES[1]), bars)


def bar_of(section: str, told: Sequence[Judged], chances: Floats) -> float:
    """Give the lowest chance from which few lines of a section are false, by fits that have not seen their piles."""
    mine = [(j.truth, chance) for j, chance in zip(told, chances, strict=True) if j.row["section"] == section]
    for bar in BARS:
        kept = [truth for truth, chance in mine if chance >= bar]
        half = kept.count(WORTH["misleading"])
        print(f"  {section} from {bar:.2f}: {kept.count(1.0)} true, {half} misleading, {kept.count(0.0)} false")
        if kept and kept.count(0.0) <= FALSE * len(kept):
            return bar
    return BARS[-1]


def passages(pile: Pile, rows: Sequence[Row]) -> Iterator[Judged]:
    """Give the passages behind the lines of a pile that are not the sentence shown."""
    for row in rows:
        bad = {b for b in row["bad"] or () if isinstance(b, int)}
        if row["bad"] is None or row["section"] == "disputed" or (not bad and {"voices", "two_acts"} & {*row["kinds"]}):
            continue  # nobody said which
        cites = [Evidence(*c) for c in row["cites"]]
        shown = cites[0] if cites else None
        if row["section"] == "relations" and row["about"] in pile.relation_by_id:
            shown = shown_in(pile, pile.relation_by_id[row["about"]]) or shown
        for n, cite in enumerate(cites):
            pair = retold.whole(pile, shown or cite), retold.whole(pile, cite)
            if pile.words(pair[0]) != pile.words(pair[1]):
                yield Judged(row["pack"], retold.signs(pile, *pair), float(n not in bad), row)


def lines(pile: Pile, rows: Sequence[Row]) -> Iterator[Judged]:
    """Give the labelled lines of a pile that are written today, with what is left of what was wrong with them."""
    today = {line.about: (section, line) for section, line in written(pile)}
    for row in rows:
        if row["about"] in today and row["section"] not in ("said", "pages", "disputed"):
            section, line = today[row["about"]]
            now = verdict(pile, row, line)
            yield Judged(row["pack"], line_signs.signs(pile, section, line), WORTH[now], {**row, "section": section, "now": now})


def written(pile: Pile) -> Iterator[tuple[str, Line]]:
    """Write the lines that were judged: each act that can be told plainly by its clearest sentence, and those of the sheet that
    weigh most."""
    for section, occurrences in by_section(pile).items():
        for pair in ranked(pile, occurrences)[:WIDE]:
            if plain_fact(pile, pair):
                yield section, occurrence_line(pile, *pair)
    yield from (("relations", relation_line(pile, r)) for r in main_relations(pile, LONG))


def verdict(pile: Pile, row: Row, line: Line) -> str:
    """Give the verdict on a line of today: the reader's, without what he found wrong that is no longer said."""
    if "after" in row and (line.lead, line.note) != (row["lead"], row["note"]):
        return str(row["after"])
    bad = {tuple(row["cites"][n]) for n in row["bad"] or () if isinstance(n, int)}
    cited = {(e.doc_id, e.start, e.end) for e in line.evidence}
    held = {(w := retold.whole(pile, Evidence(*c))).doc_id + str(w.start) for c in cited}
    left = {*row["kinds"]}
    if bad and not any((w := retold.whole(pile, Evidence(*b))).doc_id + str(w.start) in held for b in bad):
        left -= {"voices", "two_acts"}
    if "; so " in row["note"] and "; so " not in line.note:
        left -= {"speaker"}
    if line.text != row["text"]:
        left -= {"cut"}
    if line.lead != row["lead"]:
        left -= {"number"} if row["section"] != "relations" else set()
        left -= {"status"} if "Put off" in line.lead else set()
    if left == {*row["kinds"]}:
        return str(row["verdict"])
    return "true" if not left else "misleading" if left <= {"cut"} else str(row["verdict"])


def table_of(rows: Sequence[Judged], ridge: float) -> Table:
    """Make a table of judged rows."""
    return Table([j.pack for j in rows], [j.signs for j in rows], np.array([j.truth for j in rows]), ridge)


def show(table: Table, bars: Iterable[float]) -> None:
    """Print, for several bars, the share of true rows kept and of wrong ones among the kept."""
    chances, truth = table.apart(), table.truth
    for bar in bars:
        kept = chances >= bar
        half = ((truth[kept] > 0) & (truth[kept] < 1)).mean()
        print(f"  from {bar:.2f}: {kept.sum():4d} kept, true kept {(truth[kept] == 1).sum() / (truth == 1).sum():.2f},"
              f" false {(truth[kept] == 0).mean():.3f}, misleading {half:.3f}")  # fmt: skip


def show_sections(told: Sequence[Judged], chances: Floats) -> None:
    """Print what is shown and wrong of each section: as labelled, as mended, and with the bar."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for j, chance in zip(told, chances, strict=True):
        section = j.row["section"] if j.row["section"] != "relations" else "sheet: " + j.row["lead"].partition(":")[0].lower()
        found[section][f"was {j.row['verdict']}"] += 1
        found[section][f"now {j.row['now']}"] += 1
        found[section][f"shown {j.row['now']}"] += chance >= LINES[1]
    for section, n in sorted(found.items()):
        told_of = (f"{w} " + ", ".join(f"{n[f'{w} {v}']} {v}" for v in WORTH) for w in ("was", "now", "shown"))
        print(f"{section:18s} " + "; ".join(told_of))


CARD = """\
# What each sign of {what}
# adds to the log odds that it is true: [weight, mean from which it is counted]. Logistic regression over labelled lines;
# training/lines.py tells how, training/line_labels/README.md who labelled them.
"""
WHAT = {"retold": "a passage (`readout/web/retold.py`)", "line": "a line of the brief (`readout/web/line_signs.py`)"}


def write(name: str, found: Decision, bars: Mapping[str, float] | None = None) -> None:
    """Store weights in the package, and the chances from which lines of some sections are shown."""
    own = "\n[bars]\n" + "".join(f"{section} = {bar}\n" for section, bar in bars.items()) if bars else ""
    text = CARD.format(what=WHAT[name]) + card(found) + own
    (Path(readout.__file__).parent / "lexicon" / f"{name}_weights.toml").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
