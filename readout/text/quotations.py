"""Find every stretch of quoted words of a text, and a reason for every mark that is none.

Marks open and close per paragraph. Where a paragraph ends inside a quotation and the next one re-opens with the same
mark, both stretches are of one `group`: in edited English each paragraph of a long quotation re-opens and only the
last one closes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from readout.text.mark_grammar import LoneMark, Span, Stretch, read_paragraph, trimmed_end


@dataclass(frozen=True, slots=True)
class Quotations:
    """All stretches in text order, and all marks that belong to none."""

    stretches: tuple[Stretch, ...]
    lone: tuple[LoneMark, ...]


def quotations(text: str, paragraphs: Sequence[Span]) -> Quotations:
    """Find every stretch of quoted words in the given paragraphs, and explain every other mark.

    Makes: each character that may be a quotation mark is the opening or closing of a stretch, or a LoneMark.
    Units: code points. Cost: linear.
    Method: ours. A mark is read by what stands beside it and by what is open; see `opens`.
    """
    stretches: list[Stretch] = []
    lone: list[LoneMark] = []
    for number, (start, end) in enumerate(paragraphs):
        read = read_paragraph(text, start, end, number)
        stretches += nested(read.stretches)
        lone += read.lone
    return Quotations(tuple(grouped(text, stretches, paragraphs)), tuple(sorted(lone, key=lambda m: m.start)))


# --- depth and groups -----------------------------------------------------------------------------------------------


def nested(stretches: list[Stretch]) -> list[Stretch]:
    """Put the stretches of a paragraph in text order and number their depth."""
    made: list[Stretch] = []
    ends: list[int] = []
    for s in sorted(stretches, key=lambda s: (s.start, -s.end)):
        while ends and ends[-1] <= s.start:
            ends.pop()
        made.append(replace(s, depth=len(ends)))
        ends.append(s.end)
    return made


def grouped(text: str, stretches: list[Stretch], paragraphs: Sequence[Span]) -> list[Stretch]:
    """Number the quotations; one that runs over paragraphs keeps its number."""
    made: list[Stretch] = []
    outer: Stretch | None = None
    for number, s in enumerate(stretches):
        if outer is not None and s.depth == 0 and runs_on(text, outer, s, paragraphs):
            s = replace(s, group=outer.group)
        else:
            s = replace(s, group=number)
        outer = s if s.depth == 0 else outer
        made.append(s)
    return made


def runs_on(text: str, left: Stretch, right: Stretch, paragraphs: Sequence[Span]) -> bool:
    """The left stretch ends its paragraph unclosed and the right one re-opens at the start of the next."""
    starts, ends = paragraphs[right.paragraph][0], paragraphs[left.paragraph][1]
    return (
        not left.closing
        and left.paragraph + 1 == right.paragraph
        and left.opening == right.opening
        and left.end == trimmed_end(text, left.start, ends)
        and not text[starts : right.start].strip()
    )
