"""markdown: the roles that Markdown's marks give to stretches of its text; the text itself stays, marks and all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readout.records import Part

HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]|$)")
UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]+\S")
QUOTE = re.compile(r" {0,3}>")
FENCE = re.compile(r" {0,3}(```|~~~)")
RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
Line = tuple[int, int, str]


def parts_of_markdown(text: str) -> tuple[Part, ...]:
    """Cut Markdown into blocks with the tag each would become (CommonMark block structure, without nesting)."""
    return tuple(Part(start, end, hint) for start, end, hint in joined(hinted(lines_of(text))))


def lines_of(text: str) -> Iterator[Line]:
    """Give the lines with their spans, ends left out."""
    for found in LINE.finditer(text):
        words = found.group().rstrip("\r\n")
        if found.group():
            yield found.start(), found.start() + len(words), words


def hinted(lines: Iterator[Line]) -> Iterator[tuple[int, int, str | None, bool]]:
    """Give each line its tag, null for a blank one, and whether it opens a block of its own."""
    fenced = False
    for start, end, words in lines:
        if FENCE.match(words):
            fenced = not fenced
            yield start, end, "pre", fenced
        elif fenced:
            yield start, end, "pre", False
        else:
            yield start, end, *tag_of(words)


def tag_of(words: str) -> tuple[str | None, bool]:
    """Tell the tag of a line outside code and whether it opens a block."""
    if not words.strip():
        return None, True
    if found := HEADING.match(words):
        return f"h{len(found.group(1))}", True
    if found := UNDERLINE.match(words):
        return ("h1" if found.group(1)[0] == "=" else "h2"), False
    if RULE.match(words):
        return "hr", True
    if QUOTE.match(words):
        return "blockquote", False
    return ("li", True) if ITEM.match(words) else ("p", False)


def joined(lines: Iterator[tuple[int, int, str | None, bool]]) -> Iterator[tuple[int, int, str]]:
    """Join lines into blocks: a line that opens none goes on with the block above it."""
    block: tuple[int, int, str] | None = None
    for start, end, hint, opens in lines:
        if block and hint and not opens and continues(block[2], hint):
            block = (block[0], end, hint if is_underline(block[2], hint) else block[2])
            continue
        if block:
            yield block
        block = None if hint is None else (start, end, "hr" if hint == "h2" and not opens else hint)
    if block:
        yield block


def continues(above: str, hint: str) -> bool:
    """Tell whether a line goes on with the block above: its own kind, a lazy line of text, a heading's underline."""
    return above == hint or (hint == "p" and above in ("li", "blockquote")) or is_underline(above, hint)


def is_underline(above: str, hint: str) -> bool:
    """Tell a paragraph whose underline makes it a heading."""
    return above == "p" and hint in ("h1", "h2")
