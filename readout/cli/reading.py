"""readout read, readout demo."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from readout.cli.arguments import as_json, cell, echo_json, output_to
from readout.errors import ReadoutError

if TYPE_CHECKING:
    from readout.api import Record
    from readout.reading import Ledger

SHOWN_DROPS = 20


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("-o", "--output", required=True, help="The record to write or add to, NAME.readout.")
@click.option("--root", help="Folder that the ids of files are relative to (default: the PATH they were found under).")
@click.option(
    "--extractor", type=click.Choice(["trafilatura", "resiliparse"]), default="trafilatura", show_default=True,
    help="How the article is found in saved HTML: with care, or in bulk.",
)  # fmt: skip
@click.option(
    "--engine", type=click.Choice(["auto", "plain", "daft", "ray"]), default="auto", show_default=True,
    help="Where the work runs: auto takes this process for small piles and Daft for large ones.",
)  # fmt: skip
@click.option("--workers", type=click.IntRange(1), help="Worker processes (default: by the size of the pile).")
@click.option("--keep/--no-keep", default=None, help="Keep the captured bytes in the record (default: small piles).")
@click.option("--trace/--no-trace", default=True, show_default=True, help="Trace who copied whom, and count voices.")
@click.option(
    "--model", type=click.Choice(["accurate", "fast", "none"]), default="accurate", show_default=True,
    help="The English parser: with care, in bulk, or none (pages are read, traced and searched only).",
)  # fmt: skip
@click.option("--rebuild", is_flag=True, help="Make the record anew from these pages.")
@click.option("--strict", is_flag=True, help="Exit 1 when anything was dropped.")
@click.option("-q", "--quiet", is_flag=True, help="No progress, no warnings.")
@as_json
def read(paths: tuple[str, ...], output: str, strict: bool, quiet: bool, as_json: bool, **chosen: Any) -> None:
    """Read pages into a record: folders, text, HTML, JSON Lines, CSV, PDF, DOCX, feeds, web archives; - is stdin.

    Reading the same again does no work; reading more adds to the record.
    """
    refuse_file(output)
    ledger, record = read_pages(paths, output, quiet, **chosen)
    print_ledger(ledger, record, as_json, quiet)
    if not ledger.found:
        raise ReadoutError("R002", f"{', '.join(paths)} holds no file.", "Name a folder with pages in it, or a page.")
    if ledger.read + ledger.unchanged == 0:
        raise ReadoutError("R002", "nothing readable was found.", f"`readout ls {output} dropped` says why.")
    if strict and ledger.dropped.total():
        sys.exit(1)


FILE_SUFFIXES = (
    ".html",
    ".htm",
    ".txt",
    ".md",
    ".json",
    ".jsonl",
    ".csv",
    ".tsv",
    ".pdf",
    ".docx",
    ".zip",
    ".gz",
    ".duckdb",
)


def refuse_file(output: str) -> None:
    """Raise R003 where a record would bear the name of a file."""
    path = Path(output)
    if path.suffix.lower() in FILE_SUFFIXES and not path.exists():
        what = f"{output} is the name of a file, a record is a folder."
        raise ReadoutError(
            "R003", what, f"Name it {path.with_suffix('.readout')}; `readout report` and `export` write files."
        )


def read_pages(
    paths: tuple[str, ...], output: str, quiet: bool, *, root: str | None = None, extractor: str = "trafilatura",
    engine: str = "auto", workers: int | None = None, keep: bool | None = None, trace: bool = True,
    model: Literal["accurate", "fast", "none"] = "accurate", rebuild: bool = False,
) -> tuple[Ledger, Record]:  # fmt: skip
    """Run a read with progress on stderr."""
    from readout.api import Record
    from readout.pipeline import Settings
    from readout.reading import Plan, read_into

    plan = Plan(paths, Path(output), root, Settings(extractor, trace, model), engine, workers, keep, rebuild)
    ledger = read_into(plan, progress=show_progress(quiet), stdin=sys.stdin.buffer)
    return ledger, Record(output)


def show_progress(quiet: bool) -> Callable[[int], None]:
    """Give a counter that redraws itself on stderr, on a terminal only, ten times a second at most."""
    if quiet or not sys.stderr.isatty():
        return lambda found: None
    started = last = time.monotonic()

    def show(found: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last > 0.1:
            last = now
            click.echo(f"\r{found} found, {found / (now - started):.0f} a second ", nl=False, err=True)

    return show


def print_ledger(ledger: Ledger, record: Record, as_json: bool, quiet: bool) -> None:
    """Close a run: found = read + unchanged + dropped, by reason."""
    languages = not_analysed(record)
    if as_json:
        numbers = {"found": ledger.found, "read": ledger.read, "unchanged": ledger.unchanged}
        echo_json([{**numbers, "dropped": dict(sorted(ledger.dropped.items())), "documents": len(record.documents),
                    "not_analysed": languages, "record": str(record.path)}])  # fmt: skip
    else:
        print_lines(ledger, record, languages)
    if not quiet:
        warn_of_notes(record)
    if ledger.dropped and not quiet:
        warn_of_drops(record)


def print_lines(ledger: Ledger, record: Record, languages: dict[str, int]) -> None:
    """Write the ledger for people."""
    click.echo(
        f"found {ledger.found} = read {ledger.read} + unchanged {ledger.unchanged} + dropped {ledger.dropped.total()}"
    )
    for reason, count in sorted(ledger.dropped.items()):
        click.echo(f"  dropped {reason}: {count}")
    held = f"{record.path} holds {len(record.documents)} documents"
    foreign = ", ".join(f"{name} {count}" for name, count in languages.items())
    click.echo(held + (f"; read and searched, not analysed: {foreign}" if foreign else ""))


def not_analysed(record: Record) -> dict[str, int]:
    """Count the documents whose language is not covered, by language."""
    query = """SELECT coalesce(language, 'unknown') AS language, count(*) AS documents
               FROM documents WHERE NOT analysed GROUP BY 1 ORDER BY 1"""
    return {row["language"]: row["documents"] for row in record.sql(query)}


def warn_of_notes(record: Record) -> None:
    """Say on stderr what had to be mended or guessed to decode a page, and why an English page was not analysed."""
    for row in record.sql(
        f"SELECT location, note FROM captures WHERE note IS NOT NULL ORDER BY location LIMIT {SHOWN_DROPS}"
    ):
        click.echo(f"note: {row['location']}: {row['note']}", err=True)
    for row in record.sql(
        f"""SELECT external_id, analysed_because FROM documents WHERE NOT analysed AND language = 'en'
            ORDER BY external_id LIMIT {SHOWN_DROPS}"""
    ):
        click.echo(f"note: {row['external_id']}: not analysed: {row['analysed_because']}", err=True)


def warn_of_drops(record: Record) -> None:
    """List on stderr what was kept out and why."""
    rows = list(record.sql(f"SELECT because FROM dropped ORDER BY location LIMIT {SHOWN_DROPS + 1}"))
    for row in rows[:SHOWN_DROPS]:
        click.echo(f"dropped: {row['because']}", err=True)
    if len(rows) > SHOWN_DROPS:
        click.echo(f"… all of them: readout ls {record.path} dropped", err=True)


@click.command()
@click.option("-o", "--output", default="demo.readout", show_default=True, help="The record to write.")
@click.option("--trace/--no-trace", default=True, show_default=True, help="Trace who copied whom, and count voices.")
@click.option("-q", "--quiet", is_flag=True, help="No progress, no warnings.")
@as_json
def demo(output: str, trace: bool, quiet: bool, as_json: bool) -> None:
    """Read the embedded demo: one invented diplomatic week in overlapping pages, and look at the record."""
    from readout.demo import pages_path
    from readout.web.report import render

    ledger, record = read_pages((str(pages_path()),), output, quiet, trace=trace, rebuild=True)
    print_ledger(ledger, record, as_json, quiet)
    page = Path(output).with_suffix(".html")
    with output_to(str(page)):
        page.write_text(render(record), encoding="utf-8")
    if as_json:
        return
    for line in (*highlights(record), f"\nThe report: {page}"):
        click.echo(line)
    click.echo(f'Next: readout ls {output} · readout search {output} "naval hotline" · readout brief {output}')


def highlights(record: Record) -> Iterator[str]:
    """Say in a few lines what the record holds."""
    yield from ("\n" + line for line in voices(record))
    credits = list(record.sql("SELECT external_id FROM documents WHERE credited_source IS NOT NULL"))
    yield f"{len(credits)} of {len(record.documents)} pages name an upstream they took text from."
    yield from happened(record)
    yield "\nMost quoted"
    query = """SELECT q.speaker_name, count(*) AS quotations, count(DISTINCT q.doc_id) AS pages,
               coalesce(min(q.words) FILTER (NOT a.altered), min(q.words)) AS words
               FROM quotes q JOIN attributions a USING (attribution_id)
               WHERE q.speaker_name LIKE '% %' AND q.kind = 'direct' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 3"""
    for row in record.sql(query):
        yield f"  {row['speaker_name']}: {row['quotations']} direct quotations on {row['pages']} pages, e.g. {cell(row['words'])}"


def happened(record: Record) -> Iterator[str]:
    """Name the occurrences with most voices, and how many properties are disputed."""
    query = """SELECT summary, voices_low, voices_high, reports FROM occurrences WHERE status IN ('happened', 'ongoing')
               ORDER BY voices_low DESC, reports DESC, summary LIMIT 3"""
    rows = list(record.sql(query))
    if rows:
        yield "\nMost voices"
    for row in rows:
        low, high = row["voices_low"], row["voices_high"]
        yield f"  {low if low == high else f'{low} to {high}'} voices, {row['reports']} pages: {cell(row['summary'])}"
    (told,) = record.sql("""SELECT count(*) FILTER (agreement = 'conflict') AS against,
                            count(*) FILTER (agreement = 'partly') AS apart FROM findings""")
    if told["against"] or told["apart"]:
        yield f"  Reports contradict each other on {told['against']} properties, differ on {told['apart']}: readout brief"


def voices(record: Record) -> Iterator[str]:
    """Say how many voices stand behind the pile, where that was traced."""
    for row in record.sql("SELECT voices_low, voices_high FROM voices WHERE about = 'record'"):
        low, high = row["voices_low"], row["voices_high"]
        yield f"{len(record.documents)} pages, {low if low == high else f'{low} to {high}'} voices."
