"""html_tree: a saved page to its pieces: every stretch of shown text between block boundaries, in reading order."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from readout.ingest.html_marks import BLOCKS, LONGEST, SKIPPED, TAG_HINTS, hint_by_name, is_furniture, names

BREAK = "\0"  # stands for <br> until space is folded; the parser lets no NUL through
SPACE = re.compile(r"[ \t\n\r\f]+(?:(?<=[\t\n\r\f])|(?<=[ \t\n\r\f]{2}))")  # all but single blanks
LAID_OUT = ("\n", "  ", "\t", "\r", "\f")
AROUND_BREAK = re.compile(r" *\0 *")
SEPARATE = ("byline", "date", "credit", "kicker")
LEAVES = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd", "pre"))
KEPT_WHEN_DEEP = re.compile(r"<(?!/?(?:p|br|h[1-6]|title|meta|link|script|style)\b)/?[a-z!?][^<>]*>", re.I)
ANY_TAG = re.compile(r"<[^<>]*>")
RUN = re.compile(r"<p>(?:\s*<p>)+")
UNSEEN = "\u200b\ufeff \xa0\n"
CELL_LIMIT = 160  # mean characters of a cell: tables of figures lie far below, layout tables far above


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of shown text. `furniture`: numbers of the elements around it whose names say furniture;
    `container`: number of the block around it; `linked`: share of its characters inside links."""

    text: str
    hint: str
    furniture: tuple[int, ...]
    container: int
    linked: float


@dataclass(frozen=True, slots=True)
class Frame:
    """What holds inside an open block."""

    hint: str
    furniture: tuple[int, ...]
    number: int
    leaf: bool


def parse(source: str) -> HtmlElement | None:
    """Parse a page; one nested deeper than any real page (256) is flattened first. Null where there is no markup."""
    tree, deep = parsed(source)
    for wholly in (False, True):
        if deep:
            tree, deep = parsed(flattened(source, wholly))
    return tree


