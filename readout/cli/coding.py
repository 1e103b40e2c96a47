"""The command that codes sentences."""

from __future__ import annotations

import click

from readout.cli.arguments import echo_json
from readout.errors import ReadoutError


@click.command()
@click.argument("file", metavar="FILE")
@click.option(
    "--model",
    type=click.Choice(["accurate", "fast"]),
    help="The parser. Without it, texts take the accurate one, sentences with given actors the fast one, as good there.",
)
def code(file: str, model: str | None) -> None:
    """Code the events of sentences or texts, one JSON object per input row, in order. FILE may be - for stdin.

    FILE is JSON Lines {id, text, dct?}, text with one sentence a line, or a table (tab or comma) with the columns
    sentence, source, target: then the relation of the two given actors is coded.
    """
    from readout.coding import code_rows, read_rows
    from readout.models.english import load_english
    from readout.models.event_head import load_event_head

    try:
        with click.open_file(file, "rb") as stream:
            text = stream.read().decode("utf-8", errors="replace")
    except OSError as problem:
        raise ReadoutError(
            "R001", f"{file} cannot be read: {problem.strerror};", "name a file, or - for stdin."
        ) from problem
    rows = list(read_rows(text))
    parser = load_english("fast" if model == "fast" else "accurate")
    of_pairs = load_english("fast") if model is None and any(row.actors for row in rows) else parser
    if not echo_json(code_rows(rows, parser, load_event_head(), of_pairs=of_pairs)):
        click.echo(f"{file} is empty", err=True)
