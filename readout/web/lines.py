"""What a brief is made of: lines with their evidence, in sections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from readout.records import Evidence

Spans = tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One value or wording under a line: what it is (ours), the pages' words, who gives it (ours)."""

    lead: str
    text: str
    note: str
    evidence: Spans


@dataclass(frozen=True, slots=True)
class Line:
    """One statement: `lead` and `note` are ours, `text` is the pages' own words or empty."""

    about: str | None
    lead: str
    text: str
    note: str
    evidence: Spans
    parts: tuple[Part, ...] = ()
    voices: tuple[int, int] | None = None

    @property
    def spans(self) -> Iterator[Evidence]:
        yield from self.evidence
        yield from (span for part in self.parts for span in part.evidence)


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under one heading; `left` of them were cut."""

    name: str
    title: str
    lines: tuple[Line, ...]
    left: int = 0


@dataclass(frozen=True, slots=True)
class Brief:
    """The whole brief; `record` names the record it was made of."""

    title: str
    headline: Line | None
    counts: str
    sections: tuple[Section, ...]
    record: str = ""

    def footnotes(self) -> dict[Evidence, int]:
        """Number the evidence of all lines in reading order."""
        numbers: dict[Evidence, int] = {}
        lines = [self.headline] if self.headline else []
        for line in (*lines, *(line for section in self.sections for line in section.lines)):
            for span in line.spans:
                numbers.setdefault(span, len(numbers) + 1)
        return numbers

    def rows(self) -> Iterator[dict[str, Any]]:
        """Give every line as a row for `--json`."""
        if self.headline:
            yield line_row("headline", self.headline)
        for section in self.sections:
            yield from (line_row(section.name, line) for line in section.lines)


def line_row(section: str, line: Line) -> dict[str, Any]:
    """Write one line as a row."""
    low, high = line.voices or (None, None)
    parts = [
        {"lead": p.lead, "text": p.text, "note": p.note, "evidence": [span_row(e) for e in p.evidence]}
        for p in line.parts
    ]
    return {
        "section": section, "about": line.about, "lead": line.lead, "text": line.text, "note": line.note,
        "voices_low": low, "voices_high": high, "parts": parts, "evidence": [span_row(e) for e in line.evidence],
    }  # fmt: skip


def span_row(span: Evidence) -> dict[str, Any]:
    """Write a span as a row."""
    return {"doc_id": span.doc_id, "start": span.start, "end": span.end}
