"""html_choice: which pieces of a page are its article, from what an extractor took for the main content."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from copy import deepcopy

from lxml import etree
from lxml.html import HtmlElement

from readout.ingest.html_tree import Piece

NOT_WORD = re.compile(r"[\W_]+")
NO_LETTERS = {n: None for n in range(128) if not chr(n).isalnum()}
MARKS = "’“”‘–—…\xa0"  # what stands between the words of English text and is not ASCII
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
AROUND = ("title", "kicker", "deck", "byline", "date", "note")
KEEP_FURNITURE = 0.4  # an element that holds this share of the main text is the page, whatever it is named
FEW = 12  # letters: shorter texts stand anywhere by chance, so they are matched as whole lines only
MOST_ELEMENTS = 50_000  # the longest live pages seen have a fifth of it
TRAFILATURA_ERRORS = (RecursionError, ValueError, TypeError, AttributeError, LookupError, AssertionError)


def by_trafilatura(tree: HtmlElement) -> str:
    """Ask trafilatura for the main content; it works on a copy and fetches nothing. Pages of more elements than any
    article has go to the faster extractor: trafilatura's time grows faster than the page."""
    import trafilatura

    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        return by_resiliparse(tree)
    try:
        found = trafilatura.extract(
            deepcopy(tree), favor_recall=True, include_comments=False, include_tables=True, with_metadata=False
        )
    except TRAFILATURA_ERRORS:  # what it raises on broken trees; the page's own marks then decide
        return ""
    return found or ""


def by_resiliparse(tree: HtmlElement) -> str:
    """Ask resiliparse for the main content. It gets the tree as parsed: the depth of that is bounded. Programs and
    styles, half of a page, are emptied: nobody reads them after this."""
    from resiliparse.extract.html2text import extract_plain_text

    for unseen in tree.iter("script", "style"):
        unseen.text = None
    markup = etree.tostring(tree, encoding="unicode", method="html")
    found = extract_plain_text(markup, main_content=True, comments=False, alt_texts=False, noscript=False)
    return str(found)


EXTRACTORS: dict[str, Callable[[HtmlElement], str]] = {"trafilatura": by_trafilatura, "resiliparse": by_resiliparse}


def key(text: str) -> str:
    """Reduce a text to its letters and digits, for comparing. ASCII goes ten times as fast as by the pattern."""
    if not text.isascii():
        for mark in MARKS:
            text = text.replace(mark, "")
    return (text.translate(NO_LETTERS) if text.isascii() else NOT_WORD.sub("", text)).casefold()


def chosen(pieces: Sequence[Piece], main: str, title: str | None) -> list[tuple[str, Piece]]:
    """Give the pieces of the article with their hints, in reading order: headline and what stands around it, then the
    main content, its gaps filled."""
    keys = [key(piece.text) for piece in pieces]
    taken = matched(pieces, keys, main) or told_by_marks(pieces)
    furniture = true_furniture(pieces, taken)
    taken = {i for i in taken if not furniture.intersection(pieces[i].furniture) or stray_paragraph(pieces[i])}
    if not taken:
        return []
    free = [not furniture.intersection(piece.furniture) for piece in pieces]
    top = headline(pieces, keys, title, min(taken), free)
    kept = taken | filled(pieces, taken, free) | ({top} if top is not None else set())
    kept |= surroundings(pieces, top, kept, free)
    first = top if top is not None else min(kept)
    kept = {i for i in kept if i >= first or (pieces[i].hint in AROUND and first - i <= 5) or long(pieces[i])}
    return [("h1" if i == top else pieces[i].hint, pieces[i]) for i in sorted(kept)]


def long(piece: Piece) -> bool:
    """Tell a paragraph by its length."""
    return len(piece.text) >= 80 and bool(SENTENCE_END.search(piece.text))


def matched(pieces: Sequence[Piece], keys: Sequence[str], main: str) -> set[int]:
    """Find the pieces whose text the extractor kept: long ones anywhere in it, short ones as a line of it."""
    lines = {key(line) for line in main.splitlines()}
    whole = key(main)
    return {i for i, k in enumerate(keys) if k and (k in lines or (len(k) >= FEW and held(k, whole)))}


def held(k: str, whole: str) -> bool:
    """Tell whether a text stands in another, or both its ends do: an extractor may drop a link in the middle."""
    return k in whole or (len(k) > 160 and k[:60] in whole and k[-60:] in whole)


