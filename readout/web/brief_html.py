"""Write the brief as one HTML page with footnotes."""

from __future__ import annotations

from dataclasses import dataclass

from readout.pile import Pile
from readout.records import Document, Evidence
from readout.web.altered import reserve
from readout.web.brief_markdown import HOW_TO_READ
from readout.web.families import cited
from readout.web.lines import Brief
from readout.web.pages import fill
from readout.web.phrases import quoted

QUOTED = 400  # characters of a footnote's words


@dataclass(frozen=True, slots=True)
class Note:
    """One footnote: its number, the page, the span, the words."""

    number: int
    page: Document
    span: Evidence
    words: str


def footnotes(brief: Brief, pile: Pile) -> list[Note]:
    """Give the footnotes of a brief with their words."""
    made = []
    for span, number in brief.footnotes().items():
        made.append(Note(number, pile.documents[span.doc_id], span, quoted(pile, span, QUOTED)))
    return made


def brief_html(brief: Brief, pile: Pile) -> str:
    """Write the whole page."""
    numbers = brief.footnotes()
    return fill("brief.html.jinja", brief=brief, numbers=numbers, notes=footnotes(brief, pile),
                captures=cited(pile, numbers), how_to_read=HOW_TO_READ, reserve=reserve(brief))  # fmt: skip
