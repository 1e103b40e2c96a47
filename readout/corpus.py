"""Run the stages of corpus scope over the tables of a generation, group by group."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readout.engine import Engine
from readout.records import Block, Document, Recurrence, Row
from readout.stage import declaration
from readout.stages.recur import recur
from readout.stages.trace import trace
from readout.tables import Table, arrow_schema

if TYPE_CHECKING:
    import pyarrow as pa

# Only outlets with enough pages can show what recurs; a page travels with its blocks.
PAGES_OF_OUTLETS = """
    SELECT d.*, list({'doc_id': b.doc_id, 'start': b.start, 'end': b."end", 'role': b.role, 'because': b.because}
                     ORDER BY b.start) AS blocks
    FROM documents d JOIN blocks b ON b.doc_id = d.doc_id
    WHERE d.outlet IN (SELECT outlet FROM documents GROUP BY outlet HAVING count(*) >= 3)
    GROUP BY ALL"""


def rows(folder: Path, engine: Engine, tracing: bool) -> dict[str, Iterator[pa.RecordBatch]]:
    """Give the corpus-scope tables of the generation whose document tables stand in `folder`; nothing is read before
    the first row is asked for. A table rests on those before it in the mapping. Without `tracing` its tables are empty."""
    made = cache(partial(traced, folder))
    lineage = {t.__table__: lazily(made, t) for t in declaration(trace).makes} if tracing else {}
    return {"recurrences": recurrences(folder, engine), **lineage}


def lazily(made: Any, row_type: type[Row]) -> Iterator[pa.RecordBatch]:
    """Give the batches of one of the tables that `made` gives when called."""
    yield from made()[row_type].to_arrow().to_batches()


def traced(folder: Path) -> dict[type[Row], Table[Any]]:
    """Trace the whole pile."""
    import pyarrow.parquet as parquet

    declared = declaration(trace)
    taken: Any = (Table.from_arrow(t, parquet.read_table(folder / f"{t.__table__}.parquet")) for t in declared.takes)
    return dict(zip(declared.makes, trace(*taken), strict=True))


def recurrences(folder: Path, engine: Engine) -> Iterator[pa.RecordBatch]:
    """Find what recurs across the pages of each outlet."""
    import duckdb
    import pyarrow as pa

    with duckdb.connect() as connection:
        for name in ("documents", "blocks"):
            connection.read_parquet(str(folder / f"{name}.parquet")).create_view(name)
        pages = (pa.Table.from_batches([b]) for b in connection.sql(PAGES_OF_OUTLETS).to_arrow_reader(1024))
        parts = list(engine.group(recur_in_outlets, pages, ["outlet"], arrow_schema(Recurrence)))
    found = [Table.from_arrow(Recurrence, part) for part in parts]
    yield from Table.of(Recurrence, (r for table in found for r in table)).to_arrow().to_batches()


def recur_in_outlets(pages: pa.Table) -> pa.Table:
    """Run `recur` over the pages of some outlets, each with its blocks."""
    documents = Table.from_arrow(Document, pages.drop_columns(["blocks"]))
    build = [Block(**values) for blocks in pages.column("blocks").to_pylist() for values in blocks]
    return recur(documents, Table.of(Block, build)).to_arrow()
