"""readout open."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from readout.cli.arguments import open_record


@click.command("open")
@click.argument("words", nargs=-1, metavar="[RECORD]")
@click.option("--serve", is_flag=True, help="Serve the page on this machine alone (127.0.0.1) until interrupted.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port to serve on (default: a free one).")
@click.option("--browser/--no-browser", default=True, show_default=True, help="Open it in the browser, or only say where it is.")
def open_page(words: tuple[str, ...], serve: bool, port: int, browser: bool) -> None:
    """Open the report of a record as a local page; nothing leaves this machine."""
    from readout.web.report import render

    record, _ = open_record(words, 0)
    page = render(record)
    if serve:
        served(page, port, browser)
        return
    folder = Path(tempfile.mkdtemp(prefix="readout-"))
    path = folder / f"{record.path.stem}.html"
    path.write_text(page, encoding="utf-8")
    show(path.as_uri(), browser)


def show(address: str, browser: bool) -> None:
    """Say where the page is, and open it where wanted."""
    import webbrowser

    click.echo(address)
    if browser and not webbrowser.open(address):
        click.echo("no browser was found here; open the address yourself", err=True)


def served(page: str, port: int, browser: bool) -> None:
    """Serve the page on the loopback address until interrupted."""
    from readout.web.serving import server_of

    with server_of(page, port) as server:
        show(f"http://127.0.0.1:{server.server_port}/", browser)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("stopped", err=True)
