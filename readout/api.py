"""The Python face: read, open, Record, View."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from itertools import islice
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from readout.errors import ReadoutError
from readout.store.database import batches, connect
from readout.store.layout import read_pointer
from readout.store.views import order_by, view_names

if TYPE_CHECKING:
    import duckdb
    import pandas
    import polars
    import pyarrow as pa

PathArgument = str | PathLike[str]


@dataclass(frozen=True, slots=True)
class View:
    """The result of a query: iterate for dicts, `.arrow()`, `.pandas()`, `.polars()`; notebooks show its first rows."""

    connection: duckdb.DuckDBPyConnection
    query: str
    record: Path

    def arrow(self) -> pa.Table:
        """Give all rows as an Arrow table."""
        return self.connection.sql(self.query).to_arrow_table()

    def pandas(self) -> pandas.DataFrame:
        """Give all rows as a pandas DataFrame."""
        return self.arrow().to_pandas()

    def polars(self) -> polars.DataFrame:
        """Give all rows as a polars DataFrame."""
        import polars

        return polars.from_arrow(self.arrow())

    @property
    def columns(self) -> list[str]:
        return list(self.connection.sql(self.query).columns)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Give the rows: a few at once, many streamed over a connection of their own, so that other queries can run."""
        first = list(islice(batches(self.connection, self.query), 2))
        if len(first) < 2:
            yield from (row for batch in first for row in batch.to_pylist())
            return
        with connect(self.record) as connection:
            for batch in batches(connection, self.query):
                yield from batch.to_pylist()

    def __len__(self) -> int:
        (count,) = self.connection.sql(f"SELECT count(*) FROM ({self.query})").fetchall()[0]
        return int(count)

    def _repr_html_(self) -> str:
        rows = self.connection.sql(f"SELECT * FROM ({self.query}) LIMIT 20").fetchall()
        head = "".join(f"<th>{escape(c)}</th>" for c in self.columns)
        body = "".join(f"<tr>{''.join(f'<td>{escape(str(v))}</td>' for v in row)}</tr>" for row in rows)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


class Record:
    """A record on disk: `r.documents`, `r.quotes`, `r.occurrences` and every other table as a View, `r.sql(...)`."""

    def __init__(self, path: PathArgument) -> None:
        self.path = Path(path)
        self.manifest = read_pointer(self.path)

    @cached_property
    def connection(self) -> duckdb.DuckDBPyConnection:
        """A connection with the views in place, locked against files, network and extensions."""
        return connect(self.path)

    def table(self, name: str) -> View:
        """Give a table by name, in the order of its key. Raises R022 where there is none."""
        if name not in view_names():
            raise ReadoutError("R022", f"there is no table {name!r}.", f"The tables are {', '.join(view_names())}.")
        return View(self.connection, f'SELECT * FROM "{name}" ORDER BY {order_by(name)}', self.path)

    def __getattr__(self, name: str) -> View:
        if name in view_names():
            return self.table(name)
        raise AttributeError(f"Record has no table or attribute {name!r}")

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *view_names()})

    def sql(self, query: str) -> View:
        """Run one read-only SELECT over the views. Raises R020 for anything else, R021 where it fails."""
        return View(self.connection, checked(self.connection, query), self.path)

    def text(self, doc_id: str) -> str:
        """Give a document's text. Raises R023 where the record does not hold it."""
        found = self.connection.execute("SELECT text FROM documents WHERE doc_id = ?", [doc_id]).fetchall()
        if not found:
            raise ReadoutError("R023", f"no document {doc_id} in {self.path}.", "See `readout ls documents`.")
        return str(found[0][0])

    def __repr__(self) -> str:
        return f"Record({str(self.path)!r}, {len(self.documents)} documents)"

    def _repr_html_(self) -> str:
        return f"<p>Record <code>{escape(str(self.path))}</code></p>{self.table('ledger')._repr_html_()}"


def checked(connection: duckdb.DuckDBPyConnection, query: str) -> str:
    """Let one SELECT through, and nothing else; give it without its closing semicolon."""
    import duckdb

    try:
        statements = connection.extract_statements(query)
        if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
            raise ReadoutError("R020", "only one SELECT can be run.", "The record is read-only; write elsewhere.")
        text = statements[0].query.strip().rstrip(";")
        connection.sql(text)
    except duckdb.Error as problem:
        hint = ' Column names that are SQL words need double quotes: "end", "left".' if '"' not in query else ""
        raise ReadoutError(
            "R021", f"the query failed: {problem}.", f"`readout sql` knows every view.{hint}"
        ) from problem
    return text


def read(
    paths: PathArgument | Sequence[PathArgument],
    into: PathArgument | None = None,
    *,
    root: str | None = None,
    extractor: str = "trafilatura",
    trace: bool = True,
    model: Literal["accurate", "fast", "none"] = "accurate",
    engine: str = "auto",
    workers: int | None = None,
) -> Record:
    """Read pages and give their record, in `into` or in a temporary folder."""
    from readout.pipeline import Settings
    from readout.reading import Plan, read_into

    listed = [paths] if isinstance(paths, str | PathLike) else list(paths)
    record = Path(into) if into is not None else Path(tempfile.mkdtemp(prefix="readout-")) / "pile.readout"
    plan = Plan(tuple(map(str, listed)), record, root, Settings(extractor, trace, model), engine, workers)
    read_into(plan)
    return Record(record)


def open(path: PathArgument) -> Record:
    """Open a record. Raises R010 where there is none."""
    return Record(path)