def parsed(markup: str) -> tuple[HtmlElement | None, bool]:
    """Parse without network, comments and instructions; tell whether the depth limit cut it off."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        # One class for every element, looked up in C; lxml.html's own lookup asks Python for each.
        parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
        tree = document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None, False
    log = parser.error_log
    return tree, any("depth" in error.message for error in log.filter_from_fatals())


def flattened(source: str, wholly: bool) -> str:
    """Take nesting out of a page: all tags but those of text, or all tags."""
    return RUN.sub("<p>", ANY_TAG.sub("<p>", source) if wholly else KEPT_WHEN_DEEP.sub("<p>", source))


class Gatherer:
    """Walks a tree once and collects its pieces."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.frames = [Frame("p", (), 0, False)]
        self.framing: list[bool] = []
        self.buffer: list[str] = []
        self.links = self.linked = self.counter = 0

    def walk(self, body: HtmlElement) -> list[Piece]:
        """Collect the pieces of a body."""
        walker = etree.iterwalk(body, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                if self.open(element, element.tag):
                    walker.skip_subtree()
            else:
                self.close(element.tag)
                if element is not body:
                    self.add(element.tail)
        if self.buffer:
            self.flush()
        return self.pieces

    def open(self, element: HtmlElement, tag: str) -> bool:
        """Enter an element; tell whether it is done with: nothing in it is shown, or it was taken whole."""
        if tag in SKIPPED or (tag == "table" and self.table(element)):
            self.framing.append(False)
            return True
        frame = self.framed(element, tag)
        self.framing.append(frame is not None)
        if frame is not None:
            if self.buffer:
                self.flush()
            self.frames.append(frame)
        if tag == "br":
            self.buffer.append(BREAK)
        self.links += tag == "a"
        self.add(element.text)
        return False

    def close(self, tag: str) -> None:
        """Leave an element."""
        self.links -= tag == "a"
        if self.framing.pop():
            if self.buffer:
                self.flush()
            self.frames.pop()

    def framed(self, element: HtmlElement, tag: str) -> Frame | None:
        """Give the frame an element opens: blocks do, and inline bylines, dates, credits and furniture outside
        paragraphs, which stand apart on the page as a rule."""
        outer, block = self.frames[-1], tag in BLOCKS
        if not block and outer.leaf:
            return None
        attributes = dict(element.items())
        named = names(attributes) if attributes else ""
        told = "date" if tag == "time" else hint_by_name(named)
        furniture = is_furniture(tag, attributes, named)
        if not block and not furniture and told not in SEPARATE:
            return None
        self.counter += 1
        around = (*outer.furniture, self.counter) if furniture else outer.furniture
        hint = told or TAG_HINTS.get(tag) or "p"
        if hint == "p" or outer.hint in HELD:
            hint = outer.hint if outer.hint in HELD and told not in ("credit", "note") else hint
        return Frame(hint, around, self.counter, tag in LEAVES)

    def add(self, text: str | None) -> None:
        """Take text as it comes."""
        if text:
            self.buffer.append(text)
            if self.links:
                self.linked += len(text)

    def flush(self) -> None:
        """End the stretch: fold its space as a browser does, and cut it where two line breaks make a paragraph."""
        raw, linked = "".join(self.buffer), self.linked
        self.buffer, self.linked = [], 0
        frame = self.frames[-1]
        for text in folded(raw, frame.hint == "pre"):
            share = min(1.0, linked / len(raw))
            self.piece(text, frame, share)

    def piece(self, text: str, frame: Frame, share: float) -> None:
        """Keep a piece; a hint by name counts only for text short enough for it."""
        hint = frame.hint if len(text) <= LONGEST.get(frame.hint, len(text)) else "p"
        self.pieces.append(Piece(text, hint, frame.furniture, frame.number, share))

    def table(self, table: HtmlElement) -> bool:
        """Take a table of data whole, one line a row; tell whether it was one. Tables for layout are walked through."""
        rows = rows_of(table)
        if rows is None:
            return False
        if self.buffer:
            self.flush()
        self.counter += 1
        named = names(table.attrib) if table.attrib else ""
        outer = self.frames[-1]
        around = (*outer.furniture, self.counter) if is_furniture("table", table.attrib, named) else outer.furniture
        frame = Frame("td", around, self.counter, True)
        for caption in table.iterchildren("caption"):
            self.pieces += [Piece(t, "figcaption", around, self.counter, 0.0) for t in [cell_text(caption)] if t]
        text = "\n".join(" | ".join(row) for row in rows)
        self.piece(text, frame, linked_share(table, len(text)))
        return True


HELD = frozenset(("li", "blockquote", "figcaption", "byline", "date", "deck", "note", "credit", "kicker"))
"""Hints that hold for the blocks within."""


def folded(raw: str, preformatted: bool) -> list[str]:
    """Fold layout space to one blank; no-break spaces stay."""
    if preformatted:
        kept = raw.replace(BREAK, "\n").strip("\n\r")
        return [kept] if kept.strip() else []
    text = SPACE.sub(" ", raw) if any(mark in raw for mark in LAID_OUT) else raw
    if BREAK not in text:
        text = text.strip(" ")
        return [text] if text.strip(UNSEEN) else []
    parts = AROUND_BREAK.sub(BREAK, text).strip(" " + BREAK).split(BREAK + BREAK)
    stripped = (part.strip(" " + BREAK).replace(BREAK, "\n") for part in parts)
    return [part for part in stripped if part.strip(UNSEEN)]


def rows_of(table: HtmlElement) -> list[list[str]] | None:
    """Read a table of data; null for one that only lays out the page: nested, of one column, or of long cells."""
    if table.find(".//table") is not None:
        return None
    found = [[" ".join(folded(cell_text(c), False)) for c in row.iterchildren("td", "th")] for row in table.iter("tr")]
    rows = [cells for cells in found if any(cells)]
    wide = sum(1 for cells in rows if len([c for c in cells if c]) > 1)
    cells = [c for row in rows for c in row if c]
    if wide < 2 or wide * 2 < len(rows) or sum(map(len, cells)) > CELL_LIMIT * len(cells):
        return None
    return rows


def cell_text(cell: HtmlElement) -> str:
    """Join the shown text of a cell; blocks in it are apart by a blank."""
    return " ".join(piece.text for piece in Gatherer().walk(cell))


def linked_share(element: HtmlElement, length: int) -> float:
    """Tell which share of an element's text is links."""
    linked = sum(len("".join(a.itertext())) for a in element.iter("a"))
    return min(1.0, linked / max(1, length))


def pieces_of(tree: HtmlElement) -> list[Piece]:
    """List the pieces of a page in reading order."""
    body = tree.find("body")
    return Gatherer().walk(tree if body is None else body)
