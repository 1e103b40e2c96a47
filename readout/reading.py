"""Read pages into a record: find, analyse, stage, merge, switch. The only place where the parts meet."""

from __future__ import annotations

import errno
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import readout
from readout import pipeline
from readout.engine import Engine, choose
from readout.errors import ReadoutError
from readout.ids import make_id, sha256
from readout.ingest.captured import Captured
from readout.ingest.find import find
from readout.pipeline import Settings
from readout.records import Dropped, Run
from readout.store import captures, generation, search
from readout.store.known import Known
from readout.store.layout import POINTER, read_pointer
from readout.store.lock import writing
from readout.store.merge import Merge, Outcome
from readout.store.staging import Staging
from readout.tables import Table

if TYPE_CHECKING:
    import pyarrow as pa

BATCH_PAGES = 32  # pages a worker takes at a time: enough to hide the cost of the hand-over, few enough to spread
BATCH_BYTES = 16 << 20
PART_PAGES = 2048  # pages between two savings; a killed run loses at most this much work
INDEX_ROWS = 256  # rows held while the search index is built: texts are long
KEEP_BYTES = 128 << 20  # collections up to this size keep the bytes of their captures in the record

Progress = Callable[[int], None]


@dataclass
class Ledger:
    """What came of everything found: found = read + unchanged + dropped."""

    found: int = 0
    read: int = 0
    unchanged: int = 0
    dropped: Counter[str] = field(default_factory=Counter)

    @property
    def adds_up(self) -> bool:
        return self.found == self.read + self.unchanged + self.dropped.total()


@dataclass(frozen=True, slots=True)
class Plan:
    """One run: what to read, into which record, how."""

    paths: tuple[str, ...]
    record: Path
    root: str | None = None
    settings: Settings = Settings()
    engine: str = "auto"
    workers: int | None = None
    keep_captures: bool | None = None
    rebuild: bool = False


def read_into(plan: Plan, *, progress: Progress = lambda found: None, stdin: BinaryIO | None = None) -> Ledger:
    """Read the plan's paths into its record and give the ledger of the run.

    Raises: ReadoutError R001/R011/R014/R015 as their texts say; the record keeps its old generation then.
    """
    try:
        if not plan.record.exists():
            generation.create(plan.record)
        elif not (plan.record / POINTER).is_file():
            what = f"{plan.record} is there already and is no record."
            raise ReadoutError("R010", what, "Name one that is not there yet: -o NAME.readout.")
        read_pointer(plan.record)
        with writing(plan.record):
            return run(plan, progress, stdin)
    except OSError as problem:
        cause = f"{plan.record} could not be written: {problem.strerror or problem}"
        raise ReadoutError("R015", f"{cause}{f' ({problem.filename})' if problem.filename else ''}.", remedy(problem)) from problem


def remedy(problem: OSError) -> str:
    """Say what would let a record be written."""
    full = problem.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    what = "make room and run again." if full else "name a record in a folder you may write to: -o FOLDER/NAME.readout."
    return f"The old generation is whole; {what}"


def run(plan: Plan, progress: Progress, stdin: BinaryIO | None) -> Ledger:
    """Read with the write lock held."""
    started = datetime.now(UTC)
    made_by = pipeline.method(plan.settings)
    check_method(plan, made_by)
    engine = choose(plan.engine, workers=plan.workers, bytes_in=bytes_in(plan.paths))
    staging = Staging(plan.record, sha256(json.dumps(made_by, sort_keys=True).encode()))
    ledger = Ledger()
    fresh = gather(plan, engine, staging, ledger, progress, stdin)
    if fresh or plan.rebuild:
        settle(ledger, commit(plan, engine, staging, made_by, started))
    staging.clear()
    if not ledger.adds_up:
        raise ReadoutError(
            "R032", f"the ledger does not add up: {ledger}.", "This is a fault of Readout; please report it."
        )
    return ledger


def check_method(plan: Plan, made_by: dict[str, Any]) -> None:
    """Refuse to mix rows made in different ways."""
    manifest = read_pointer(plan.record)["readout"]
    if manifest["method"] in ({}, made_by) or plan.rebuild:
        return
    raise ReadoutError(
        "R014",
        f"{plan.record} was made by {json.dumps(manifest['method'])}, this run would use {json.dumps(made_by)}.",
        "Read into a new record, or give --rebuild with all its pages to make it anew.",
    )


def bytes_in(paths: Sequence[str]) -> int:
    """Add up the size of the files named, to choose an engine; what cannot be seen counts nothing."""
    files = (f for p in map(Path, paths) for f in ([p] if p.is_file() else p.rglob("*") if p.is_dir() else ()))
    return sum(f.stat().st_size for f in files if f.is_file())


def base_generation(plan: Plan) -> int:
    """Give the generation whose rows the run builds on."""
    return generation.current(plan.record)


def gather(
    plan: Plan, engine: Engine, staging: Staging, ledger: Ledger, progress: Progress, stdin: BinaryIO | None
) -> bool:
    """Analyse everything that is new and save it in parts; tell whether there was anything new."""
    known = Known(plan.record, base_generation(plan), staging, nothing=plan.rebuild)
    keep = plan.keep_captures if plan.keep_captures is not None else bytes_in(plan.paths) <= KEEP_BYTES
    stream = Stream(plan, known, ledger, keep, progress)
    batches = stream.batches(find(plan.paths, root=plan.root, stdin=stdin))
    bundles = engine.map(pipeline.analyse_batch(plan.settings), batches, pipeline.bundle_schema())
    fresh = staging.count > 0
    for tables in staging.saved():
        ledger.found += tables["captures"].num_rows
        count(ledger, tables)
    for tables in parts(map(pipeline.unbundled, bundles)):
        count(ledger, tables)
        staging.add(tables)
        fresh = True
    if stream.new_drops:
        staging.add({"dropped": Table.of(Dropped, stream.new_drops).to_arrow()})
    return fresh or bool(stream.new_drops)


