"""readout ls, show, search, sql."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

import click

from readout.cli.arguments import as_json, echo_json, echo_rows, needed, open_record
from readout.errors import ReadoutError

if TYPE_CHECKING:
    from readout.api import Record

SHOWN = {
    "documents": ("doc_id", "external_id", "outlet", "published", "language", "kind", "credited_source", "title"),
    "quotes": ("attribution_id", "said_by", "cue_words", "kind", "words", "page"),
    "people": ("name", "country", "offices", "mentions", "met"),
    "entities": ("entity_id", "type", "name", "country", "aliases"),
    "events": (
        "event_id",
        "type",
        "status",
        "coded_type",
        "actor_words",
        "recipient_words",
        "date_start",
        "place",
        "words",
    ),
    "occurrences": ("occurrence_id", "type", "status", "date_start", "reports", "voices_low", "voices_high", "summary"),
    "findings": ("finding_id", "property", "agreement", "because"),
    "dropped": ("location", "reason", "because"),
    "blocks": ("doc_id", "start", "end", "role", "because"),
}


@click.command()
@click.argument("words", nargs=-1, metavar="[RECORD] [TABLE]")
@click.option("--by", help="Quotes: by a speaker whose name holds this.")
@click.option("--about", help="Quotes: holding these words.")
@click.option("--type", "kind", help="Events: of a PLOVER type, e.g. CONSULT.")
@click.option("--actor", help="Events: with an actor or recipient whose name holds this.")
@click.option("--status", help="Events: with this status, e.g. happened.")
@click.option("--since", help="Events: dated on this ISO day or later.")
@click.option("-n", "--limit", type=click.IntRange(0), help="At most so many rows.")
@as_json
def ls(words: tuple[str, ...], limit: int | None, as_json: bool, **wanted: str | None) -> None:
    """List the tables of a record with their sizes, or the rows of one table; also quotes, people, ledger."""
    record, rest = open_record(words, 1)
    rows: Any
    chosen = {name: value for name, value in wanted.items() if value is not None}
    if not rest:
        rows, columns = sizes(record), ("table", "rows", "what")
    else:
        view = filtered(record, rest[0], chosen)
        rows, columns = islice(view, limit), tuple(SHOWN.get(rest[0], view.columns))
    count = echo_json(rows) if as_json else echo_rows(rows, columns)
    if not count:
        click.echo("; ".join(no_rows(record, rest[0], chosen)) or f"{rest[0]} is empty", err=True)


def sizes(record: Record) -> list[dict[str, Any]]:
    """Give each stored table with its number of rows."""
    resources = record.manifest["resources"]
    return [{"table": r["name"], "rows": r["rows"], "what": r["description"].split("\n")[0]} for r in resources]


DAY = re.compile(r"\d{4}(-\d\d){0,2}")
FILTERS = {
    "quotes": {"by": "lower(said_by) LIKE '%' || lower({}) || '%'", "about": "lower(words) LIKE '%' || lower({}) || '%'"},
    "events": {
        "kind": "type = upper({})", "status": "status = lower({})", "since": "date_start >= {}",
        "actor": "lower(actor_words || ' ' || recipient_words) LIKE '%' || lower({}) || '%'",
    },
}  # fmt: skip


def filtered(record: Record, name: str, wanted: dict[str, str]) -> Any:
    """Give the rows of a table that meet what was asked for. Raises R003 where it has no such filter, or no day is given."""
    from readout.api import View

    table = "told_events" if name == "events" else name
    view, tests = record.table(table), []
    for option, value in wanted.items():
        if option not in FILTERS.get(name, {}):
            raise ReadoutError("R003", f"{name} cannot be filtered by {flag(option)}.", "See `readout ls --help`.")
        if option == "since" and not DAY.fullmatch(value):
            raise ReadoutError("R003", f"--since {value!r} is no day.", "Write it as 2031-05-06, 2031-05 or 2031.")
        tests.append(FILTERS[name][option].format(quoted(value)))
    if not tests:
        return view
    return View(record.connection, f"SELECT * FROM ({view.query}) WHERE {' AND '.join(tests)}", record.path)


def flag(option: str) -> str:
    """Write an option as the user does."""
    return "--type" if option == "kind" else f"--{option}"


def no_rows(record: Record, name: str, wanted: dict[str, str]) -> Iterator[str]:
    """Say of each filter that no row meets, and what would be found. Gives nothing where the table itself is empty."""
    for option, value in wanted.items() if len(record.table("told_events" if name == "events" else name)) else ():
        if not any(islice(filtered(record, name, {option: value}), 1)):
            yield f"no row of {name} has {flag(option)} {value!r}{known(record, option)}"
    if len(wanted) > 1:
        yield f"no row of {name} meets all of {', '.join(map(flag, wanted))}"


def known(record: Record, option: str) -> str:
    """Name the values a filter can have in this record, or the command that lists them."""
    if option in ("kind", "status"):
        column = "type" if option == "kind" else "status"
        query = f"SELECT DISTINCT {column} AS value FROM told_events WHERE {column} IS NOT NULL ORDER BY 1"
        return f"; there are {', '.join(row['value'] for row in record.sql(query))}"
    if option == "since":
        (last,) = record.sql("SELECT max(date_start) AS day FROM told_events")
        return f"; the last day told is {last['day']}" if last["day"] else "; none is dated"
    return "; `readout ls people` and `readout ls entities` list the names" if option in ("by", "actor") else ""


def quoted(words: str) -> str:
    """Write words as an SQL string."""
    return "'" + words.replace("'", "''") + "'"


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="[RECORD] ID")
@as_json
def show(words: tuple[str, ...], as_json: bool) -> None:
    """Show one row whole, with the words it rests on in their place. ID may be an external id for a document."""
    from readout.evidence import evidence_of, find_row
    from readout.pile import Pile
    from readout.web.shown import more_of

    record, rest = open_record(words, 1)
    needed(rest, 1, "the id of a row or page")
    wanted, *_ = rest
    table, row = find_row(record, wanted)
    if as_json:
        echo_json([row])
        return
    for name, value in row.items():
        click.echo(f"{name}: {value}" if name != "text" else f"text: {len(value)} characters")
    for label, quotation in (*evidence_of(record, table, row), *more_of(Pile(record), table, row)):
        click.echo(f"\n{label}\n{quotation}")


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="[RECORD] WORDS")
@click.option("-n", "--limit", type=click.IntRange(1), default=20, show_default=True, help="At most so many sentences.")
@click.option("--quotes", is_flag=True, help="Find what was said in such sentences, with who said it.")
@as_json
def search(words: tuple[str, ...], limit: int, quotes: bool, as_json: bool) -> None:
    """Find the sentences that hold all the words, best first; "quoted words" stand together, begin* matches beginnings."""
    from readout.evidence import search_quotes, search_rows

    record, rest = open_record(words, len(words))
    needed(rest, 1, "the words to look for")
    rows = (search_quotes if quotes else search_rows)(record, " ".join(rest), limit)
    echo = partial(echo_rows, columns=SHOWN["quotes"]) if quotes else echo_hits
    count = echo_json(rows) if as_json else echo(rows)
    if not count:
        click.echo(f"no sentence holds {' '.join(rest)!r}", err=True)


def echo_hits(rows: list[dict[str, Any]]) -> int:
    """Write found sentences, each with where it stands."""
    for row in rows:
        click.echo(f"{row['words']}\n    {row['external_id']} [{row['start']}, {row['end']}) {row['doc_id']}")
    return len(rows)


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="[RECORD] SELECT")
@as_json
def sql(words: tuple[str, ...], as_json: bool) -> None:
    """Run one read-only SELECT over the record; files, network and extensions are out of reach."""
    record, rest = open_record(words, 1)
    needed(rest, 1, "a SELECT")
    query, *_ = rest
    view = record.sql(query)
    count = echo_json(view) if as_json else echo_rows(view, view.columns)
    if not count:
        click.echo("no rows", err=True)
