"""Pages a second: what Readout does to them, stage by stage, beside the plain extractors on the same pages."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from typing import TYPE_CHECKING, NamedTuple

from readout import pipeline
from readout.engine import PlainEngine
from readout.ingest.captured import Captured
from readout.ingest.find import find
from readout.ingest.lay_out import lay_out
from readout.records import Capture, Layout
from readout.tables import Table

if TYPE_CHECKING:
    import pyarrow as pa

BATCH = 32  # as reading does
EXTRACTOR = "resiliparse"
Work = Callable[["pa.Table"], "pa.Table"]


class Rate(NamedTuple):
    """Pages a second by the clock, and processor milliseconds a page, which a busy machine hardly changes."""

    pages_per_second: float
    cpu_ms_per_page: float


def captures_of(pages: Path, count: int) -> list[Captured]:
    """Take the first pages of a folder."""
    return list(islice((item for item in find([str(pages)]) if isinstance(item, Captured)), count))


def batches(captured: list[Captured]) -> Iterator[pa.Table]:
    """Pack captures as reading hands them to workers."""
    for start in range(0, len(captured), BATCH):
        yield pipeline.packed(captured[start : start + BATCH])


def rate(work: Work, captured: list[Captured], workers: int) -> Rate:
    """Run the work over all pages in worker processes, their start included, and time it."""
    began, before = time.perf_counter(), cpu_seconds()
    for _ in PlainEngine(workers).map(work, batches(captured), pipeline.bundle_schema()):
        pass
    wall = time.perf_counter() - began
    return Rate(len(captured) / wall, (cpu_seconds() - before) / len(captured) * 1000)


def cpu_seconds() -> float:
    """Add up the processor time of this process and of its children that have ended."""
    return sum(u.ru_utime + u.ru_stime for u in map(getrusage, (RUSAGE_SELF, RUSAGE_CHILDREN)))


# --- what is done to a batch -----------------------------------------------------------------------------------


def nothing(batch: pa.Table) -> pa.Table:
    """Take pages out of their batch and do no more: what workers and hand-over cost."""
    return answer(sum(len(item.content) for item in pipeline.unpacked(batch)))


def plain_resiliparse(batch: pa.Table) -> pa.Table:
    """Extract the main text with resiliparse alone."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    trees = (HTMLTree.parse_from_bytes(item.content, "utf-8") for item in pipeline.unpacked(batch))
    return answer(sum(len(extract_plain_text(tree, main_content=True, comments=False)) for tree in trees))


def plain_trafilatura(batch: pa.Table) -> pa.Table:
    """Extract the main text with trafilatura alone, no metadata."""
    from trafilatura import extract

    found = (extract(item.content, include_comments=False) for item in pipeline.unpacked(batch))
    return answer(sum(len(text or "") for text in found))


def up_to_segment(batch: pa.Table) -> pa.Table:
    """Lay out pages and run the stages up to and including `segment`; the rows go back as reading sends them."""
    found = [tables for item in pipeline.unpacked(batch) for tables in laid_out_and_cut(item)]
    return pipeline.bundled({t.__table__: table.to_arrow() for t, table in pipeline.joined(found).items()})


def laid_out_and_cut(item: Captured) -> Iterator[pipeline.Tables]:
    """Take one capture as far as its sentences."""
    layouts, _ = lay_out(item, extractor=EXTRACTOR)
    for layout in layouts:
        tables: pipeline.Tables = {Layout: Table.of(Layout, [layout])}  # type: ignore[dict-item]  # the key is the row type of its table
        for _ in stages_of(tables, up_to="segment"):
            pass
        yield tables


def stages_of(tables: pipeline.Tables, up_to: str | None = None) -> Iterator[str]:
    """Run the per-document stages one after another; give the name of each when it has run."""
    for function, declared in pipeline.declarations("document"):
        made = function(*(tables[t] for t in declared.takes), **pipeline.options(declared))
        tables.update(zip(declared.makes, made if isinstance(made, tuple) else (made,), strict=True))
        yield declared.name
        if declared.name == up_to:
            return


def answer(length: int) -> pa.Table:
    """Give a bundle of one row, to show that the work was done."""
    import pyarrow as pa

    return pa.Table.from_pylist([{"table": str(length), "ipc": b""}], schema=pipeline.bundle_schema())


WORKS: dict[str, Work] = {
    "hand-over alone": nothing,
    "resiliparse alone": plain_resiliparse,
    "trafilatura alone": plain_trafilatura,
    "up to segment": up_to_segment,
    "all stages": partial(pipeline.analysed_bundle, settings=pipeline.Settings(EXTRACTOR)),
}


# --- where the time goes ---------------------------------------------------------------------------------------


def costs(captured: list[Captured]) -> dict[str, float]:
    """Give the processor milliseconds a page spends in each step, in this process."""
    spent: Counter[str] = Counter()
    made: list[pipeline.Tables] = []
    for item in captured:
        clock = time.process_time()
        layouts, _ = lay_out(item, extractor=EXTRACTOR)
        clock = enter(spent, "lay out", clock)
        for layout in layouts:
            tables: pipeline.Tables = {Layout: Table.of(Layout, [layout])}  # type: ignore[dict-item]  # as above
            for name in stages_of(tables):
                clock = enter(spent, name, clock)
            made.append({**tables, Capture: Table.of(Capture, [item.capture])})
    for start in range(0, len(made), BATCH):
        clock = time.process_time()
        tables = pipeline.joined(made[start : start + BATCH])
        pipeline.bundled({t.__table__: table.to_arrow() for t, table in tables.items()})
        enter(spent, "rows to Arrow", clock)
    return {name: seconds / len(captured) * 1000 for name, seconds in spent.items()}


def enter(spent: Counter[str], name: str, since: float) -> float:
    """Book the time since a moment under a name; give this moment."""
    now = time.process_time()
    spent[name] += now - since
    return now