def told_by_marks(pieces: Sequence[Piece]) -> set[int]:
    """Choose by the page's own marks where the extractor found nothing: paragraphs outside furniture."""
    free = {i for i, p in enumerate(pieces) if not p.furniture and p.linked < 0.5}
    prose = {i for i in free if SENTENCE_END.search(pieces[i].text)}
    return (
        prose or {i for i in free if len(pieces[i].text) > FEW} or {i for i, p in enumerate(pieces) if p.linked < 0.5}
    )


def true_furniture(pieces: Sequence[Piece], taken: set[int]) -> set[int]:
    """List the furniture elements of the page, but for those that hold much of its main text."""
    share: Counter[int] = Counter()
    for i in taken:
        share.update(dict.fromkeys(pieces[i].furniture, len(pieces[i].text)))
    total = sum(len(pieces[i].text) for i in taken)
    named = {number for piece in pieces for number in piece.furniture}
    return {number for number in named if share[number] < KEEP_FURNITURE * total}


def stray_paragraph(piece: Piece) -> bool:
    """Tell a full paragraph the extractor kept though one element around it is named like furniture."""
    return (
        long(piece) and len(piece.furniture) == 1 and piece.linked < 0.3 and piece.hint in ("p", "blockquote", "note")
    )


def headline(
    pieces: Sequence[Piece], keys: Sequence[str], title: str | None, first: int, free: Sequence[bool]
) -> int | None:
    """Find the headline: the heading that is the page's title, else the last h1 before the main text."""
    wanted = key(title or "")
    headings = [i for i, p in enumerate(pieces) if p.hint in ("h1", "h2", "h3", "p") and len(p.text) <= 400]
    same = [i for i in headings if wanted and keys[i] == wanted]
    h1 = [i for i in headings if pieces[i].hint == "h1" and keys[i]]
    near = [i for i in headings if pieces[i].hint != "p" and free[i] and alike(keys[i], wanted)]
    for candidates in ([i for i in same if i in h1], [i for i in h1 if i in near], [i for i in same if free[i]], near):
        if candidates:
            return candidates[0]
    before = [i for i in h1 if free[i] and i <= first] or [i for i in h1 if free[i]][:1]
    return before[-1] if before else None


def alike(one: str, other: str) -> bool:
    """Tell two titles of which one is the other, cut or with a name added."""
    short, long_ = sorted((one, other), key=len)
    return len(short) >= FEW and short in long_


def filled(pieces: Sequence[Piece], taken: set[int], free: Sequence[bool]) -> set[int]:
    """Add what the extractor lost between the first and last paragraphs it kept, and last lines of the same blocks."""
    containers = {pieces[i].container for i in taken}
    inside = {i for i in range(min(taken), max(taken)) if free[i] and pieces[i].linked < 0.5}
    after = {
        i for i in range(max(taken) + 1, min(max(taken) + 4, len(pieces)))
        if free[i] and pieces[i].linked < 0.5
        and (pieces[i].container in containers or pieces[i].hint in ("note", "td"))
    }  # fmt: skip
    return inside | after


def surroundings(pieces: Sequence[Piece], top: int | None, kept: set[int], free: Sequence[bool]) -> set[int]:
    """Add what stands around a headline: kicker above it; deck, byline, date, caption below it up to the text; a
    byline or note after the text."""
    first_text = min((i for i in kept if i != top and (top is None or i > top)), default=0)
    start = (top if top is not None else first_text) - 3
    near = range(max(0, start), min(first_text + 1, start + 25))
    below = {i for i in near if free[i] and belongs(pieces[i], top is not None and i > top)}
    last = max(kept)
    after = {
        i
        for i in range(last + 1, min(last + 4, len(pieces)))
        if free[i] and pieces[i].hint in ("byline", "note", "credit")
    }
    return below | after


def belongs(piece: Piece, below: bool) -> bool:
    """Tell what of a page's head is the article's: named pieces, and any text below the headline that is no link."""
    if piece.hint in ("kicker", "byline", "date", "deck", "figcaption", "credit", "note"):
        return below or piece.hint in ("kicker", "date", "byline")
    return below and piece.linked < 0.5 and piece.hint in ("h2", "p", "li", "blockquote") and len(piece.text) > 2
