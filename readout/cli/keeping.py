"""readout check, doctor, forget, schema."""

from __future__ import annotations

import json
import sys

import click

from readout.cli.arguments import as_json, echo_json, needed, open_record


@click.command()
@click.argument("words", nargs=-1, metavar="[RECORD]")
@as_json
def check(words: tuple[str, ...], as_json: bool) -> None:
    """Prove a record: files whole, every span equal to its words, ids and references in order, the ledger adding up."""
    from readout.checking import CHECKS, check_record

    record, _ = open_record(words, 0)
    faults = list(check_record(record.path))
    if as_json:
        echo_json({"check": f.check, "fault": f.fault} for f in faults)
    for fault in () if as_json else faults:
        click.echo(f"{fault.check}: {fault.fault}")
    click.echo(f"{record.path}: {len(CHECKS)} checks, {len(faults)} faults", err=as_json)
    sys.exit(1 if faults else 0)


@click.command()
@as_json
def doctor(as_json: bool) -> None:
    """Look whether everything Readout needs is here and works."""
    from readout.checking import examine

    findings = list(examine())
    if as_json:
        echo_json({"what": f.what, "ok": f.ok, "detail": f.detail} for f in findings)
    for f in () if as_json else findings:
        click.echo(f"{'ok  ' if f.ok else 'none' if f.optional else 'FAIL'} {f.what}: {f.detail}")
    sys.exit(0 if all(f.ok or f.optional for f in findings) else 1)


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="[RECORD] ID")
@as_json
def forget(words: tuple[str, ...], as_json: bool) -> None:
    """Remove a page (doc_id or external id) and all that rests on it, its bytes and older generations included."""
    from readout.forgetting import forget_document

    record, rest = open_record(words, 1)
    needed(rest, 1, "the id of a page")
    wanted, *_ = rest
    gone = forget_document(record.path, wanted)
    if as_json:
        echo_json({"forgotten": doc_id} for doc_id in gone)
    for doc_id in () if as_json else gone:
        click.echo(f"{doc_id} forgotten")


@click.command()
@click.argument("name", required=False)
def schema(name: str | None) -> None:
    """Print the JSON Schema of what a command or table writes with --json (default: all of them)."""
    from readout.store.schema import json_schemas

    schemas = json_schemas()
    click.echo(json.dumps(schemas if name is None else schemas.get(name), ensure_ascii=False, indent=1))
    sys.exit(0 if name is None or name in schemas else 2)
