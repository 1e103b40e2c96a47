"""readout ask."""

from __future__ import annotations

from typing import Any

import click

from readout.cli.arguments import as_json, echo_json, open_record


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="[RECORD] QUESTION")
@click.option("-n", "--limit", type=click.IntRange(1), default=10, show_default=True, help="At most so many voices.")
@as_json
def ask(words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Answer a question with the pages' own sentences, grouped by voice, or say that no report states it."""
    from readout.pile import Pile
    from readout.web.answers import NOTHING
    from readout.web.answers import ask as asked

    record, rest = open_record(words, len(words))
    rows = asked(Pile(record), " ".join(rest))
    if as_json:
        echo_json(rows[:limit])
    elif rows:
        click.echo(f"{len(rows)} {'voice' if len(rows) == 1 else 'voices'}")
    for row in () if as_json else rows[:limit]:
        echo_voice(row)
    if not rows:
        click.echo(NOTHING, err=as_json)


def echo_voice(row: dict[str, Any]) -> None:
    """Write one voice with its sentence and where it stands."""
    also = f"; also on {', '.join(row['also'])}" if row["also"] else ""
    click.echo(f"\n{row['voice']}\n  {row['words']}")
    click.echo(f"    {row['external_id']} [{row['start']}, {row['end']}) {row['doc_id']}{also}")
