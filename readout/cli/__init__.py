"""The command `readout`. Command files import only click and this package at the top: `--help` stays quick."""

from __future__ import annotations

import gc
import sys

import click

from readout import __version__
from readout.cli.asking import ask
from readout.cli.coding import code
from readout.cli.keeping import check, doctor, forget, schema
from readout.cli.looking import ls, search, show, sql
from readout.cli.opening import open_page
from readout.cli.overriding import override
from readout.cli.parsing import parse
from readout.cli.reading import demo, read
from readout.cli.tracing import diff, why
from readout.cli.writing import brief, export, report
from readout.errors import ReadoutError

COMMANDS = (
    demo,
    read,
    ls,
    show,
    why,
    diff,
    search,
    sql,
    code,
    ask,
    override,
    brief,
    report,
    open_page,
    export,
    check,
    doctor,
    forget,
    schema,
    parse,
)
NOTHING_READABLE = 3
USAGE = 2
FAILED = 1
USAGE_CODES = ("R001", "R003", "R010", "R014", "R016", "R020", "R021", "R022", "R023", "R024", "R040")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="readout")
def group() -> None:
    """Read overlapping news coverage and write one sourced record of what happened.

    Start with `readout demo`, or `readout read PAGES -o NAME.readout`.
    """


for command in COMMANDS:
    group.add_command(command)


# Rows are many, small and free of cycles: looking for garbage less often saves a tenth of a run.
RARELY = (200_000, 20, 50)


def main() -> None:
    """Run the command line; an error a user can act on is one line on stderr."""
    gc.set_threshold(*RARELY)
    try:
        group(prog_name="readout")
    except ReadoutError as problem:
        click.echo(f"readout: {problem}", err=True)
        sys.exit(exit_code(problem))
    except Exception as problem:  # a library told apart by name, so that none is imported for it; all others go on
        if not of_broken_tables(problem):
            raise
        click.echo(f"readout: {broken_tables(problem)}", err=True)
        sys.exit(FAILED)


BROKEN_TABLES = {
    "pyarrow": ("ArrowInvalid", "ArrowSerializationError", "OSError"),
    "duckdb": ("IOException", "InvalidInputException", "SerializationException", "InternalException"),
    "sqlite3": ("DatabaseError", "OperationalError"),
}


def of_broken_tables(problem: Exception) -> bool:
    """Tell whether a library says that bytes of a record's tables or of its search index are not what they should be."""
    library = type(problem).__module__.partition(".")[0].lstrip("_")
    return type(problem).__name__ in BROKEN_TABLES.get(library, ())


def broken_tables(problem: Exception) -> ReadoutError:
    """Say that a table met while it was read is broken."""
    said = " ".join(str(problem).split())[:200]
    what = f"a table of the record cannot be read ({said})."
    return ReadoutError(
        "R017", what, "`readout check RECORD` names the broken file; put a good copy there, or read the pages again."
    )


def exit_code(problem: ReadoutError) -> int:
    """Give the exit code of an error: 2 usage, 3 nothing readable, else 1."""
    if problem.code == "R002":
        return NOTHING_READABLE
    return USAGE if problem.code in USAGE_CODES else FAILED
