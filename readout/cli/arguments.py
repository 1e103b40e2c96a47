"""Arguments and options that several commands share, and how results are printed."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
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

    named = len(words) > wanted or bool(words and is_record(words[0]))
    return Record(words[0] if named else default_record()), list(words[1:] if named else words)


def needed(words: Sequence[str], count: int, what: str) -> None:
    """Raise R003 where fewer than `count` words follow the record, or an empty one; `what` says what they should be."""
    if len(words) < count or not all(word.strip() for word in words):
        raise ReadoutError("R003", f"{what} must be given after the record.", "See the command's --help.")


def is_record(word: str) -> bool:
    """Tell whether a word names a record folder, even where it is broken or not there."""
    folder = os.sep in word and Path(word).is_dir()
    return folder or word.endswith(".readout") or (Path(word) / "record.json").is_file()


def default_record() -> Path:
    """Find the record meant where none is named."""
    named = os.environ.get("READOUT_RECORD")
    if named:
        return Path(named)
    here = sorted(p for p in Path().glob("*.readout") if (p / "record.json").is_file())
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
        with output_to(out):
            Path(out).write_text(text, encoding="utf-8")
        click.echo(f"{out} written", err=True)


@contextmanager
def output_to(out: str) -> Iterator[None]:
    """Tell in words why a file cannot be written. Raises R016."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as problem:
        raise unwritable(Path(out), problem) from problem


REFUSED = {
    errno.EISDIR: ("it is a folder", "Name a file in it."),
    errno.EACCES: ("this user may not write there", "Name a file in a folder of your own."),
    errno.EPERM: ("this user may not write there", "Name a file in a folder of your own."),
    errno.EROFS: ("nothing can be written on that disk", "Name a file on another disk."),
    errno.ENOSPC: ("the disk is full", "Make room, or name a file on another disk."),
    errno.ENAMETOOLONG: ("the name is too long for this system", "Name a shorter one."),
}


def unwritable(path: Path, problem: OSError) -> ReadoutError:
    """Say why a file cannot be written and what would be right."""
    folder = next((p for p in path.parents if p.exists()), path.parent)
    if problem.errno in (errno.ENOENT, errno.ENOTDIR) and not folder.is_dir():
        cause, remedy = f"{folder} is a file, no folder", "Name a file in a folder."
    elif problem.errno in (errno.ENOENT, errno.ENOTDIR) and not path.parent.is_dir():
        cause, remedy = f"there is no folder {path.parent}", "Make it first, or name a file in another one."
    else:
        words = problem.strerror or str(problem)
        cause, remedy = REFUSED.get(problem.errno or 0, (words, "Name another file."))
    return ReadoutError("R016", f"{path} cannot be written: {cause}.", remedy)
