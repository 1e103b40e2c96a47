"""A statement that two public bodies print is issued together; a paper that prints it has it from them."""

from __future__ import annotations

import pytest

from tests.stages.trace.test_trace import OTHER, WIRE, page, traced

ONE, TWO = "Ministry of Ports of Ostmark", "Ministry of Trade of Velden"


def issued(outlet: str) -> tuple[str, str, str]:
    """Trace two pages with one text; give the direction and the two kinds."""
    text = f"Press office, 4 May. The text follows.\n\n{WIRE}"
    pages = page("a", text, outlet=ONE, published="2021-05-04"), page("b", f"{OTHER}\n\n{WIRE}", outlet=outlet, published="2021-05-06")
    reuses, _, _, kinds = traced(*pages)
    (way,) = {r.direction for r in reuses if r.kind != "shared_quote"}
    return way, *(k.kind for k in kinds)


def test_public_bodies_issue_a_text_together_whatever_their_days() -> None:
    assert issued(TWO) == ("same_text", "original", "original")


@pytest.mark.parametrize("outlet", ["The Velden Post", "Velden Cabinet Maker"])
def test_a_paper_copies(outlet: str) -> None:
    assert issued(outlet)[0] != "same_text"
