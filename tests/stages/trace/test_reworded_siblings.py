"""trace: a page that says a machine translated it, and what a reworded page shares with its sibling."""

from __future__ import annotations

from dataclasses import replace

import pytest

from readout.records import Block, Reuse
from readout.stages.trace.betrayals import declared
from readout.stages.trace.rows import as_reworded
from tests.stages.trace.test_direction_heads import document

ROW = Reuse("reu:1", "doc:a", 0, 9, "doc:b", 0, 9, "edited", 0.5, "common_upstream", "copied")


def test_what_a_reworded_page_shares_with_a_sibling_is_reworded() -> None:
    assert as_reworded(ROW, (0, 1), frozenset({1})).kind == "spun"
    assert "right page" in as_reworded(ROW, (0, 1), frozenset({1})).because
    assert as_reworded(ROW, (0, 1), frozenset()).kind == "edited"
    assert as_reworded(ROW, (0, 1), frozenset({0, 1})).kind == "edited"  # two machines
    assert as_reworded(replace(ROW, direction="left_from_right"), (0, 1), frozenset({1})).kind == "edited"


@pytest.mark.parametrize(
    ("line", "role", "tells"),
    [
        ("This text was converted by automatic translation.", "body", True),
        ("Norda, 4 May 2021. Translated by machine.", "byline", True),
        ("Automatically translated from Sarnese.", "note", True),
        ("The firm sells machine translation to three ministries.", "body", False),
        ("Translated by Ada Brenn.", "note", False),
    ],
)
def test_a_page_says_that_a_machine_translated_it(line: str, role: str, tells: bool) -> None:
    page = document(line)
    block = Block(page.doc_id, 0, len(line), role, "of a test")  # type: ignore[arg-type]  # the roles above are such
    assert bool(list(declared(page, [block]))) is tells
