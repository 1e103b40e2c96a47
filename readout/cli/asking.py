"""readout ask."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from readout.cli.arguments import as_json, echo_json, needed, open_record


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="[RECORD] QUESTION")
@click.option("-n", "--limit", type=click.IntRange(1), default=10, show_default=True, help="At most so many voices.")
@as_json
def ask(words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Answer a question with the pages' own sentences, grouped by voice, or say that none was found."""
    from readout.pile import Pile
    from readout.web.answers import ask as asked
    from readout.web.answers import nothing

    record, rest = open_record(words, len(words))
    needed(rest, 1, "a question")
    pile, question = Pile(record), " ".join(rest)
    rows = asked(pile, question)
    if as_json:
        echo_json(rows[:limit])
        return
    if not rows:
        click.echo(nothing(pile, question))
        return
    click.echo(counts(rows, limit))
    for row in rows[:limit]:
        echo_voice(row)


def counts(rows: Sequence[dict[str, Any]], limit: int) -> str:
    """Say how many voices answer, on how many pages, and how many of them follow."""
    pages = len({p for row in rows for p in (row["external_id"], *row["also"])})
    voices = len({row["voice"] for row in rows})
    told = f"{voices} {'voice' if voices == 1 else 'voices'}, {pages} {'page' if pages == 1 else 'pages'}"
    return f"{told}; the first {limit} answers follow" if len(rows) > limit else told


def echo_voice(row: dict[str, Any]) -> None:
    """Write one voice with its sentence and where it stands."""
    also = f"; also on {', '.join(row['also'])}" if row["also"] else ""
    click.echo(f"\n{row['voice']}\n  {row['words']}")
    click.echo(f"    {row['external_id']} [{row['start']}, {row['end']}) {row['doc_id']}{also}")
