"""A plan whose deadline has passed, or that a later page tells as done, lies ahead no more."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from readout.web.due import passed


def plan(words: str, trigger: str) -> tuple[Any, Any]:
    """Make a page of 11 March 2031 with one sentence and the event in it."""
    start = words.index(trigger)
    event = SimpleNamespace(doc_id="a", start=start, end=start + len(trigger), status="planned")
    pile = SimpleNamespace(documents={"a": SimpleNamespace(published="2031-03-11")}, words=lambda e: words[e.start : e.end])
    return pile, SimpleNamespace(event=event, sentence=SimpleNamespace(doc_id="a", start=0, end=len(words)))


@pytest.mark.parametrize(("words", "trigger", "last", "over"), [
    ("The men are to be freed by 20 March, the envoy said.", "freed", "2031-03-21", True),
    ("The men are to be freed by 20 March, the envoy said.", "freed", "2031-03-20", False),
    ("The men are to be freed by the end of March.", "freed", "2031-03-21", False),
    ("By 20 March the envoy will have left; the men are to be freed.", "freed", "2031-03-21", False),
    ("The men freed by a court on 3 March will be tried.", "tried", "2031-03-21", False),
])  # fmt: skip
def test_the_day_by_which_something_is_due_passes(words: str, trigger: str, last: str, over: bool) -> None:
    pile, told = plan(words, trigger)
    assert passed(pile, told, last) is over
