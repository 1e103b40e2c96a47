"""A pile traced by way of files gives the rows of the stage, however its pages, pairs and families are cut."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from readout.demo import pages_path
from readout.ingest.captured import Captured
from readout.ingest.find import find
from readout.ingest.lay_out import lay_out
from readout.pipeline import Settings, run
from readout.records import (
    TABLES,
    Attribution,
    Block,
    Document,
    Kind,
    Layout,
    Lineage,
    Recurrence,
    Reuse,
    Row,
    Sentence,
    Voice,
)
from readout.stages.recur import recur
from readout.stages.segment import segment
from readout.stages.trace import background, trace
from readout.tables import Table
from readout.tracing import batches, families, laid, likenesses, traced
from tests.stages.trace.test_background import OTHERS, REWRITE, SPUN
from tests.stages.trace.test_trace import OTHER, WIRE, page

TAKEN: tuple[type[Row], ...] = (Document, Block, Recurrence, Sentence, Attribution)
Tables = tuple[Table[Any], ...]


def streamed(tables: Tables, folder: Path) -> list[Table[Any]]:
    """Trace tables by way of files."""
    import pyarrow as pa
    import pyarrow.parquet as parquet

    for table in tables:
        parquet.write_table(table.to_arrow(), folder / f"{table.row_type.__table__}.parquet")
    found = traced(folder, folder)
    made = [(row_type, list(parts)) for row_type, parts in found]
    for row_type, parts in made:
        keys = [tuple(row[k] for k in row_type.__key__) for part in parts for row in part.to_pylist()]
        assert keys == sorted(keys), f"{row_type.__table__} is not in the order of its key"
    rows = {t: Table.from_arrow(t, pa.Table.from_batches(parts)) if parts else Table.of(t, []) for t, parts in made}
    return [rows[t] for t in (Reuse, Lineage, Voice, Kind)]


def cut_small(patch: pytest.MonkeyPatch, pages: int) -> None:
    """Make every batch a few pages or pairs."""
    for module, name in ((laid, "PIECE"), (batches, "TEXTS"), (families, "PAGES")):
        patch.setattr(module, name, pages)
    for module in (batches, likenesses):
        patch.setattr(module, "MOST_PAIRS", 2 * pages)
    patch.setattr(laid, "RANGE_WORDS", 200 * pages)


@cache
def demo() -> Tables:
    """Give what `trace` takes of the demo pages, read without a model."""
    found = [item for item in find([str(pages_path())]) if isinstance(item, Captured)]
    layouts = Table.of(Layout, [layout for item in found for layout in lay_out(item)[0]])
    made = run({**{t: Table.of(t, ()) for t in TABLES}, Layout: layouts}, ("document",), Settings(model="none"))
    made[Recurrence] = recur(made[Document], made[Block])
    return tuple(made[t] for t in TAKEN)


def pile(pages: Sequence[Document]) -> Tables:
    """Give what `trace` takes of plain pages."""
    documents = Table.of(Document, pages)
    blocks = Table.of(Block, [Block(d.doc_id, 0, len(d.text), "body", "given") for d in pages])
    return documents, blocks, Table.of(Recurrence, []), segment(documents, blocks), Table.of(Attribution, [])


def mixed(count: int) -> list[Document]:
    """Write pages of one to three stretches of a few texts, words dropped here and there, some pages equal."""
    chance = random.Random(3)
    sentences = [s.strip() + "." for text in (WIRE, OTHER) for s in text.replace("\n\n", " ").split(". ")]
    quoted = "“We shall not open the gates before the water falls below the lower mark of the old bridge,” said Marn."
    made = []
    for number in range(count):
        parts = chance.sample(sentences, chance.randint(2, 5)) + [quoted] * (chance.random() < 0.4)
        words = [w for part in parts for w in part.split() if chance.random() > 0.08 * (number % 3)]
        credit = "Norwire" if number % 7 == 0 else None
        made.append(page(f"p{number:03}", " ".join(words), outlet=["Norwire", "Vale Post", None][number % 3], credited_source=credit))
        if number % 6 == 0:
            made.append(page(f"q{number:03}", made[-1].text))
    return made


@pytest.mark.parametrize("pages", [11, 1000])
def test_the_demo_streamed_gives_the_rows_of_the_stage(pages: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cut_small(monkeypatch, pages)
    assert streamed(demo(), tmp_path) == list(trace(*demo()))


@pytest.mark.parametrize("pages", [2, 7])
def test_copies_quotations_and_equal_pages_streamed(pages: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cut_small(monkeypatch, pages)
    tables = pile(mixed(60))
    assert streamed(tables, tmp_path) == list(trace(*tables))


@pytest.mark.parametrize("together", [3, 2048])
def test_suspected_background_streamed(together: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cut_small(monkeypatch, 2)
    monkeypatch.setattr(background, "TOGETHER", together)
    tables = pile([SPUN, REWRITE, *OTHERS, *mixed(12)])
    made = trace(*tables)
    assert streamed(tables, tmp_path) == list(made)
    assert any(r.because.startswith("suspected") for r in made[0])


def test_nothing_streamed_gives_nothing(tmp_path: Path) -> None:
    assert [len(t) for t in streamed(pile([]), tmp_path)] == [0, 0, 0, 0]


def test_a_wire_with_more_reprints_than_every_pair_streamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cut_small(monkeypatch, 9)
    tables = pile([page(f"w{n:03}", WIRE if n % 2 else WIRE.replace("40", str(n))) for n in range(130)])
    assert streamed(tables, tmp_path) == list(trace(*tables))
