"""A large pile is laid out and searched piece by piece: the rows are those of one piece."""

from __future__ import annotations

import pytest

from readout.stages.trace import candidates
from readout.stages.trace import pile as laying
from tests.stages.trace.test_implied import changed, text, words
from tests.stages.trace.test_trace import OTHER, WIRE, page, traced


def test_rows_do_not_depend_on_how_a_pile_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    original = words(120, 1)
    pages = [page(f"p{n}", text(changed(original, {n, n + 2}, 20 + n))) for n in range(6)]
    pages += [page("w1", WIRE, outlet="Norwire"), page("w2", f"{WIRE}\n\n{OTHER}"), page("x", OTHER), page("empty", "")]
    whole = traced(*pages)
    assert len(whole[0]) > 10
    monkeypatch.setattr(laying, "PIECE", 3)
    monkeypatch.setattr(candidates, "PIECE", 150)
    monkeypatch.setattr(candidates, "TEXTS", 2)
    assert traced(*pages) == whole
