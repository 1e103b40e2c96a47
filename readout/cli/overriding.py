"""readout override: merge, split, rename, status, list, undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from readout.cli.arguments import as_json, echo_json, echo_rows, needed, open_record
from readout.errors import ReadoutError

if TYPE_CHECKING:
    from readout.api import Record

because = click.option("--because", default="", help="Why, in words; it stands in the link row.")
STATUSES = (
    "happened",
    "ongoing",
    "planned",
    "proposed",
    "cancelled",
    "postponed",
    "denied",
    "failed",
    "refused",
    "historical",
)


@click.group()
def override() -> None:
    """Correct a record: people's judgements lie over the rows, are kept in overrides.toml and hold for the next run."""


@override.command()
@click.argument("words", nargs=-1, required=True, metavar="[RECORD] ID INTO")
@because
def merge(words: tuple[str, ...], because: str) -> None:
    """Say that two entities, occurrences or utterances are one; the second keeps its id."""
    record, (target, into, *_) = taking(words, 2)
    add(record, "merge", whole(record, target), whole(record, into), because)


@override.command()
@click.argument("words", nargs=-1, required=True, metavar="[RECORD] ID")
@because
def split(words: tuple[str, ...], because: str) -> None:
    """Take a mention, event or attribution out of the entity, occurrence or utterance it was put into."""
    record, (target, *_) = taking(words, 1)
    add(record, "split", whole(record, target), "", because)


@override.command()
@click.argument("words", nargs=-1, required=True, metavar="[RECORD] ID NAME")
@because
def rename(words: tuple[str, ...], because: str) -> None:
    """Give an entity another name, an occurrence another summary."""
    record, (target, name, *_) = taking(words, 2)
    add(record, "rename", whole(record, target), name, because)


@override.command()
@click.argument("words", nargs=-1, required=True, metavar="[RECORD] ID STATUS")
@because
def status(words: tuple[str, ...], because: str) -> None:
    """Correct what became of an occurrence."""
    record, (target, value, *_) = taking(words, 2)
    if value not in STATUSES:
        raise ReadoutError("R003", f"{value!r} is no status.", f"The statuses are {', '.join(STATUSES)}.")
    add(record, "status", whole(record, target), value, because)


@override.command("list")
@click.argument("words", nargs=-1, metavar="[RECORD]")
@as_json
def listing(words: tuple[str, ...], as_json: bool) -> None:
    """List the corrections of a record in order."""
    from readout.store.overrides import read_overrides

    record, _ = open_record(words, 0)
    rows = [{"number": n, "act": o.act, "target": o.target, "value": o.value, "because": o.because}
            for n, o in enumerate(read_overrides(record.path), 1)]  # fmt: skip
    count = echo_json(rows) if as_json else echo_rows(rows, ("number", "act", "target", "value", "because"))
    if not count:
        click.echo("no corrections", err=True)


@override.command()
@click.argument("words", nargs=-1, required=True, metavar="[RECORD] NUMBER")
def undo(words: tuple[str, ...]) -> None:
    """Remove a correction by its number in `readout override list`."""
    from readout.store.overrides import read_overrides, write_overrides

    record, (number, *_) = taking(words, 1)
    listed = read_overrides(record.path)
    if not number.isdigit() or not 1 <= int(number) <= len(listed):
        raise ReadoutError("R003", f"there is no correction {number}.", "See `readout override list`.")
    gone = listed.pop(int(number) - 1)
    write_overrides(record.path, listed)
    click.echo(f"{gone.act} {gone.target} undone")


def taking(words: tuple[str, ...], wanted: int) -> tuple[Record, list[str]]:
    """Open the record and give the other words. Raises R003 where some are missing."""
    record, rest = open_record(words, wanted)
    needed(rest, wanted, "an id" if wanted == 1 else "an id and what it should be")
    return record, rest


def whole(record: Record, wanted: str) -> str:
    """Give the whole id of which the first digits were given."""
    from readout.evidence import find_row
    from readout.records import TABLES

    table, row = find_row(record, wanted)
    key = next(t.__key__[0] for t in TABLES if t.__table__ == table)
    return str(row[key])


def add(record: Record, act: str, target: str, value: str, because: str) -> None:
    """Add one correction and say what it did. Raises R024 where the act cannot correct such a row."""
    from readout.store.overrides import Override, checked, read_overrides, write_overrides

    anchor = anchored(record, target)
    entry = {"act": act, "target": target, "value": value, "because": because, "anchor": anchor}
    checked(entry, record.path / "overrides.toml", len(read_overrides(record.path)) + 1)
    write_overrides(record.path, [*read_overrides(record.path), Override(act, target, value, because, anchor)])
    click.echo(f"{act} {target}{f' → {value}' if value else ''}; undo: readout override undo")


def anchored(record: Record, target: str) -> str:
    """Give an event of an occurrence, by which it is found again when its id has changed."""
    if not target.startswith("occ:"):
        return ""
    rows = record.connection.execute("SELECT min(event_id) FROM events WHERE occurrence_id = ?", [target]).fetchall()
    return str(rows[0][0] or "")
