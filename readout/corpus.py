"""Run the stages of corpus scope over the tables of a generation, group by group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, partial
from heapq import merge
from itertools import chain, islice, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readout.engine import Engine
from readout.errors import ReadoutError
from readout.pipeline import Settings, Tables, declarations, run
from readout.records import Block, Document, Recurrence, Row, Voice
from readout.stages.recur import JUDGED, recur
from readout.stages.trace import trace
from readout.tables import Table, arrow_schema
from readout.tracing import MADE as TRACED
from readout.tracing import traced
from readout.tracing.sources import size_of_texts

if TYPE_CHECKING:
    import pyarrow as pa

MEMORY_LIMIT = "256MB"  # DuckDB spills to the temporary folder above it
# Bytes of text from which a pile is traced by way of files: about 20,000 pages of 400 words, 0.9 GiB in memory.
STREAM_FROM = 48 << 20

# Only pages that may share a judged block with two more of their outlet can show what recurs. The comparing form here
# (letters a to z) is looser than that of `recur`, so that nothing it would find is left out. A page travels with its blocks.
PAGES_OF_OUTLETS = """
    WITH forms AS (
        SELECT d.outlet, b.doc_id, b.role,
               md5(regexp_replace(lower(substring(d.text, b.start + 1, b."end" - b.start)), '[^a-z]+', '', 'g')) AS form
        FROM documents d JOIN blocks b ON b.doc_id = d.doc_id WHERE d.outlet IS NOT NULL),
    shared AS (
        SELECT outlet, form FROM forms GROUP BY ALL HAVING count(DISTINCT doc_id) >= 3 AND bool_or(role IN ({judged}))),
    pages AS (SELECT DISTINCT f.doc_id FROM forms f SEMI JOIN shared s ON s.outlet = f.outlet AND s.form = f.form)
    SELECT d.*, held.blocks
    FROM documents d SEMI JOIN pages p ON p.doc_id = d.doc_id
    JOIN (SELECT doc_id, list({{'doc_id': doc_id, 'start': start, 'end': "end", 'role': role, 'because': because}}) AS blocks
          FROM blocks GROUP BY doc_id) held ON held.doc_id = d.doc_id
    ORDER BY d.outlet"""


def rows(folder: Path, engine: Engine, settings: Settings) -> dict[str, Iterator[pa.RecordBatch]]:
    """Give the tables made over the pile: the generation whose document tables stand in `folder`; nothing is read
    before the first row is asked for. A table rests on those before it in the mapping."""
    made = cache(partial(judged, folder, settings))
    files = cache(partial(traced, folder, folder))
    types = dict.fromkeys(t for _, d in declarations("corpus", "story") for t in d.makes)
    later = {t.__table__: lazily(made, t) for t in types if t not in (Recurrence, *TRACED)}
    by_trace = {t.__table__: of_trace(folder, settings, (made, files), t) for t in TRACED}
    voices = by_trace.pop(Voice.__table__)  # later stages make some too
    return {"recurrences": recurrences(folder, engine), **by_trace, **later, Voice.__table__: voices}


def is_large(folder: Path, settings: Settings) -> bool:
    """Tell whether the texts are too large to be traced in memory."""
    import pyarrow.parquet as parquet

    return settings.trace and size_of_texts(parquet.read_metadata(folder / "documents.parquet")) >= STREAM_FROM


def of_trace(folder: Path, settings: Settings, ways: tuple[Any, Any], row_type: type[Row]) -> Iterator[pa.RecordBatch]:
    """Give the batches of one of the tables that `trace` makes: in memory, or by way of files, which give one table after
    another. `ways`: functions that give all tables, and those made by way of files."""
    made, files = ways
    if not is_large(folder, settings):
        yield from lazily(made, row_type)
        return
    found, batches = next(files())
    if found is not row_type:
        raise ReadoutError("R030", f"{found.__table__} came where {row_type.__table__} was asked for.")
    yield from batches if row_type is not Voice else merged(Voice, batches, lazily(made, Voice))
    if row_type is TRACED[-1]:
        next(files(), None)  # the files they were made from go


def merged(row_type: type[Row], *parts: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Merge tables that are each in the order of their key."""
    import pyarrow as pa

    rows = (chain.from_iterable(batch.to_pylist() for batch in part) for part in parts)
    ordered = merge(*rows, key=lambda row: tuple(row[name] for name in row_type.__key__))
    while some := list(islice(ordered, 4096)):
        yield pa.RecordBatch.from_pylist(some, schema=arrow_schema(row_type))


def lazily(made: Any, row_type: type[Row]) -> Iterator[pa.RecordBatch]:
    """Give the batches of one of the tables that `made` gives when called."""
    yield from made()[row_type].to_arrow().to_batches()


def judged(folder: Path, settings: Settings) -> Tables:
    """Run the stages that look at the whole pile, then those that look at its stories; not `trace` where its tables are made
    by way of files."""
    but = (recur, trace) if is_large(folder, settings) else (recur,)
    return run(Stored(folder), ("corpus", "story"), settings, but=but)


class Stored(Tables):
    """The tables of a generation, each read when it is first asked for."""

    def __init__(self, folder: Path, known: Tables | None = None) -> None:
        super().__init__(known or {})
        self.folder = folder

    def __missing__(self, row_type: type[Row]) -> Table[Any]:
        import pyarrow.parquet as parquet

        self[row_type] = Table.from_arrow(row_type, parquet.read_table(self.folder / f"{row_type.__table__}.parquet"))
        return self[row_type]

    def copy(self) -> Stored:
        """Give a copy that loads from the same folder."""
        return Stored(self.folder, self)


def recurrences(folder: Path, engine: Engine) -> Iterator[pa.RecordBatch]:
    """Find what recurs across the pages of each outlet; one outlet's pages are held at a time."""
    import duckdb

    with duckdb.connect() as connection:
        connection.execute(f"SET memory_limit='{MEMORY_LIMIT}'")
        for name in ("documents", "blocks"):
            connection.read_parquet(str(folder / f"{name}.parquet")).create_view(name)
        judged = ", ".join(f"'{role}'" for role in sorted(JUDGED))
        pages = connection.sql(PAGES_OF_OUTLETS.format(judged=judged)).to_arrow_reader(256)
        parts = list(engine.map(recur_in_outlets, by_outlet(pages), arrow_schema(Recurrence)))
    found = [Table.from_arrow(Recurrence, part) for part in parts]
    yield from Table.of(Recurrence, (r for table in found for r in table)).to_arrow().to_batches()


def by_outlet(pages: Iterable[pa.RecordBatch]) -> Iterator[pa.Table]:
    """Cut pages that come sorted by outlet into one table an outlet."""
    import pyarrow as pa

    held: list[pa.RecordBatch] = []
    for batch in pages:
        outlets = batch.column("outlet").to_pylist()
        cuts = [0, *(i for i in range(1, len(outlets)) if outlets[i] != outlets[i - 1]), len(outlets)]
        for start, end in pairwise(cuts):
            if held and held[-1].column("outlet")[0].as_py() != outlets[start]:
                yield pa.Table.from_batches(held)
                held = []
            held.append(batch.slice(start, end - start))
    if held:
        yield pa.Table.from_batches(held)


def recur_in_outlets(pages: pa.Table) -> pa.Table:
    """Run `recur` over the pages of some outlets, each with its blocks."""
    documents = Table.from_arrow(Document, pages.drop_columns(["blocks"]))
    build = [Block(**values) for blocks in pages.column("blocks").to_pylist() for values in blocks]
    return recur(documents, Table.of(Block, build)).to_arrow()
