"""The stages in their order, and how documents run through them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from readout.engine.parcels import pack, unpack
from readout.ids import document_id
from readout.ingest.captured import Captured, drop
from readout.ingest.lay_out import lay_out
from readout.models.event_head import load_event_head
from readout.models.language_id import identify
from readout.models.remembering import remembering
from readout.records import TABLES, Capture, Document, Dropped, Layout, Row
from readout.stage import Declaration, declaration
from readout.stages.attribute import attribute
from readout.stages.clean import clean
from readout.stages.detect import detect
from readout.stages.fuse import fuse
from readout.stages.gather import gather
from readout.stages.involve import involve
from readout.stages.mention import mention
from readout.stages.parse import parse
from readout.stages.recur import recur
from readout.stages.relate import relate
from readout.stages.resolve import resolve
from readout.stages.segment import segment
from readout.stages.trace import trace
from readout.stages.utter import utter
from readout.stages.weigh import weigh
from readout.tables import Table

if TYPE_CHECKING:
    import pyarrow as pa

STAGES: tuple[Callable[..., Any], ...] = (
    clean, segment, parse, mention, attribute, detect, recur, trace, resolve, involve, utter, gather, fuse, weigh, relate,
)  # fmt: skip

Tables = dict[type[Row], Table[Any]]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user can choose that changes rows."""

    extractor: str = "trafilatura"
    trace: bool = True
    model: Literal["accurate", "fast", "none"] = "accurate"


Scope = Literal["document", "corpus", "story"]
DEFAULTS = Settings()


def declarations(*scopes: Scope) -> list[tuple[Callable[..., Any], Declaration]]:
    """Give the stages of some scopes, in their order, with what they declare."""
    return [(s, d) for s in STAGES for d in [declaration(s)] if d.scope in scopes]


def method(settings: Settings) -> dict[str, Any]:
    """Say how rows are made: every stage with its version, and the settings. Equal methods make equal rows."""
    ran = (s for s in STAGES if settings.trace or s is not trace)
    return {"stages": {declaration(s).name: declaration(s).version for s in ran}, "settings": asdict(settings)}


def stored_per_document() -> tuple[type[Row], ...]:
    """List the stored tables whose rows are made page by page."""
    made = {t for _, d in declarations("document") for t in d.makes} | {Capture, Dropped}
    return tuple(t for t in TABLES if t in made)


def options(declared: Declaration, settings: Settings = DEFAULTS) -> dict[str, Any]:
    """Give a stage the ports it asks for by name."""
    ports: dict[str, Callable[[], Any]] = {
        "identify": lambda: identify,
        "parser": lambda: parser(settings),
        "judge": lambda: None if settings.model == "none" else load_event_head(),
    }
    return {name: ports[name]() for name in declared.options if name in ports}


def parser(settings: Settings) -> Any:
    """Give the parser of the model asked for; null for none."""
    return None if settings.model == "none" else remembering(settings.model)


def run(
    tables: Tables,
    scopes: Sequence[Scope] = ("document",),
    settings: Settings = DEFAULTS,
    *,
    but: Collection[Callable[..., Any]] = (),
    only: Sequence[Callable[..., Any]] | None = None,
) -> Tables:
    """Run the stages of some scopes, all `but` some, over tables; each stage finds its inputs by row type, and what several
    stages make of one type is one table. With `only`, the others make empty tables."""
    made: Any = tables.copy()
    fresh: set[type[Row]] = set()
    for function, declared in declarations(*scopes):
        if function in but:
            continue
        if (only is not None and function not in only) or (function is trace and not settings.trace):
            results: Any = tuple(Table.of(t, ()) for t in declared.makes)
        else:
            result = function(*(made[t] for t in declared.takes), **options(declared, settings))
            results = result if isinstance(result, tuple) else (result,)
        for row_type, table in zip(declared.makes, results, strict=True):
            made[row_type] = Table.of(row_type, [*made[row_type], *table]) if row_type in fresh else table
            fresh.add(row_type)
    return made  # type: ignore[no-any-return]  # a mapping that may load its tables when asked


def analyse(captured: Iterable[Captured], settings: Settings) -> Tables:
    """Take captures through every per-document stage. A page on which a stage of analysis breaks keeps its text; one that
    cannot even be cleaned is dropped as `failed`; the others go on."""
    found = [(item, *lay_out(item, extractor=settings.extractor)) for item in captured]
    documents, broken = analysed_layouts([layout for _, layouts, _ in found for layout in layouts], settings)
    known = {doc_id for tables in documents for doc_id in document_ids(tables)}
    captures: list[Capture] = []
    for item, layouts, _ in found:
        ids = known.intersection(document_id(x.external_id, x.url, x.capture_sha256) for x in layouts)
        note = next((layout.note for layout in layouts if layout.note), None)
        captures.append(replace(item.capture, doc_ids=tuple(sorted(ids)), note=note))
    drops = [*broken, *(drop for _, _, kept_out in found for drop in kept_out)]
    return {**joined(documents), Capture: Table.of(Capture, captures), Dropped: Table.of(Dropped, drops)}


