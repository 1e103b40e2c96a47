"""Judge a sample of Readout's own events by hand, field by field.

    python -m evaluation.judged sample TREEBANK.conllu… --genre news --count 100 --seed 1 -o SHEET.tsv
    python -m evaluation.judged table SHEET_OF_ONE.tsv SHEET_OF_ANOTHER.tsv

`sample` reads the documents of treebanks (their text, day of creation, genre), codes them, draws events by the seed and
writes a sheet: one row an event, with the sentence before, its own and the one after, and one empty column for each field.
A reader puts y (right), n (wrong) or ? (cannot be told) into each; a field that is empty though the text states it is
wrong, one that is empty because the text says nothing is right. `table` prints, by field, the share each reader found
right with a 95 % interval (Wilson 1927), the share both found right, and how far the readers agree beyond chance (Cohen's
kappa 1960). The last line is JSON.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from evaluation.stories.__main__ import wilson
from readout.api import Record
from readout.pile import Pile
from readout.reading import Plan, read_into
from readout.records import Sentence

FIELDS = ("type", "actor", "recipient", "status", "date", "place")


def documents(path: Path, genre: str) -> Iterator[dict[str, Any]]:
    """Give the documents of one genre as rows to read: id, text with its paragraphs, day of creation."""
    for block in re.split(r"(?m)^# newdoc id = ", path.read_text("utf-8"))[1:]:
        name = block.split("\n", 1)[0].strip()
        found = dict(re.findall(r"(?m)^# meta::(\w+) = (.*)$", block))
        if found.get("genre", genre) != genre:
            continue
        lines = re.findall(r"(?m)^# (newpar|text = .*)", block)
        text = "".join("\n\n" if line.startswith("newpar") else line[7:] + " " for line in lines)
        yield {"id": name, "text": re.sub(r" *\n", "\n", text).strip(), "published": found.get("dateCreated")}


def sample(paths: Sequence[Path], genre: str, count: int, seed: int) -> Iterator[dict[str, Any]]:
    """Code the documents and draw events."""
    rows = [row for path in paths for row in documents(path, genre)]
    with tempfile.TemporaryDirectory() as folder:
        pages, record = Path(folder, "pages.jsonl"), Path(folder, "judged.readout")
        pages.write_text("".join(json.dumps(r) + "\n" for r in rows), "utf-8")
        read_into(Plan((str(pages),), record))
        pile = Pile(Record(record))
        events = [pile.events[e] for e in sorted(pile.events) if pile.events[e].coded_type]
        texts = pile.documents
        sentences = sorted(pile.rows(Sentence), key=lambda s: (s.doc_id, s.start))
    at = {s.sentence_id: i for i, s in enumerate(sentences)}
    for event in sorted(random.Random(seed).sample(events, min(count, len(events))), key=lambda e: (e.doc_id, e.start)):
        document = texts[event.doc_id]
        near = sentences[max(0, at[event.sentence_id] - 1) : at[event.sentence_id] + 2]
        yield {
            "event": event.event_id,
            "document": document.external_id,
            "published": document.published or "",
            "sentences": " ¶ ".join(document.text[s.start : s.end] for s in near if s.doc_id == event.doc_id),
            "trigger": document.text[event.start : event.end],
            "told_type": event.coded_type,
            "told_actor": "; ".join(p.text for p in event.actors),
            "told_recipient": "; ".join(p.text for p in event.recipients),
            "told_status": event.status,
            "told_date": f"{event.date_start or ''}–{event.date_end or ''} ({event.date_basis})",
            "told_place": event.place or "",
        } | dict.fromkeys(FIELDS, "")


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Give the agreement of two readers beyond chance."""
    if not pairs:
        return 0.0
    same = sum(a == b for a, b in pairs) / len(pairs)
    letters = {letter for pair in pairs for letter in pair}
    chance = sum(
        (sum(a == x for a, _ in pairs) / len(pairs)) * (sum(b == x for _, b in pairs) / len(pairs)) for x in letters
    )
    return 1.0 if chance == 1 else (same - chance) / (1 - chance)


def table(sheets: Sequence[Path]) -> dict[str, Any]:
    """Print the table and give it."""
    read = [{r["event"]: r for r in csv.DictReader(p.open(encoding="utf-8"), delimiter="\t")} for p in sheets]
    both = sorted(set(read[0]) & set(read[-1]))
    found: dict[str, Any] = {"events": len(both)}
    print(f"{'field':10} {'first':>22} {'second':>22} {'both right':>11} {'kappa':>6}")
    for field in FIELDS:
        pairs = [(read[0][e][field].strip().lower()[:1], read[-1][e][field].strip().lower()[:1]) for e in both]
        shares = []
        for side in (0, 1):
            told = [p[side] for p in pairs if p[side] in ("y", "n")]
            low, high = wilson(told.count("y"), len(told))
            shares.append((told.count("y") / max(1, len(told)), low, high, len(told)))
        together = sum(p == ("y", "y") for p in pairs) / max(1, len(pairs))
        agree = kappa(pairs)
        cells = [f"{s:.2f} ({lo:.2f}–{hi:.2f}) /{n}" for s, lo, hi, n in shares]
        print(f"{field:10} {cells[0]:>22} {cells[1]:>22} {together:11.2f} {agree:6.2f}")
        found[field] = {"first": round(shares[0][0], 3), "second": round(shares[1][0], 3), "both": round(together, 3)}
    return found


def main() -> None:
    """Run one of the two."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    draw = commands.add_parser("sample")
    draw.add_argument("paths", nargs="+", type=Path)
    draw.add_argument("--genre", default="news")
    draw.add_argument("--count", type=int, default=100)
    draw.add_argument("--seed", type=int, default=1)
    draw.add_argument("-o", "--output", type=Path, required=True)
    show = commands.add_parser("table")
    show.add_argument("sheets", nargs=2, type=Path)
    asked = parser.parse_args()
    if asked.command == "table":
        print(json.dumps(table(asked.sheets)))
        return
    rows = list(sample(asked.paths, asked.genre, asked.count, asked.seed))
    with asked.output.open("w", encoding="utf-8", newline="") as sheet:
        writer = csv.DictWriter(sheet, list(rows[0]) if rows else ["event"], delimiter="\t")
        writer.writeheader()
        writer.writerows(rows)
    print(json.dumps({"events": len(rows), "sheet": str(asked.output)}))


if __name__ == "__main__":
    main()
