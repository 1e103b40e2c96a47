"""Fields above a Markdown text are read as what the page says of itself, and stay in the text."""

from __future__ import annotations

import pytest

from readout.ingest.front_matter import front_matter

FIELDS = '---\ntitle: "Channel to be widened"\ndate: 2025-03-04\nauthors:\n  - Ana Vero\n  - Pit Los\npublication: The Lasto Mail\n---\n\nText.\n'


def test_fields_of_yaml_and_toml_are_read() -> None:
    found = front_matter(FIELDS)
    assert found is not None
    assert (found.title, found.outlet, found.bylines) == ("Channel to be widened", "The Lasto Mail", ("Ana Vero", "Pit Los"))
    assert [d.value for d in found.dates] == ["2025-03-04"]
    assert FIELDS[found.part.end :].strip() == "Text."
    toml = front_matter("+++\ntitle = 'A fair'\nauthor = \"Ana Vero\"\n+++\nText.\n")
    assert toml is not None
    assert (toml.title, toml.bylines) == ("A fair", ("Ana Vero",))


@pytest.mark.parametrize(
    "text",
    ["---\nThe Lasto Mail, 4 March 2025\n---\nText.", "Title\n---\nText: more\n", "---\n\n---\n", "---\ntitle: open\nText.", ""],
)
def test_what_is_no_block_of_fields_is_none(text: str) -> None:
    assert front_matter(text) is None