def count(ledger: Ledger, tables: dict[str, pa.Table]) -> None:
    """Enter what a part brought; a capture of several articles was found as one and counts as what it holds."""
    drops = Counter(tables["dropped"].column("location").to_pylist())
    for capture in tables["captures"].to_pylist():
        documents = len(capture["doc_ids"])
        ledger.found += max(1, documents + drops[capture["location"]]) - 1
        ledger.read += documents
    ledger.dropped.update(tables["dropped"].column("reason").to_pylist())


def settle(ledger: Ledger, outcome: Outcome) -> None:
    """Correct the ledger for documents of this run that turned out to be repeats or older versions of each other."""
    ledger.read = outcome.read
    ledger.dropped += Counter({"repeated": outcome.repeated, "superseded": outcome.superseded})


class Stream:
    """The stream of what is found, on its way to the engine: known captures are left out, drops are set aside."""

    def __init__(self, plan: Plan, known: Known, ledger: Ledger, keep: bool, progress: Progress) -> None:
        self.plan, self.known, self.ledger, self.keep, self.progress = plan, known, ledger, keep, progress
        self.new_drops: list[Dropped] = []
        self.old_drops = known.drops()

    def batches(self, found: Iterator[Captured | Dropped]) -> Iterator[pa.Table]:
        """Give batches of captures that are not in the record yet."""
        for chunk in chunks(self.noted(found)):
            fresh = self.fresh(chunk)
            for item in fresh if self.keep else ():
                if item.capture.offset is None:
                    captures.keep(self.plan.record, item.capture.capture_sha256, item.content)
            if fresh:
                yield pipeline.packed(fresh)

    def noted(self, found: Iterator[Captured | Dropped]) -> Iterator[Captured]:
        """Count what is found and set drops aside."""
        for item in found:
            self.ledger.found += 1
            self.progress(self.ledger.found)
            if isinstance(item, Captured):
                yield item
            else:
                self.ledger.dropped[item.reason] += 1
                if item.dropped_id not in self.old_drops:
                    self.new_drops.append(item)

    def fresh(self, chunk: list[Captured]) -> list[Captured]:
        """Leave out captures that the record holds."""
        keys = [(c.capture.external_id, c.capture.location, c.capture.capture_sha256) for c in chunk]
        states = self.known.states(keys)
        self.ledger.unchanged += states.count("known")
        self.ledger.found -= states.count("saved")  # entered with the parts a killed run left
        return [c for c, state in zip(chunk, states, strict=True) if state == "fresh"]


def chunks(items: Iterable[Captured]) -> Iterator[list[Captured]]:
    """Cut a stream into batches of bounded number and size."""
    batch: list[Captured] = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item.content)
        if len(batch) >= BATCH_PAGES or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def parts(bundles: Iterator[dict[str, pa.Table]]) -> Iterator[dict[str, pa.Table]]:
    """Join bundles into parts worth saving."""
    import pyarrow as pa

    while group := list(islice(bundles, PART_PAGES // BATCH_PAGES)):
        names = sorted({name for bundle in group for name in bundle})
        yield {n: pa.concat_tables([b[n] for b in group if n in b]) for n in names}


def commit(plan: Plan, engine: Engine, staging: Staging, made_by: dict[str, Any], started: datetime) -> Outcome:
    """Write the next generation from the current one and the run's parts."""
    from readout import corpus
    from readout.redating import redate

    number = generation.current(plan.record)
    merge = Merge(plan.record, number, staging, nothing=plan.rebuild)
    redate(merge, plan.settings)
    fresh = plan.record / "tables" / f".{number + 1:06d}"
    tables = {t.__table__: merge.rows(t) for t in pipeline.stored_per_document()}
    tables |= corpus.rows(fresh, engine, plan.settings)
    tables["runs"] = merge.runs(run_rows(merge, made_by, started))
    generation.write_generation(plan.record, number + 1, tables, made_by, index)
    outcome = merge.outcome()
    merge.close()
    return outcome


def run_rows(merge: Merge, made_by: dict[str, Any], started: datetime) -> list[Run]:
    """Stamp the run: one row per stage."""
    inputs = merge.inputs_sha256()
    run_id = make_id("run", started.isoformat(), inputs)
    finished, documents = datetime.now(UTC).isoformat(timespec="seconds"), merge.documents()
    settings = json.dumps(made_by["settings"], sort_keys=True)
    begun = started.isoformat(timespec="seconds")
    return [
        Run(run_id, stage, version, settings, inputs, readout.__version__, begun, finished, documents)
        for stage, version in made_by["stages"].items()
    ]


def index(folder: Path) -> None:
    """Build the search index of a generation from its tables."""
    search.build(folder / "search.sqlite", sentences_in_words(folder))


def sentences_in_words(folder: Path) -> Iterator[tuple[str, int, int, str]]:
    """Give each sentence with its words. Both tables are sorted by doc_id, so one text is held at a time."""
    documents = rows_of(folder / "documents.parquet", ["doc_id", "text"])
    doc_id, text = "", ""
    for wanted, start, end in rows_of(folder / "sentences.parquet", ["doc_id", "start", "end"]):
        while doc_id != wanted:
            doc_id, text = next(documents)
        yield doc_id, start, end, text[start:end]


def rows_of(path: Path, columns: list[str]) -> Iterator[tuple[Any, ...]]:
    """Stream some columns of a table, row by row."""
    import pyarrow.parquet as parquet

    with parquet.ParquetFile(path) as file:
        for batch in file.iter_batches(INDEX_ROWS, columns=columns):
            yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)
