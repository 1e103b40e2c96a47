"""readout brief, report, export."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from readout.cli.arguments import as_json, echo_json, open_record, output_to, write_out
from readout.errors import ReadoutError

if TYPE_CHECKING:
    from readout.api import Record
    from readout.pile import Pile
    from readout.web.lines import Brief


@click.command()
@click.argument("words", nargs=-1, metavar="[RECORD]")
@click.option(
    "-f", "--format", "form", type=click.Choice(["md", "html", "csl", "bibtex"]), default="md", show_default=True
)
@click.option("-o", "--output", help="File to write (default: stdout).")
@click.option("--full", is_flag=True, help="Every line, not the page or two that weigh most.")
@as_json
def brief(words: tuple[str, ...], form: str, output: str | None, full: bool, as_json: bool) -> None:
    """Write the brief: what the pages say, each line footnoted to exact characters; csl and bibtex give the pages it cites."""
    from readout.pile import Pile
    from readout.web.brief import compose

    record, _ = open_record(words, 0)
    pile = Pile(record)
    made = compose(pile, full=full)
    if as_json:
        echo_json(made.rows())
    else:
        write_out(written(made, pile, form), output)


def written(made: Brief, pile: Pile, form: str) -> str:
    """Write a brief, or the pages it cites, in one of the formats."""
    from readout.web.brief_html import brief_html
    from readout.web.brief_markdown import brief_markdown
    from readout.web.citations import bibtex, csl
    from readout.web.families import cited

    if form in ("md", "html"):
        return (brief_html if form == "html" else brief_markdown)(made, pile)
    pages = cited(pile, made.footnotes())
    return json.dumps(csl(pages), ensure_ascii=False, indent=1) + "\n" if form == "csl" else "\n".join(bibtex(pages))


@click.command()
@click.argument("words", nargs=-1, metavar="[RECORD]")
@click.option("-o", "--output", required=True, help="The HTML file to write.")
def report(words: tuple[str, ...], output: str) -> None:
    """Write the report: one self-contained page with documents, quotations and the evidence in place."""
    from readout.web.report import render

    record, _ = open_record(words, 0)
    page = render(record)
    with output_to(output):
        Path(output).write_text(page, encoding="utf-8")
    click.echo(f"{output} written", err=True)


@click.command()
@click.argument("words", nargs=-1, metavar="[RECORD] [TABLE|FORMAT]")
@click.option("-o", "--output", help="File to write (default: stdout).")
@click.option("--with-text", is_flag=True, help="PLOVER: add the sentence of each event.")
@click.option("--duckdb", "database", help="Write the whole record as one self-contained DuckDB file.")
def export(words: tuple[str, ...], output: str | None, with_text: bool, database: str | None) -> None:
    """Write a table as JSON Lines, columns and rows as the contract names them, in the order of its key.

    Formats beside the tables: plover, webannotation (JSON Lines), gdelt_events, gdelt_mentions, csl and bibtex (the pages).
    `reports` has the columns of the R package eventreport, ours after them.
    """
    from readout.store.export import export_duckdb

    record, rest = open_record(words, 0 if database else 1)
    if database:
        with output_to(database):
            export_duckdb(record.path, Path(database))
        return
    if not rest:
        raise ReadoutError("R003", "name the table or format to export.", "`readout ls` lists the tables.")
    if not exported(record, rest[0], output, with_text):
        click.echo(f"{rest[0]} is empty", err=True)


def exported(record: Record, name: str, output: str | None, with_text: bool) -> int:
    """Write one table or format; give the number of its rows, or of its characters where it is a text."""
    from readout.exports.formats import rows_of, text_of
    from readout.pile import Pile
    from readout.store.export import export_rows

    text = text_of(name, Pile(record))
    rows = rows_of(name, Pile(record), with_text=with_text) if text is None else ()
    with output_to(output or "-"), click.open_file(output or "-", "w", encoding="utf-8") as out:
        if text is not None:
            return out.write(text)
        return export_rows(record.table(name) if rows is None else rows, out)
