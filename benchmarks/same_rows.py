"""Read one pile in every way and compare the exported rows: `python -m benchmarks.same_rows PILE [--ray] [--parts N]`.

Ways: 1 and 2 workers in process, shuffled paths, Daft native, Daft on Ray (with --ray), in N parts one after another under
one root (none with 0), and traced by way of files (with --files). Exit 1 where any table but `runs` differs by a byte
(capture times left out). `--model none` reads without a parser, ten times faster; `--workers 1` spares a busy machine.
A pile of any size: `python -m benchmarks.lineage.growth make --out PILE --documents 10000`.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from readout.api import Record
from readout.store.schema import table_names


def rows(record: Path) -> dict[str, list[str]]:
    """Export every table but `runs` as JSON lines in key order."""
    opened = Record(record)
    return {name: [line(row) for row in opened.table(name)] for name in table_names() if name != "runs"}


def line(row: dict[str, object]) -> str:
    return json.dumps({k: v for k, v in row.items() if k != "captured_at"}, ensure_ascii=False)


START = "from readout import corpus; corpus.STREAM_FROM = {}; from readout.cli import main; main()"


def read(record: Path, *words: str, stream_from: str = "corpus.STREAM_FROM") -> None:
    """Read in a process of its own: a process keeps the Daft runner it first used."""
    subprocess.run(
        [sys.executable, "-c", START.format(stream_from), "read", *words, "-o", str(record), "-q"],
        check=True,
        stdout=subprocess.DEVNULL,
    )


def ways(chosen: argparse.Namespace, folder: Path) -> Iterator[tuple[str, Path]]:
    """Read the pile in each way; give the way's name and the record."""
    pile, parts, model = chosen.pile, chosen.parts, ("--model", chosen.model)
    files = sorted(str(p) for p in pile.rglob("*") if p.is_file())
    shuffled = random.Random(5).sample(files, len(files))
    engines = ["plain", "daft", *(["ray"] if chosen.ray else [])]
    for engine, workers in dict.fromkeys([("plain", 1), *((engine, chosen.workers) for engine in engines)]):
        record = folder / f"{engine}{workers}.readout"
        read(record, str(pile), "--engine", engine, "--workers", str(workers), *model)
        yield f"{engine}, {workers} workers", record
    if chosen.files:
        read(folder / "files.readout", str(pile), *model, stream_from="0")
        yield "traced by way of files", folder / "files.readout"
    if len(files) > 1:
        read(folder / "shuffled.readout", *shuffled, "--root", str(pile), *model)
        yield "shuffled paths", folder / "shuffled.readout"
    for n in range(parts):
        read(folder / "parts.readout", *shuffled[n::parts], "--root", str(pile), *model)
    if parts:
        yield f"{parts} parts one after another", folder / "parts.readout"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pile", type=Path)
    parser.add_argument("--ray", action="store_true")
    parser.add_argument("--parts", type=int, default=6)
    parser.add_argument("--model", default="accurate")
    parser.add_argument("--files", action="store_true")
    parser.add_argument("--workers", type=int, default=2)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        different, first = [], None
        for name, record in ways(chosen, Path(folder)):
            made = rows(record)
            first = first or made
            tables = [t for t in made if made[t] != first[t]]
            different += tables
            print(
                f"{name}: {sum(map(len, made.values()))} rows, {'differs in ' + ', '.join(tables) if tables else 'equal'}",
                flush=True,
            )
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
