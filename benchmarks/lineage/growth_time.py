"""Time `trace` on growth piles and say how many families came out right.

python -m benchmarks.lineage.growth_time PILE... [--files] [--profile]

Each pile is a folder that `growth make` wrote; it is traced in a process of its own, so that peaks are its own. Pages are
given to the stage as they stand, one body block each: reading them is timed elsewhere. With --files the tables are stored
first, and traced by way of files as `readout read` does with a large pile; writing the rows is timed too.
"""

from __future__ import annotations

import cProfile
import json
import math
import pstats
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pyarrow as pa
import pyarrow.parquet as parquet

from benchmarks.lineage.growth import families_right
from benchmarks.lineage.growth_tables import store
from benchmarks.lineage.rows import read_json_lines
from readout.records import Attribution, Block, Document, Recurrence, Sentence
from readout.tables import Table, arrow_schema, plain


def pages(folder: Path) -> Iterator[Document]:
    for row in read_json_lines(folder / "documents.jsonl"):
        name, text = str(row["id"]), str(row["text"])
        yield Document(
            name, name, None, name, None, None, (), None, "none", (), "en", True, "given", None, None, "unknown", None, text
        )


def lines(documents: Table[Document]) -> Iterator[Sentence]:
    """Cut pages behind full stops; the pages have no other marks."""
    for d in documents:
        start = 0
        while start < len(d.text):
            stop = d.text.find(". ", start)
            end = stop + 1 if stop >= 0 else len(d.text)
            yield Sentence(f"{d.doc_id}.{start}", d.doc_id, start, end, 0)
            start = end + 1


def tables(folder: Path) -> tuple[Table[Any], ...]:
    """Give what `trace` takes."""
    documents = Table.of(Document, pages(folder))
    blocks = Table.of(Block, (Block(d.doc_id, 0, len(d.text), "body", "") for d in documents))
    nothing = Table.of(Recurrence, []), Table.of(Attribution, [])
    return documents, blocks, nothing[0], Table.of(Sentence, lines(documents)), nothing[1]


def peak() -> int:
    """Peak resident memory of this process and its largest child, MiB."""
    return sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) >> 10


def by_files(folder: Path) -> dict[str, Any]:
    """Trace one pile, stored beforehand, by way of files."""
    from readout.tracing import traced

    before, clock, start, rows = peak(), time.perf_counter(), time.process_time(), folder / "reuses.jsonl"
    counts: dict[str, int] = {}
    for row_type, batches in traced(folder / "tables", folder):
        counts[row_type.__table__] = 0
        with parquet.ParquetWriter(folder / f"{row_type.__table__}.parquet", arrow_schema(row_type)) as out:
            for batch in batches:
                out.write_table(pa.Table.from_batches([batch]).cast(arrow_schema(row_type)))
                counts[row_type.__table__] += batch.num_rows
    spent = {"seconds": time.process_time() - start, "clock": time.perf_counter() - clock}
    with rows.open("w") as lines:
        for batch in parquet.ParquetFile(folder / "reuses.parquet").iter_batches(columns=["left_doc", "right_doc"]):
            lines.writelines(json.dumps(row) + "\n" for row in batch.to_pylist())
    right = families_right(folder / "copies.jsonl", rows, {})
    return {"documents": counts["kinds"], **spent, "mib_before": before, "mib_peak": peak(), "reuses": counts["reuses"], **right}


def one(folder: Path, profile: bool) -> dict[str, Any]:
    """Trace one pile in this process."""
    from readout.stages.trace import trace

    taken = tables(folder)
    before, profiler = peak(), cProfile.Profile()
    clock, start = time.perf_counter(), time.process_time()
    found = profiler.runcall(trace, *taken) if profile else trace(*taken)
    spent = {"seconds": time.process_time() - start, "clock": time.perf_counter() - clock}
    rows = folder / "reuses.jsonl"
    with rows.open("w") as out:
        out.writelines(json.dumps(plain(r)) + "\n" for r in found[0])
    if profile:
        pstats.Stats(profiler, stream=sys.stderr).sort_stats("cumulative").print_stats(45)
    right = families_right(folder / "copies.jsonl", rows, {})
    return {"documents": len(taken[0]), **spent, "mib_before": before, "mib_peak": peak(), "reuses": len(found[0]), **right}


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--profile", is_flag=True, help="print where the time goes")
@click.option("--files", is_flag=True, help="by way of files, in bounded memory")
@click.option("--alone", is_flag=True, hidden=True)
def main(folders: tuple[Path, ...], profile: bool, files: bool, alone: bool) -> None:
    """Trace each pile; print a line for each, and the exponent between neighbours."""
    if alone:
        click.echo(json.dumps(by_files(folders[0]) if files else one(folders[0], profile)))
        return
    for folder in folders if files else ():
        if not (folder / "tables").exists():
            store(folder, folder / "tables")
    held: list[dict[str, Any]] = []
    for folder in folders:
        words = [sys.executable, "-m", "benchmarks.lineage.growth_time", str(folder), "--alone"]
        words += ["--profile"] * profile + ["--files"] * files
        row = json.loads(subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True).stdout)
        if held:
            more = math.log(row["documents"] / held[-1]["documents"])
            row["exponent"] = math.log(row["seconds"] / held[-1]["seconds"]) / more
        held.append(row)
        click.echo(json.dumps({k: round(v, 3) if isinstance(v, float) else v for k, v in row.items()}))


if __name__ == "__main__":
    main()
