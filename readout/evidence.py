"""Find a row by its id and show the words it rests on in their place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from readout.errors import ReadoutError
from readout.records import TABLES
from readout.store import search
from readout.store.layout import search_path

if TYPE_CHECKING:
    from readout.api import Record

AROUND = 90  # characters of context on each side
MARKS = ("⟦", "⟧")
ID_COLUMNS = {t.__table__: t.__key__[0] for t in TABLES if t.__key__[0].endswith("_id") and len(t.__key__) == 1}


def find_row(record: Record, wanted: str) -> tuple[str, dict[str, Any]]:
    """Give the table and row of an id (its first digits will do), or a document by its external id, outlet or title.

    Raises R023 where no row has it or several do.
    """
    found = list(rows_named(record, wanted)) or list(pages_called(record, wanted))
    if len(found) == 1:
        return found[0]
    if not found:
        raise ReadoutError("R023", f"no row has the id {wanted!r}.", "`readout ls RECORD TABLE` shows ids.")
    if all(table == "documents" and not row["doc_id"].startswith(wanted) for table, row in found):
        pages = ", ".join(sorted(row["external_id"] for _, row in found))
        raise ReadoutError("R023", f"{len(found)} pages are by {wanted}.", f"Name one of them: {pages}.")
    what = f"{len(found)} rows have an id that begins with {wanted!r}."
    raise ReadoutError("R023", what, "Give more of its digits; `readout ls RECORD TABLE` shows ids.")


def rows_named(record: Record, wanted: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Look for an id in every table that has ids."""
    columns = {"documents": "external_id"} if ":" not in wanted or not find_prefix(wanted) else ID_COLUMNS
    for table, column in columns.items():
        test = f'"{column}" = ?' if column == "external_id" else f'starts_with("{column}", ?)'
        result = record.connection.execute(f'SELECT * FROM "{table}" WHERE {test} LIMIT 9', [wanted])
        names = [d[0] for d in result.description]
        yield from ((table, dict(zip(names, row, strict=True))) for row in result.fetchall())


def pages_called(record: Record, wanted: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Find the documents of an outlet, or with a title, in whatever case."""
    query = "SELECT * FROM documents WHERE lower($1) IN (lower(outlet), lower(title)) ORDER BY external_id"
    result = record.connection.execute(query, [wanted.strip()])
    names = [d[0] for d in result.description]
    yield from (("documents", dict(zip(names, row, strict=True))) for row in result.fetchall())


def find_prefix(wanted: str) -> bool:
    """Tell whether a word looks like one of our ids, such as doc:0123456789abcdef."""
    prefix, _, digits = wanted.partition(":")
    return len(prefix) == 3 and set(digits) <= set("0123456789abcdef")


def evidence_of(record: Record, table: str, row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Give each stretch of text a row rests on: a label and the words in their surroundings."""
    if table == "documents":
        yield from blocks_of(record, row["doc_id"])
        return
    if table == "utterances":
        yield from wordings_of(record, row)
        return
    for label, doc_id, start, end in spans_of(row):
        yield f"{label} {doc_id} [{start}, {end})", in_place(record.text(doc_id), start, end)


def blocks_of(record: Record, doc_id: str) -> Iterator[tuple[str, str]]:
    """Give a document block by block, each under its role."""
    text = record.text(doc_id)
    query = 'SELECT role, start, "end", because FROM blocks WHERE doc_id = ? ORDER BY start'
    for role, start, end, because in record.connection.execute(query, [doc_id]).fetchall():
        yield f"[{role}] {because}", text[start:end]


def wordings_of(record: Record, row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Give every wording of an act of saying, the best one first, with who is named and what it changed."""
    query = """SELECT q.attribution_id, q.external_id, q.outlet, q.kind, q.speaker_name, q.doc_id, q.content, l.because
               FROM quotes q JOIN links l ON l."left" = q.attribution_id AND l."right" = ?
               WHERE list_contains(?, q.attribution_id)
               ORDER BY q.attribution_id != ?, q.kind, q.external_id"""
    asked = [row["utterance_id"], list(row["wordings"]), row["best_wording"]]
    for name, page, outlet, kind, speaker, doc_id, content, because in record.connection.execute(
        query, asked
    ).fetchall():
        label = f"{kind} {name}, {outlet or page}, by {speaker or 'nobody named'}: {because}"
        yield label, "\n".join(in_place(record.text(doc_id), start, end) for start, end in content)


def spans_of(row: dict[str, Any]) -> Iterator[tuple[str, str, int, int]]:
    """List the spans in a row: its own, those of its parts, and its evidence."""
    if {"doc_id", "start", "end"} <= row.keys():
        yield "span", row["doc_id"], row["start"], row["end"]
    for side in ("left", "right"):
        if f"{side}_doc" in row:
            yield side, row[f"{side}_doc"], row[f"{side}_start"], row[f"{side}_end"]
    for part in ("content", "cue", "source"):
        yield from ((part, row["doc_id"], s, e) for s, e in row.get(part) or ())
    values = [row, *(row.get("values") or ())]
    yield from (("evidence", e["doc_id"], e["start"], e["end"]) for v in values for e in v.get("evidence") or ())


def in_place(text: str, start: int, end: int) -> str:
    """Show words between marks with some text around them, on one line."""
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return " ".join(f"…{before}{MARKS[0]}{text[start:end]}{MARKS[1]}{after}…".split())


def search_rows(record: Record, query: str, limit: int) -> list[dict[str, Any]]:
    """Find sentences by their words, best first, with where they stand."""
    generation = record.manifest["readout"]["generation"]
    hits = search.search(search_path(record.path, generation), query, limit)
    return [found(record, hit) for hit in hits]


def found(record: Record, hit: search.Hit) -> dict[str, Any]:
    """Write one hit as a row."""
    query = "SELECT external_id, outlet, substring(text, ? + 1, ? - ?) FROM documents WHERE doc_id = ?"
    ((external_id, outlet, words),) = record.connection.execute(
        query, [hit.start, hit.end, hit.start, hit.doc_id]
    ).fetchall()
    span = {"doc_id": hit.doc_id, "start": hit.start, "end": hit.end}
    return {**span, "external_id": external_id, "outlet": outlet, "words": words, "score": round(hit.score, 4)}


def search_quotes(record: Record, query: str, limit: int) -> list[dict[str, Any]]:
    """Find what was said by the words of its sentences, best first: each attribution once, as in the view `quotes`."""
    overlapping = """SELECT * FROM quotes WHERE doc_id = ? AND kind != 'term'
                     AND len(list_filter(content, lambda s: s[1] < ? AND s[2] > ?)) > 0 ORDER BY content"""
    made: dict[str, dict[str, Any]] = {}
    for hit in search_rows(record, query, 5 * limit):
        result = record.connection.execute(overlapping, [hit["doc_id"], hit["end"], hit["start"]])
        names = [d[0] for d in result.description]
        for row in result.fetchall():
            quote = dict(zip(names, row, strict=True))
            made.setdefault(quote["attribution_id"], quote)
    return list(made.values())[:limit]
