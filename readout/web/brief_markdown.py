"""Write the brief as Markdown with footnotes; page text can act neither as Markdown nor as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from readout.pile import Pile
from readout.records import Evidence
from readout.web.altered import reserve
from readout.web.families import cited
from readout.web.lines import Brief, Line, Part
from readout.web.phrases import counted, quoted

Numbers = Mapping[Evidence, int]
QUOTED = 220  # characters of a footnote's words
HOW_TO_READ = (
    "The title tells whom the pages are about, and when they were written. Sentences are the pages' "
    "own words; labels in bold and remarks in italics are Readout's. Voices are distinct origins: a copy adds none. “1 to 2"
    " voices” where two pages may go back to one text; pages that likely tell the same in other words are counted apart. It "
    "says what is reported, not whether it is true."
)


def brief_markdown(brief: Brief, pile: Pile) -> str:
    """Write the whole brief."""
    numbers = brief.footnotes()
    body = [f"# {escaped(brief.title)}", ""]
    if brief.headline:
        body += [f"**{escaped(brief.headline.text)}**{under_reserve(brief)}{marks(brief.headline.evidence, numbers)}", ""]
    body += [escaped(brief.counts), "", f"*Record: {escaped(brief.record)}. {HOW_TO_READ}*", ""]
    for section in brief.sections:
        body += [f"## {section.title}", "", *chain.from_iterable(item(line, numbers) for line in section.lines)]
        if section.left:
            body += [f"- *{counted(section.left, 'more line') if section.lines else unsure(section.left)}: `readout brief --full`*"]
        body.append("")
    body += ["## Captures cited", "", *captures(pile, numbers), ""]
    return "\n".join([*body, *(footnote(pile, span, n) for span, n in numbers.items())]) + "\n"


def unsure(lines: int) -> str:
    """Say that a part has lines, none of which is likely enough to be right to stand in a short brief."""
    return f"nothing sure enough to stand here; {counted(lines, 'line')} less sure"


def item(line: Line, numbers: Numbers) -> Iterator[str]:
    """Write one line with its parts."""
    yield f"- {told(line)}{marks(line.evidence, numbers)}"
    yield from (f"    - {told(part)}{marks(part.evidence, numbers)}" for part in line.parts)


def told(one: Line | Part) -> str:
    """Write lead, text and note."""
    stop = "" if one.lead[-1:] in ".:!?" else "."
    pieces = [f"**{escaped(one.lead)}{stop}**"] * bool(one.lead)
    pieces += [escaped(one.text)] * bool(one.text) + [f"*({escaped(one.note)})*"] * bool(one.note)
    return " ".join(pieces)


def under_reserve(brief: Brief) -> str:
    """Say behind the headline whose words it is in, where these are no page's own."""
    said = reserve(brief)
    return f" *({escaped(said)})*" if said else ""


def escaped(text: str) -> str:
    """Keep text from acting as Markdown or HTML."""
    folded = " ".join(text.split())
    return "".join(f"\\{c}" if c in "\\`*_[]<>#|~" else c for c in folded)


def marks(spans: Iterable[Evidence], numbers: Numbers) -> str:
    """Give footnote marks."""
    return "".join(f"[^{n}]" for n in sorted({numbers[s] for s in spans}))


def footnote(pile: Pile, span: Evidence, number: int) -> str:
    """Write one footnote: the page, its day, the characters, the words."""
    page = pile.documents[span.doc_id]
    shown = quoted(pile, span, QUOTED)
    day = page.published or "no date"
    return f"[^{number}]: {escaped(page.external_id)}, {day}, characters {span.start}–{span.end}: “{escaped(shown)}”"


def captures(pile: Pile, numbers: Numbers) -> Iterator[str]:
    """List the captures behind the footnotes with their digests."""
    for d in cited(pile, numbers):
        yield f"- {escaped(d.external_id)}: SHA-256 `{d.capture_sha256}`"
