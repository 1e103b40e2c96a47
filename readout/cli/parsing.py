"""readout parse."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

import click

from readout.cli.arguments import echo_json, write_out
from readout.errors import ReadoutError


@click.command()
@click.argument("file", metavar="FILE")
@click.option("--conllu", "as_conllu", is_flag=True, help="Write CoNLL-U (default: JSON Lines, a sentence a line).")
@click.option("--model", type=click.Choice(["accurate", "fast"]), default="accurate", show_default=True)
@click.option("-o", "--output", help="File to write (default: stdout).")
def parse(file: str, as_conllu: bool, model: Literal["accurate", "fast"], output: str | None) -> None:
    """Analyse any English text: words, tags, lemmas, dependencies, names; FILE is UTF-8 text, - is stdin."""
    from readout.models.english import load_english
    from readout.parsing import conllu, sentence_rows

    text, english = text_of(file), load_english(model)
    if as_conllu:
        write_out("".join(f"{line}\n" for line in conllu(text, english)), output)
    elif output in (None, "-"):
        echo_json(sentence_rows(text, english))
    else:
        import json

        rows = (json.dumps(row, ensure_ascii=False) for row in sentence_rows(text, english))
        write_out("".join(f"{row}\n" for row in rows), output)


def text_of(file: str) -> str:
    """Read a text in whatever encoding it is. Raises R001 where it cannot be read."""
    from readout.ingest.decode import decode
    from readout.ingest.problem import ReadProblem

    try:
        return decode(sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()).text
    except (OSError, ReadProblem) as problem:
        raise ReadoutError(
            "R001", f"{file} cannot be read ({problem}).", "Name a text file, or - for stdin."
        ) from problem
