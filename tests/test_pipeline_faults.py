"""A page on which a stage of analysis breaks keeps its text, and says so; the pages beside it are read in full."""

from __future__ import annotations

from functools import wraps
from pathlib import Path
from typing import Any

import pytest

from readout import pipeline
from readout.api import Record
from readout.reading import Ledger
from readout.stages.detect import detect
from tests.conftest import STORY
from tests.test_bad_input import Read


def test_page_keeps_its_text_when_a_stage_of_analysis_breaks(
    tmp_path: Path, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    (pile / "a.txt").write_text(STORY, "utf-8")

    @wraps(detect)
    def breaks(*tables: Any, **ports: Any) -> Any:
        raise ValueError("a word no rule expected")

    monkeypatch.setattr(pipeline, "STAGES", tuple(breaks if s is detect else s for s in pipeline.STAGES))
    ledger: Ledger = read(pile, workers=1)
    (document,) = Record(tmp_path / "x.readout").documents
    assert ledger.read == 1
    assert document["text"] == STORY
    assert not document["analysed"]
    assert "a word no rule expected" in document["analysed_because"]