def document_ids(tables: Tables) -> Iterator[str]:
    """List the documents among some tables."""
    for row_type, table in tables.items():
        if row_type.__table__ == "documents":
            yield from table.column("doc_id")


def analysed_layouts(layouts: Sequence[Layout], settings: Settings) -> tuple[list[Tables], list[Dropped]]:
    """Take layouts through every per-document stage: all together, which is faster, or one by one where a stage breaks."""
    try:
        return [run({Layout: Table.of(Layout, layouts)}, ("document",), settings)], []
    except Exception:  # some page breaks a stage: which one shows when each is read by itself
        each = [analysed_layout(layout, settings) for layout in layouts]
        return [t for tables, _ in each for t in tables], [d for _, drops in each for d in drops]


def analysed_layout(layout: Layout, settings: Settings) -> tuple[list[Tables], list[Dropped]]:
    """Take one layout through every per-document stage."""
    try:
        return [run({Layout: Table.of(Layout, [layout])}, ("document",), settings)], []
    except Exception as problem:  # the last guard: one page must never end a run, whatever a stage meets in it
        try:
            return [text_alone(layout, problem, settings)], []
        except Exception:  # not even its text can be read: the fault told is the first one
            return [], [failed(layout, problem)]


def text_alone(layout: Layout, problem: Exception, settings: Settings) -> Tables:
    """Keep the text of a page on which a stage of analysis broke; `analysed_because` tells the fault."""
    because = f"a stage failed on it ({type(problem).__name__}: {problem}); a fault of Readout, please report it with the page"
    tables = run({Layout: Table.of(Layout, [layout])}, ("document",), settings, only=(clean, segment))
    kept: list[Document] = [replace(d, analysed=False, analysed_because=because[:2000]) for d in tables[Document]]
    return {**tables, Document: Table.of(Document, kept)}


def failed(layout: Layout, problem: Exception) -> Dropped:
    """Say that a stage broke on a page."""
    because = (
        f"{layout.location}: a stage failed on it ({type(problem).__name__}: {problem}). "
        "This is a fault of Readout; please report it with the page."
    )
    return drop(layout.location, layout.external_id, "failed", because[:2000], layout.capture_sha256)


def joined(parts: list[Tables]) -> Tables:
    """Join tables of many documents by row type, leaving out what is not stored."""
    rows: dict[type[Row], list[Any]] = {}
    for part in parts:
        for row_type, table in part.items():
            if row_type is not Layout:
                rows.setdefault(row_type, []).extend(table)
    return {row_type: Table.of(row_type, found) for row_type, found in rows.items()}


# --- the same, as a function from Arrow table to Arrow table, for any engine -------------------------------------

CAPTURED = ("url", "encoding", "http_date", "content")


def captured_schema() -> pa.Schema:
    """Columns of a batch of captures on its way to a worker."""
    import pyarrow as pa

    from readout.tables import arrow_schema

    texts = [pa.field(name, pa.string()) for name in CAPTURED[:-1]]
    return pa.schema([*arrow_schema(Capture), *texts, pa.field("content", pa.large_binary())])


def bundle_schema() -> pa.Schema:
    """Columns of what a worker gives back: one row per table, its rows as Arrow IPC."""
    import pyarrow as pa

    return pa.schema([("table", pa.string()), ("ipc", pa.large_binary())])


def packed(captured: Iterable[Captured]) -> pa.Table:
    """Make a batch of captures."""
    import pyarrow as pa

    rows = [{**asdict(c.capture), **{n: getattr(c, n) for n in CAPTURED}} for c in captured]
    return pa.Table.from_pylist(rows, schema=captured_schema())


def unpacked(batch: pa.Table) -> Iterator[Captured]:
    """Read a batch of captures back."""
    names = [f.name for f in fields(Capture)]
    for values in batch.to_pylist():
        known = {n: values[n] for n in names}
        capture = Capture(**{**known, "doc_ids": tuple(known["doc_ids"])})
        yield Captured(capture, values["content"], values["url"], values["encoding"], values["http_date"])


def analyse_batch(settings: Settings) -> Callable[[pa.Table], pa.Table]:
    """Give `analyse` as a function an engine can map."""
    return partial(analysed_bundle, settings=settings)


def analysed_bundle(batch: pa.Table, settings: Settings) -> pa.Table:
    """Analyse a batch of captures into a bundle of tables."""
    return bundled({t.__table__: table.to_arrow() for t, table in analyse(unpacked(batch), settings).items()})


def bundled(tables: Mapping[str, pa.Table]) -> pa.Table:
    """Put several tables into one."""
    import pyarrow as pa

    rows = [{"table": name, "ipc": pack(table)} for name, table in tables.items()]
    return pa.Table.from_pylist(rows, schema=bundle_schema())


def unbundled(bundle: pa.Table) -> dict[str, pa.Table]:
    """Take the tables of a bundle out again."""
    return {r["table"]: unpack(r["ipc"]) for r in bundle.to_pylist()}
