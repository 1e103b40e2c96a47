"""Cut a text into paragraphs and sentences, with exact offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from readout.text.quotations import quotations

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Words that make a stop doubtful, lower case, without the last stop; see `lexicon/abbreviations.toml`."""

    before_name: frozenset[str]
    before_number: frozenset[str]
    may_end: frozenset[str]
    capital_only: frozenset[str]
    starters: frozenset[str]
    names_with_marks: frozenset[str]
    tags: frozenset[str]


# --- paragraphs -----------------------------------------------------------------------------------------------------

BLANK_LINES: Final = re.compile(r"\r?\n[^\S\n]*(?:\r?\n[^\S\n]*)+|\u2029")
LINES: Final = re.compile(r"[^\r\n\u2028\u2029\x85]+")
LINE_END: Final = re.compile(r"([^\s])[^\S\n]*\r?\n[^\S\n]*([^\s])")
WRAPPED_SHARE: Final = 1 / 3
FULL_LINE: Final = 40


def paragraphs(text: str) -> list[Span]:
    """Cut a text into paragraphs at blank lines and, unless its lines are wrapped, at every line end.

    Makes: spans in text order, trimmed of blanks, that cover all that is no blank.
    Cost: linear.
    Method: ours; see `is_wrapped`.
    """
    if not is_wrapped(text):
        return [s for m in LINES.finditer(text) if (s := trimmed(text, *m.span()))]
    edges = [0, *(e for m in BLANK_LINES.finditer(text) for e in m.span()), len(text)]
    return [s for a, b in zip(edges[::2], edges[1::2], strict=True) if (s := trimmed(text, a, b))]


def is_wrapped(text: str) -> bool:
    """Tell whether lines were broken at a margin: of the line ends inside blocks, a third or more go on in lower case.

    A paragraph that is a line of its own ends with a stop, and the next begins with a capital letter; of text broken at
    a margin most lines go on in lower case. A third lies between both habits. Lists of short lower-case items are not
    wrapped lines: lines that go on must be at least 40 characters long on average.
    """
    ends = [m for block in blocks(text) for m in LINE_END.finditer(text, *block)]
    going_on = sum(m[2].islower() and m[1] not in '.!?:;”"' for m in ends)
    if not ends or going_on < WRAPPED_SHARE * len(ends):
        return False
    return len(text) >= FULL_LINE * (len(ends) + 1)


def blocks(text: str) -> Iterator[Span]:
    """Give the stretches between blank lines."""
    edges = [0, *(e for m in BLANK_LINES.finditer(text) for e in m.span()), len(text)]
    yield from zip(edges[::2], edges[1::2], strict=True)


