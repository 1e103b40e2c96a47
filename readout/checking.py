"""Prove a record (`check`) and the machine it lives on (`doctor`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata, util
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readout.records import TABLES, Row
from readout.store import captures, generation
from readout.store.database import connect
from readout.store.layout import capture_path, read_pointer, search_path
from readout.tables import arrow_schema

if TYPE_CHECKING:
    import duckdb

LENGTHS = "SELECT doc_id, length(text) AS length FROM documents"  # once per document, not once per span
SHOWN = 20  # faults listed per check; a broken table would give one per row


@dataclass(frozen=True, slots=True)
class Fault:
    """What a check found wrong."""

    check: str
    fault: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A record under examination."""

    path: Path
    manifest: Any
    connection: duckdb.DuckDBPyConnection

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        return self.connection.sql(f"{query} LIMIT {SHOWN}").fetchall()


def check_record(path: Path) -> Iterator[Fault]:
    """Run every check. Files are looked at first: where they are broken, the others cannot be trusted."""
    manifest = read_pointer(path)
    broken = [Fault("files", fault) for fault in files(path, manifest)]
    yield from broken
    if broken:
        return
    opened = Opened(path, manifest, connect(path))
    for check in CHECKS:
        yield from (Fault(check.__name__, fault) for fault in check(opened))


def files(path: Path, manifest: Any) -> Iterator[str]:
    """Every table file is there, holds the bytes the manifest names, and has the contract's columns."""
    import pyarrow.parquet as parquet

    for row_type, resource in zip(TABLES, manifest["resources"], strict=True):
        file = path / resource["path"]
        if not file.is_file():
            yield f"{resource['path']} is missing"
        elif f"sha256:{generation.file_sha256(file)}" != resource["hash"]:
            yield f"{resource['path']} holds other bytes than the manifest says"
        elif not parquet.read_schema(file).equals(arrow_schema(row_type)):
            yield f"{resource['path']} has other columns than the contract"


def keys(record: Opened) -> Iterator[str]:
    """No key stands twice in a table."""
    for row_type in TABLES:
        key = ", ".join(f'"{k}"' for k in row_type.__key__)
        query = f'SELECT {key}, count(*) FROM "{row_type.__table__}" GROUP BY {key} HAVING count(*) > 1'
        yield from (f"{row_type.__table__}: {row[:-1]} stands {row[-1]} times" for row in record.rows(query))


def spans(record: Opened) -> Iterator[str]:
    """Every span is a non-empty stretch of its document's text."""
    for row_type in TABLES:
        for doc, start, end in span_columns(row_type):
            query = f"""SELECT t.{doc}, {start} AS s, {end} AS e, d.length FROM "{row_type.__table__}" t
                        LEFT JOIN ({LENGTHS}) d ON d.doc_id = t.{doc}
                        WHERE d.doc_id IS NULL OR NOT ({start} >= 0 AND {start} < {end} AND {end} <= d.length)"""
            yield from (outside(row_type, *row) for row in record.rows(query))


def span_columns(row_type: type[Row]) -> Iterator[tuple[str, str, str]]:
    """List the (document, start, end) columns of a table that hold spans of their own."""
    names = row_type.__dataclass_fields__
    if {"doc_id", "start", "end"} <= names.keys():
        yield "doc_id", "t.start", 't."end"'
    if "first_start" in names:
        yield "doc_id", "t.first_start", "t.first_end"
    for side in ("left", "right"):
        if f"{side}_doc" in names:
            yield f"{side}_doc", f"t.{side}_start", f"t.{side}_end"


def outside(row_type: type[Row], doc_id: str, start: int, end: int, length: int | None) -> str:
    """Say which span is wrong."""
    if length is None:
        return f"{row_type.__table__}: {doc_id} is not in the record"
    return f"{row_type.__table__}: span [{start}, {end}) is not in {doc_id} ({length} characters)"


def quotations(record: Opened) -> Iterator[str]:
    """Every span of an attribution lies in its document; content is never empty."""
    for part in ("content", "cue", "source"):
        query = f"""SELECT a.attribution_id, s FROM (SELECT attribution_id, doc_id, unnest({part}) AS s FROM attributions) a
                    JOIN ({LENGTHS}) d ON d.doc_id = a.doc_id
                    WHERE NOT (len(s) = 2 AND s[1] >= 0 AND s[1] < s[2] AND s[2] <= d.length)"""
        yield from (f"{row[0]}: {part} {row[1]} is not in its document" for row in record.rows(query))
    query = "SELECT attribution_id FROM attributions WHERE len(content) = 0"
    yield from (f"{row[0]} has no content" for row in record.rows(query))


def cover(record: Opened) -> Iterator[str]:
    """The blocks of a document do not overlap and cover all its text but white space; sentences do not overlap."""
    for table in ("blocks", "sentences"):
        query = f"""SELECT doc_id, start FROM (
                        SELECT doc_id, start, lag("end") OVER (PARTITION BY doc_id ORDER BY start) AS before FROM {table})
                    WHERE before > start"""
        yield from (f"{table}: two overlap in {row[0]} at {row[1]}" for row in record.rows(query))
    query = """SELECT d.doc_id, d.text, list([b.start, b."end"] ORDER BY b.start) FILTER (WHERE b.doc_id IS NOT NULL)
               FROM documents d LEFT JOIN blocks b ON b.doc_id = d.doc_id GROUP BY d.doc_id, d.text"""
    result = record.connection.execute(query)
    for doc_id, text, blocks in iter(result.fetchone, None):
        yield from (f"blocks: {doc_id} has text in no block at {at}" for at in uncovered(text, blocks or []))


