"""readout brief, report, export."""

from __future__ import annotations

from pathlib import Path

import click

from readout.cli.arguments import as_json, echo_json, open_record, write_out
from readout.errors import ReadoutError


@click.command()
@click.argument("words", nargs=-1, metavar="[RECORD]")
@click.option("-f", "--format", "form", type=click.Choice(["md", "html"]), default="md", show_default=True)
@click.option("-o", "--output", help="File to write (default: stdout).")
@as_json
def brief(words: tuple[str, ...], form: str, output: str | None, as_json: bool) -> None:
    """Write the brief: what the pages say, each line footnoted to exact characters."""
    from readout.web.brief import brief_html, brief_lines, brief_markdown

    record, _ = open_record(words, 0)
    if as_json:
        echo_json(brief_lines(record))
    else:
        write_out(brief_html(record) if form == "html" else brief_markdown(record), output)


@click.command()
@click.argument("words", nargs=-1, metavar="[RECORD]")
@click.option("-o", "--output", required=True, help="The HTML file to write.")
def report(words: tuple[str, ...], output: str) -> None:
    """Write the report: one self-contained page with documents, quotations and the evidence in place."""
    from readout.web.report import write_report

    record, _ = open_record(words, 0)
    write_report(record, Path(output))
    click.echo(f"{output} written", err=True)


@click.command()
@click.argument("words", nargs=-1, metavar="[RECORD] [TABLE]")
@click.option("-o", "--output", help="File to write (default: stdout).")
@click.option("--duckdb", "database", help="Write the whole record as one self-contained DuckDB file.")
def export(words: tuple[str, ...], output: str | None, database: str | None) -> None:
    """Write a table as JSON Lines, columns and rows as the contract names them, in the order of its key."""
    from readout.store.export import export_duckdb, export_rows

    record, rest = open_record(words, 0 if database else 1)
    if database:
        export_duckdb(record.path, Path(database))
        return
    if not rest:
        raise ReadoutError("R003", "name the table to export.", "`readout ls` lists them.")
    with click.open_file(output or "-", "w", encoding="utf-8") as out:
        count = export_rows(record.table(rest[0]), out)
    if not count:
        click.echo(f"{rest[0]} is empty", err=True)
