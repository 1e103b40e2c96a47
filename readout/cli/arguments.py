"""Arguments and options that several commands share, and how results are printed."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from readout.errors import ReadoutError

if TYPE_CHECKING:
    from readout.api import Record

as_json = click.option("--json", "as_json", is_flag=True, help="Write JSON Lines.")
WIDTH = 60


def open_record(words: Sequence[str], wanted: int) -> tuple[Record, list[str]]:
    """Split `[RECORD] WORDS…` into the record and the `wanted` other words.

    A record left out is the one in $READOUT_RECORD, else the only *.readout folder here.
    """
    from readout.api import Record

    if len(words) > wanted or (words and is_record(words[0])):
        return Record(words[0]), list(words[1:])
    return Record(default_record()), list(words)


def is_record(word: str) -> bool:
    """Tell whether a word names a record folder."""
    return (Path(word) / "record.json").is_file()


def default_record() -> Path:
    """Find the record meant where none is named."""
    named = os.environ.get("READOUT_RECORD")
    if named:
        return Path(named)
    here = sorted(p for p in Path().glob("*.readout") if is_record(str(p)))
    if len(here) == 1:
        return here[0]
    what = "there is no record here." if not here else f"there are several records here: {', '.join(map(str, here))}."
    raise ReadoutError("R003", what, "Name the record first, or set READOUT_RECORD.")


def echo_json(rows: Iterable[Mapping[str, Any]]) -> int:
    """Write rows as JSON Lines on stdout; give their number."""
    count = 0
    for row in rows:
        click.echo(json.dumps(row, ensure_ascii=False, default=str))
        count += 1
    return count


def echo_rows(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> int:
    """Write rows as an aligned table on stdout; give their number."""
    listed = [[cell(row[c]) for c in columns] for row in rows]
    widths = [max([len(c), *(len(r[i]) for r in listed)]) for i, c in enumerate(columns)]
    for line in ([list(columns), ["-" * w for w in widths]] if listed else []) + listed:
        click.echo("  ".join(word.ljust(w) for word, w in zip(line, widths, strict=True)).rstrip())
    return len(listed)


def cell(value: Any) -> str:
    """Show a value in a table: one line, cut at WIDTH, null as a dash."""
    if value is None or value == []:
        return "–"
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    text = " ".join(text.split())
    return text if len(text) <= WIDTH else text[: WIDTH - 1] + "…"


def write_out(text: str, out: str | None) -> None:
    """Write a text to a file, or to stdout where none is named."""
    if out is None or out == "-":
        click.echo(text, nl=not text.endswith("\n"))
    else:
        Path(out).write_text(text, encoding="utf-8")
        click.echo(f"{out} written", err=True)