def uncovered(text: str, blocks: list[list[int]]) -> Iterator[int]:
    """Give where text other than white space stands outside all blocks, first place only."""
    at = 0
    for start, end in [*blocks, [len(text), len(text)]]:
        gap = text[at:start]
        if gap.strip():
            yield at + len(gap) - len(gap.lstrip())
            return
        at = max(at, end)


def references(record: Opened) -> Iterator[str]:
    """Every document a row names is in the record; a capture's may also be among the dropped."""
    for row_type in TABLES:
        if "doc_id" in row_type.__dataclass_fields__ and row_type.__table__ not in ("documents", "dropped"):
            query = f"""SELECT DISTINCT doc_id FROM "{row_type.__table__}" WHERE doc_id NOT IN (SELECT doc_id FROM documents)"""
            yield from (f"{row_type.__table__}: {row[0]} is not in the record" for row in record.rows(query))


def ledger(record: Opened) -> Iterator[str]:
    """Every capture became documents or has a reason in `dropped`, and every document has its capture."""
    query = """SELECT location FROM captures c WHERE len(doc_ids) = 0 AND NOT EXISTS (
                   FROM dropped d WHERE d.location = c.location AND d.capture_sha256 = c.capture_sha256)"""
    yield from (f"{row[0]} was found, but is neither read nor dropped" for row in record.rows(query))
    query = """SELECT location, doc_id FROM (SELECT location, unnest(doc_ids) AS doc_id FROM captures)
               WHERE doc_id NOT IN (SELECT doc_id FROM documents)
                 AND doc_id NOT IN (SELECT doc_id FROM dropped WHERE doc_id IS NOT NULL)"""
    yield from (f"{row[0]}: {row[1]} is neither read nor dropped" for row in record.rows(query))
    query = """SELECT doc_id FROM documents
               WHERE doc_id NOT IN (SELECT unnest(doc_ids) FROM captures)"""
    yield from (f"{row[0]} has no capture" for row in record.rows(query))


def reasons(record: Opened) -> Iterator[str]:
    """Everything judged says why."""
    for row_type in TABLES:
        if "because" in row_type.__dataclass_fields__:
            key = row_type.__key__[0]
            query = f"""SELECT "{key}" FROM "{row_type.__table__}" WHERE trim(because) = ''"""
            yield from (f"{row_type.__table__}: {row[0]} has no because" for row in record.rows(query))


def kept_bytes(record: Opened) -> Iterator[str]:
    """Kept captures hold the bytes their digest names; a plain text kept as UTF-8 equals its document to the letter."""
    query = "SELECT capture_sha256, any_value(media_type), any_value(doc_ids) FROM captures GROUP BY 1 ORDER BY 1"
    result = record.connection.execute(query)
    for digest, media_type, doc_ids in result.fetchall():
        if not capture_path(record.path, digest).exists():
            continue
        fault = captures.fault(record.path, digest)
        if fault:
            yield fault
        elif media_type == "text/plain" and len(doc_ids) == 1:
            yield from same_text(record, digest, doc_ids[0])


def same_text(record: Opened, digest: str, doc_id: str) -> Iterator[str]:
    """Compare a document with its kept bytes, where they are plain UTF-8."""
    rows = record.connection.execute("SELECT text FROM documents WHERE doc_id = ?", [doc_id]).fetchall()
    try:
        decoded = capture_path(record.path, digest).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return
    if rows and rows[0][0] != decoded:
        yield f"{doc_id}: its text is not what its capture {digest} holds"


def index(record: Opened) -> Iterator[str]:
    """The search index holds every sentence."""
    import sqlite3

    path = search_path(record.path, record.manifest["readout"]["generation"])
    sentences = record.connection.execute("SELECT count(*) FROM sentences").fetchall()[0][0]
    if not path.exists():
        if sentences:
            yield "the search index is missing"
        return
    with sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True) as connection:
        indexed = connection.execute("SELECT count(*) FROM spans").fetchone()[0]
    connection.close()
    if indexed != sentences:
        yield f"the search index holds {indexed} sentences of {sentences}"


Check = Callable[[Opened], Iterator[str]]
CHECKS: tuple[Check, ...] = (keys, spans, quotations, cover, references, ledger, reasons, kept_bytes, index)


# --- the machine -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the machine has or lacks."""

    what: str
    ok: bool
    detail: str
    optional: bool = False


PROJECT = re.compile(r"^[\w.-]*\w")  # the name that opens a requirement: jinja2>=3.1


def examine() -> Iterator[Finding]:
    """Look for the libraries and abilities Readout uses."""
    needed = {PROJECT.findall(r)[0]: "extra ==" in r for r in sorted(requirements(), key=lambda r: "extra ==" not in r)}
    for name in sorted(needed):
        yield library(name, optional=needed[name])
    yield full_text_search()
    yield Finding(
        "daft runner for clusters (ray)", util.find_spec("ray") is not None, "pip install 'readout-news[ray]'", True
    )


def requirements() -> list[str]:
    """List what the installed package says it needs; nothing where it runs from a folder without being installed."""
    try:
        return sorted(metadata.requires("readout-news") or [])
    except metadata.PackageNotFoundError:
        return []


def library(name: str, *, optional: bool) -> Finding:
    """Look whether a library is installed."""
    try:
        return Finding(name, True, metadata.version(name), optional)
    except metadata.PackageNotFoundError:
        return Finding(name, False, f"not installed; pip install {name}", optional)


def full_text_search() -> Finding:
    """Look whether this Python's SQLite can search text."""
    import sqlite3

    with sqlite3.connect(":memory:") as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE t USING fts5(a)")
        except sqlite3.OperationalError as problem:
            return Finding("SQLite full-text search", False, str(problem))
    return Finding("SQLite full-text search", True, sqlite3.sqlite_version)
