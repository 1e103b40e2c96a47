"""The generated reference is fresh and names every stage, table, command and error code."""

from __future__ import annotations

import pytest

from docs.generate import pages


@pytest.mark.parametrize("path,text", list(pages()), ids=lambda v: getattr(v, "name", ""))
def test_the_reference_is_fresh(path, text: str) -> None:
    assert path.exists() and path.read_text("utf-8") == text, "run `make docs`"
