"""The formats of `readout export`, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from readout.exports.annotations import annotation_rows
from readout.exports.plover import plover_rows
from readout.exports.reports import report_rows
from readout.pile import Pile
from readout.web.citations import bibtex, csl

ROWS: dict[str, Callable[[Pile], Iterable[dict[str, Any]]]] = {
    "reports": report_rows, "plover": plover_rows, "webannotation": annotation_rows,
}  # fmt: skip


def rows_of(name: str, pile: Pile, *, with_text: bool) -> Iterable[dict[str, Any]] | None:
    """Give the rows of a format; null where the name is not one of them (it may be a table)."""
    if name == "plover":
        return plover_rows(pile, with_text=with_text)
    return ROWS[name](pile) if name in ROWS else None


def text_of(name: str, pile: Pile) -> str | None:
    """Give the text of a format for reference managers; null where the name is none."""
    pages = sorted(pile.documents.values(), key=lambda d: d.external_id)
    if name == "bibtex":
        return "\n".join(bibtex(pages))
    if name == "csl":
        import json

        return json.dumps(csl(pages), ensure_ascii=False, indent=1) + "\n" if pages else ""
    return None
