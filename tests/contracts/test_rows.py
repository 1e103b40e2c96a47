"""Rows are frozen, described, and survive the way through Arrow; ids are hashes of natural keys."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.errors import ReadoutError
from readout.ids import make_id
from readout.records import TABLES, Attribution, Block, Document, Sentence
from readout.store.schema import json_schemas, resource
from readout.tables import Table, arrow_schema


@pytest.mark.parametrize("row_type", TABLES, ids=lambda t: t.__table__)
def test_every_table_and_column_is_described(row_type: type) -> None:
    assert row_type.__about__
    assert all(f.metadata["about"] for f in fields(row_type))
    assert resource(row_type, "p", 0, "0")["schema"]["primaryKey"] == list(row_type.__key__)
    assert [f.name for f in arrow_schema(row_type)] == [f.name for f in fields(row_type)]
    assert set(json_schemas()[row_type.__table__]["properties"]) == {f.name for f in fields(row_type)}


def test_rows_are_frozen() -> None:
    block = Block("doc:1", 0, 1, "body", "test")
    with pytest.raises(FrozenInstanceError):
        block.start = 5  # type: ignore[misc]  # the point of the test


def test_nested_rows_come_back_from_arrow() -> None:
    made = Attribution("att:1", "doc:1", "direct", ((0, 3), (5, 9)), (), ((1, 2),), because="test")
    table = Table.of(Attribution, [made])
    assert Table.from_arrow(Attribution, table.to_arrow()) == table


def test_a_table_is_in_key_order_whatever_the_order_of_rows() -> None:
    rows = [Block("doc:1", n, n + 1, "body", "test") for n in (5, 1, 3)]
    assert Table.of(Block, rows) == Table.of(Block, reversed(rows))
    assert Table.of(Block, rows).column("start") == (1, 3, 5)


def test_two_rows_with_one_key_are_refused() -> None:
    with pytest.raises(ReadoutError, match="R030"):
        Table.of(Sentence, [Sentence("sen:1", "doc:1", 0, 1, 0), Sentence("sen:2", "doc:1", 0, 1, 0)])


def test_a_missing_column_is_named() -> None:
    empty = Table.of(Document, []).to_arrow().drop_columns(["url"])
    with pytest.raises(ReadoutError, match=r"R013.*url"):
        Table.from_arrow(Document, empty)


@given(st.lists(st.text() | st.integers() | st.none(), max_size=4), st.lists(st.text() | st.none(), max_size=4))
def test_different_keys_make_different_ids(left: list, right: list) -> None:
    as_text = [None if p is None else str(p) for p in left]
    assert (make_id("x", *left) == make_id("x", *right)) == (as_text == right)
