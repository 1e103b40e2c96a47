"""Laws that hold for every stage, over the demo pages and over nothing."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from readout.demo import pages_path
from readout.ingest.captured import Captured
from readout.ingest.find import find
from readout.ingest.lay_out import lay_out
from readout.pipeline import STAGES, Settings, Tables, options, run
from readout.records import TABLES, Layout
from readout.stage import declaration
from readout.tables import Table

stages = pytest.mark.parametrize("function", STAGES, ids=lambda s: s.__name__)
pytestmark = pytest.mark.xdist_group("tables of the demo")  # one worker makes them, once


@cache
def demo() -> Tables:
    """Every table the stages make of the demo pages, held in memory."""
    found = [item for item in find([str(pages_path())]) if isinstance(item, Captured)]
    layouts = Table.of(Layout, [layout for item in found for layout in lay_out(item)[0]])
    nothing = {t: Table.of(t, ()) for t in TABLES}
    return run(run({**nothing, Layout: layouts}), ("corpus", "story"), Settings(trace=True))


def call(function: Callable[..., Any], tables: Tables) -> tuple[Table[Any], ...]:
    declared = declaration(function)
    made = function(*(tables[t] for t in declared.takes), **options(declared))
    return made if isinstance(made, tuple) else (made,)


@cache
def made_of_demo(function: Callable[..., Any]) -> tuple[Table[Any], ...]:
    """What a stage makes of the demo pages, called once for all laws."""
    return call(function, demo())


@stages
def test_nothing_in_nothing_out(function: Callable[..., Any]) -> None:
    declared = declaration(function)
    made = call(function, {t: Table.of(t, []) for t in declared.takes})
    assert [len(table) for table in made] == [0] * len(declared.makes)
    assert tuple(table.row_type for table in made) == declared.makes


@stages
def test_the_same_rows_again_and_inputs_unchanged(function: Callable[..., Any]) -> None:
    tables = demo()
    before = {t: hash(tables[t]) for t in declaration(function).takes}
    assert made_of_demo(function) == call(function, tables)
    assert before == {t: hash(tables[t]) for t in before}


@stages
def test_the_order_of_rows_does_not_matter(function: Callable[..., Any]) -> None:
    tables = dict(demo())
    expected = made_of_demo(function)
    for t in declaration(function).takes:
        rows = list(tables[t])
        random.Random(7).shuffle(rows)
        tables[t] = Table(t, tuple(rows))
    assert call(function, tables) == expected


@stages
def test_a_document_stage_gives_each_document_the_rows_it_has_alone(function: Callable[..., Any]) -> None:
    declared = declaration(function)
    if declared.scope != "document" or Layout in declared.takes:
        pytest.skip("only stages that take documents page by page")
    tables = demo()
    together = made_of_demo(function)
    first = tables[declared.takes[0]][0].doc_id
    alone = call(function, {t: Table(t, tuple(r for r in tables[t] if r.doc_id == first)) for t in declared.takes})
    assert [t.rows for t in alone] == [tuple(r for r in t if r.doc_id == first) for t in together]


@stages
def test_every_span_lies_in_its_text(function: Callable[..., Any]) -> None:
    texts = {d.doc_id: d.text for t, table in demo().items() if t.__table__ == "documents" for d in table}
    for table in made_of_demo(function):
        for made in table:
            if hasattr(made, "start"):
                assert 0 <= made.start < made.end <= len(texts[made.doc_id])
            for part in ("content", "cue", "source"):
                for start, end in getattr(made, part, ()):
                    assert 0 <= start < end <= len(texts[made.doc_id])


@stages
def test_every_judgement_says_why(function: Callable[..., Any]) -> None:
    for table in made_of_demo(function):
        assert all(made.because.strip() for made in table if hasattr(made, "because"))


@stages
def test_the_docstring_declares(function: Callable[..., Any]) -> None:
    declared = declaration(function)
    assert declared.about and declared.version >= 1
    assert {t.__table__ for t in declared.makes}