BLANK: Final = re.compile(r"\s*")


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Move both ends of a span over blanks; None where nothing is left."""
    start = BLANK.match(text, start, end).end()  # type: ignore[union-attr]  # matches the empty string too
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


# --- sentences ------------------------------------------------------------------------------------------------------

STOP: Final = re.compile(r"\.(?: \.){2,}|[.!?…‼⁇⁈⁉؟]+|[。！？｡।॥۔።։]+|\n\s*\n")
FULL_WIDTH: Final = frozenset("。！？｡।॥۔።։\n")
LONGEST: Final = 3000
"""Characters a sentence has at most: three times the longest in the news we read; much behind grows with its square. Ours."""
BEFORE: Final = 48  # characters looked back for the word before a stop; longer words are no abbreviations
AHEAD: Final = 60  # characters looked ahead for who spoke
CLOSERS: Final = frozenset(")]}〉》】）*")
FOOTNOTES: Final = re.compile(r"(?: ?\[\d{1,3}\])*")
WORD_BEFORE: Final = re.compile(r"[^\s\"“”«»()\[\]{}<>—–/,;:]*$")
WORD_AFTER: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
NAMED_THEN_WORD: Final = re.compile(r"(?:[A-Z][\w.’'-]*\s+){1,4}([a-z]+)")


@dataclass(frozen=True, slots=True)
class Stop:
    """A doubtful end of a sentence: the mark, and where the sentence would end with its closing marks."""

    start: int
    mark: str
    end: int
    quoted: bool


def sentences(text: str, start: int, end: int, known: Abbreviations) -> list[Span]:
    """Cut one paragraph into sentences.

    A sentence may end inside a quotation of several sentences; closing marks and brackets belong to the sentence before
    them. It never ends inside an abbreviation, a number, an initial or an address. What goes on for more than LONGEST
    characters is no sentence: it is cut between words, where it has words at all.

    Makes: spans in text order that cover all that is no blank. Units: code points. Cost: linear.
    Does not: look beyond the paragraph.
    Method: ours.
    """
    opening, closing = marks(text, start, end)
    made: list[Span] = []
    first = start
    for stop in stops(text, start, end, closing):
        if stop.end > first and ends_sentence(text, first, stop, end, opening, known):
            made += bounded(text, first, stop.end)
            first = stop.end
    return made + bounded(text, first, end)


def bounded(text: str, start: int, end: int) -> list[Span]:
    """Cut a stretch into pieces of at most LONGEST characters, behind a semicolon, a comma or a blank; none is blank."""
    made: list[Span] = []
    while end - start > LONGEST:
        marks = (text.rfind(mark, start + LONGEST // 2, start + LONGEST) for mark in ("; ", ", ", " "))
        at = next((place + 1 for place in marks if place >= 0), start + LONGEST)
        made += [s for s in [trimmed(text, start, at)] if s]
        start = at
    return made + [s for s in [trimmed(text, start, end)] if s]


def marks(text: str, start: int, end: int) -> tuple[frozenset[int], dict[int, int]]:
    """Give where quotations open, and where each closing mark starts and ends."""
    found = quotations(text, [(start, end)]).stretches
    return frozenset(s.start for s in found), {s.inner_end: s.end for s in found if s.closing}


def stops(text: str, start: int, end: int, closing: dict[int, int]) -> Iterator[Stop]:
    """List the doubtful ends, each moved behind the closing marks that follow it."""
    for found in STOP.finditer(text, start, end):
        at, quoted = found.end(), False
        while at < end and (at in closing or text[at] in CLOSERS):
            quoted = quoted or at in closing
            at = closing.get(at, at + 1)
        at = FOOTNOTES.match(text, at, end).end()  # type: ignore[union-attr]  # matches the empty string too
        yield Stop(found.start(), found.group(), at, quoted)


def ends_sentence(text: str, first: int, stop: Stop, end: int, opening: frozenset[int], known: Abbreviations) -> bool:
    """Judge one stop by the word before it and by what follows."""
    if stop.end >= end or stop.mark[0] in FULL_WIDTH:
        return True
    after = BLANK.match(text, stop.end, end).end()  # type: ignore[union-attr]  # matches the empty string too
    before = WORD_BEFORE.search(text, max(first, stop.start - BEFORE), stop.start)
    word = before.group() if before else ""
    if after == stop.end:
        return after in opening or is_glued(text, word, stop, end)
    if after >= end:
        return True
    return begins_sentence(text, after, end, opening) and not goes_on(text, first, stop, word, after, known)


def is_glued(text: str, word: str, stop: Stop, end: int) -> bool:
    """A sentence with no space behind it, as in "the end.The next": lower-case word, stop, capital, lower case."""
    if stop.quoted:
        return text[stop.end].isupper()
    follows = re.match(r"[A-Z][a-z]+[\s,’']|[AI]\s", text[stop.end : min(end, stop.end + 20)])
    return bool(follows) and stop.mark in (".", "!", "?") and word.isalpha() and word.islower() and len(word) > 1


def begins_sentence(text: str, after: int, end: int, opening: frozenset[int]) -> bool:
    """A sentence begins with no lower-case letter, closing or joining mark, quotation marks and brackets aside."""
    while after < end and (after in opening or text[after] in "([{"):
        after += 1
    return after >= end or not (text[after].islower() or text[after] in ",;:)]}-–—―‒/&%")


def goes_on(text: str, first: int, stop: Stop, word: str, after: int, known: Abbreviations) -> bool:
    """The sentence goes on behind the stop although a capital letter or a number follows."""
    next_word = WORD_AFTER.match(text, after)
    following = next_word.group() if next_word else ""
    if stop.mark != ".":
        return is_name_with_mark(text, first, stop, known) or (stop.quoted and is_tag(text, after, stop, known))
    if stop.quoted:
        return False
    if is_number(word) and BLANK.match(text, first).end() == stop.start - len(word):  # type: ignore[union-attr]
        return True  # the number of a list item
    return is_abbreviated(text, word, following, text[after], stop, known)


def is_number(word: str) -> bool:
    return word.isdigit() or (len(word) == 1 and word.isalpha() and word.islower())


def is_name_with_mark(text: str, first: int, stop: Stop, known: Abbreviations) -> bool:
    """A name that is written with its own mark, as "Yahoo!"."""
    before = text[max(first, stop.start - 20) : stop.start + len(stop.mark)].lower().split()
    return any(" ".join(before[-n:]) in known.names_with_marks for n in (1, 2) if before)


def is_tag(text: str, after: int, stop: Stop, known: Abbreviations) -> bool:
    """Behind '"Why?"' a name and a word of saying go on with the sentence."""
    named = NAMED_THEN_WORD.match(text, after, after + AHEAD)
    return bool(named) and named[1] in known.tags  # type: ignore[index]  # not None here


def is_abbreviated(text: str, word: str, following: str, char: str, stop: Stop, known: Abbreviations) -> bool:
    """The stop belongs to an abbreviation or an initial."""
    low, new = word.lower().strip("'’‘-"), following.lower() in known.starters and following[:1].isupper()
    tail = low.rsplit("-", 1)[-1]
    if low in known.capital_only and word.islower():
        return False
    if low in known.before_name or tail in known.before_name:
        return char.isalnum() and not (low == "v" and new)
    if low in known.before_number:
        return char.isdigit()
    if low in known.may_end or is_dotted(word):
        return not new and (char.isalnum() or char in "([") and not ends_time(low, char)
    return is_initial(text, word, stop) and not new and char.isalpha()


def is_dotted(word: str) -> bool:
    """Letters with stops between them, as in U.S or p.m."""
    return "." in word and all(len(part) <= 2 and part.isalpha() for part in word.split("."))


def ends_time(word: str, char: str) -> bool:
    """A time of day before a number, as in "at 4 p.m. 300 people came"."""
    return word in ("a.m", "p.m") and char.isdigit()


def is_initial(text: str, word: str, stop: Stop) -> bool:
    """One capital letter, as in Antony J. Smith; the word I only at the beginning or behind a name."""
    if len(word) != 1 or not word.isupper():
        return False
    before = text[max(0, stop.start - BEFORE) : stop.start - 1].split()
    return word != "I" or not before or before[-1][:1].isupper()


def all_sentences(text: str, within: Sequence[Span], known: Abbreviations) -> list[list[Span]]:
    """Cut several paragraphs, each into its sentences."""
    return [sentences(text, start, end, known) for start, end in within]
