"""readout why, readout diff."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from readout.cli.arguments import as_json, echo_json, needed, open_record

if TYPE_CHECKING:
    from readout.api import Record

REMOVED, ADDED = ("[-", "-]"), ("{+", "+}")


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="[RECORD] DOC DOC")
@as_json
def diff(words: tuple[str, ...], as_json: bool) -> None:
    """Show what two pages share and exactly what was changed: [-only in the first-] {+only in the second+}."""
    from readout.comparing import TOLD, changes, document, reuses_between

    record, rest = open_record(words, 2)
    needed(rest, 2, "two pages")
    one, two, *_ = rest
    left, right = document(record, one), document(record, two)
    reuses = reuses_between(record, left, right)
    if as_json:
        echo_json(change for reuse in reuses for change in changes(left["text"], right["text"], reuse))
    for reuse in () if as_json else reuses:
        click.echo(f"{reuse['kind']}, {reuse['similarity']:.2f} alike; {TOLD[reuse['direction']]}; {reuse['because']}")
        click.echo("".join(shown(changes(left["text"], right["text"], reuse))) + "\n")
    if not reuses:
        same = left["doc_id"] == right["doc_id"]
        told = f"{one} and {two} are one page; no passage stands in it twice"
        click.echo(told if same else "the two pages share no passage", err=True)


def shown(changes: Iterator[dict[str, Any]]) -> Iterator[str]:
    """Write changes in line."""
    for change in changes:
        if change["change"] == "equal":
            yield f" {change['left_words']}"
            continue
        if change["left_words"]:
            yield f" {REMOVED[0]}{change['left_words']}{REMOVED[1]}"
        if change["right_words"]:
            yield f" {ADDED[0]}{change['right_words']}{ADDED[1]}"


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="[RECORD] ID [DOC]")
@as_json
def why(words: tuple[str, ...], as_json: bool) -> None:
    """Say why a row is as it is; for a page, what it was taken from; for two pages, how one hangs together with the other."""
    from readout.cli.arguments import is_record

    record, rest = open_record(words, 2 if is_record(words[0]) else len(words))
    needed(rest, 1, "the id of a row or page")
    lines = list(why_two(record, *rest) if len(rest) == 2 else why_one(record, rest[0]))
    if as_json:
        echo_json({"line": line} for line in lines)
    for line in () if as_json else lines:
        click.echo(line)


def why_one(record: Record, wanted: str) -> Iterator[str]:
    """Explain one row."""
    from readout.comparing import explained
    from readout.evidence import evidence_of, find_row

    table, row = find_row(record, wanted)
    if table == "documents":
        yield from explained(record, row)
        return
    yield f"{table}: {row.get('because') or counted(record, table, row) or 'as read'}"
    yield from (f"{label}: {words}" for label, words in evidence_of(record, table, row))


def counted(record: Record, table: str, row: dict[str, Any]) -> str | None:
    """Say how the voices behind a row were counted, and which pages carry it; null where they were not."""
    query = "SELECT voices_low, voices_high, because FROM voices WHERE about = ?"
    found = record.connection.execute(query, [next(iter(row.values()))]).fetchone()
    if found is None:
        return None
    low, high, because = found
    query = """SELECT DISTINCT d.external_id FROM reports r JOIN documents d USING (doc_id)
               WHERE r.occurrence_id = ? ORDER BY 1"""
    pages = record.connection.execute(query, [row["occurrence_id"]]).fetchall() if table == "occurrences" else []
    told = f"; told by {', '.join(page for (page,) in pages)}" if pages else ""
    return f"{low if low == high else f'{low} to {high}'} voices: {because}{told}"


def why_two(record: Record, one: str, two: str) -> Iterator[str]:
    """Explain how two pages hang together."""
    from readout.comparing import chain, document, reuse_line

    names = {d["doc_id"]: d["external_id"] for d in record.documents}
    steps = chain(record, document(record, one), document(record, two))
    yield from (reuse_line(step, names) for step in steps)
    if not steps:
        yield f"nothing links {one} and {two}: no passage of one is found in the other, directly or through others"
