"""Write the brief: what the pages say, every line footnoted to exact characters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Any

from readout.web.report import http

if TYPE_CHECKING:
    from readout.api import Record

Line = dict[str, Any]
UNNAMED = "Someone the page does not name nearby"


def brief_lines(record: Record) -> list[Line]:
    """Give the lines of the brief: section, text, evidence spans."""
    quotes = [q for q in record.quotes if q["kind"] != "term" and q["words"]]
    return [*said(quotes), *pages(record)]


def said(quotes: Sequence[Line]) -> Iterator[Line]:
    """Who is quoted with which exact words; equal words by one speaker are one line with several footnotes."""
    ordered = sorted(
        quotes, key=lambda q: (q["speaker_name"] is None, q["speaker_name"] or "", same_words(q), q["external_id"])
    )
    for (name, _), group in groupby(ordered, key=lambda q: (q["speaker_name"], same_words(q))):
        found = list(group)
        spans = [{"doc_id": q["doc_id"], "start": s, "end": e} for q in found for s, e in q["content"]]
        yield {"section": "Said", "text": f"{name or UNNAMED}: {found[0]['words']}", "evidence": spans}


def same_words(quote: Line) -> str:
    """Fold quoted words so that equal ones meet."""
    return " ".join(quote["words"].casefold().split()).strip("“”\"'‘’ .,")


def pages(record: Record) -> Iterator[Line]:
    """The pages the brief rests on, each with its digest."""
    for d in sorted(record.documents, key=lambda d: (d["published"] or "9999", d["external_id"])):
        credit = f", credits {d['credited_source']}" if d["credited_source"] else ""
        read = "" if d["analysed"] else f"; not analysed: {d['analysed_because']}"
        what = f"{d['outlet'] or 'outlet not told'}, {d['published'] or 'no date'}: {d['title'] or d['external_id']}{credit}{read}"
        digest = f" (SHA-256 {d['capture_sha256']})"
        spans = [{"doc_id": d["doc_id"], "start": 0, "end": len(d["text"])}]
        yield {"section": "Pages", "text": what + digest, "evidence": spans}


def footnotes(record: Record, lines: Sequence[Line]) -> dict[tuple[str, int, int], int]:
    """Number the evidence of all lines in reading order."""
    numbers: dict[tuple[str, int, int], int] = {}
    for line in lines:
        for span in line["evidence"]:
            numbers.setdefault((span["doc_id"], span["start"], span["end"]), len(numbers) + 1)
    return numbers


def brief_markdown(record: Record) -> str:
    """Write the brief as Markdown with footnotes."""
    lines = brief_lines(record)
    numbers, names = footnotes(record, lines), {d["doc_id"]: d for d in record.documents}
    body = [f"# {record.path.name}", ""]
    for section, group in groupby(lines, key=lambda line: line["section"]):
        body += [f"## {section}", "", *(f"- {markdown(line['text'])}{marks(line, numbers)}" for line in group), ""]
    body += [
        f"[^{n}]: {markdown(names[d]['external_id'])}, characters {s}–{e} ({d})" for (d, s, e), n in numbers.items()
    ]
    return "\n".join(body) + "\n"


def markdown(text: str) -> str:
    """Keep page text from acting as Markdown or HTML."""
    folded = " ".join(text.split())
    return "".join(f"\\{c}" if c in "\\`*_[]<>#|" else c for c in folded)


def marks(line: Line, numbers: dict[tuple[str, int, int], int]) -> str:
    """Give a line's footnote marks."""
    found = sorted({numbers[(s["doc_id"], s["start"], s["end"])] for s in line["evidence"]})
    return "".join(f"[^{n}]" for n in found)


def brief_html(record: Record) -> str:
    """Write the brief as one HTML page with footnotes."""
    lines = brief_lines(record)
    numbers, names = footnotes(record, lines), {d["doc_id"]: d for d in record.documents}
    body = [f"<!doctype html><html lang=en><meta charset=utf-8><title>{escape(record.path.name)}</title>"]
    body += [
        "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\">",
        f"<h1>{escape(record.path.name)}</h1>",
    ]
    for section, group in groupby(lines, key=lambda line: line["section"]):
        items = "".join(f"<li>{escape(line['text'])}{links(line, numbers)}</li>" for line in group)
        body.append(f"<h2>{escape(section)}</h2><ul>{items}</ul>")
    notes = "".join(f"<li id=n{n}>{note(names[d], s, e)}</li>" for (d, s, e), n in numbers.items())
    return "\n".join([*body, f"<h2>Evidence</h2><ol>{notes}</ol></html>"]) + "\n"


def links(line: Line, numbers: dict[tuple[str, int, int], int]) -> str:
    """Give a line's footnote marks as links."""
    found = sorted({numbers[(s["doc_id"], s["start"], s["end"])] for s in line["evidence"]})
    return "".join(f"<sup><a href=#n{n}>{n}</a></sup> " for n in found)


def note(document: Line, start: int, end: int) -> str:
    """Write one footnote: the page, the characters, the words."""
    words = document["text"][start:end]
    shown = words if len(words) <= 400 else words[:400] + "…"
    url = (
        f" <a href='{escape(document['url'])}' rel=noreferrer>{escape(document['url'])}</a>"
        if http(document["url"])
        else ""
    )
    return f"{escape(document['external_id'])}, characters {start}–{end}{url}: <q>{escape(shown)}</q>"
