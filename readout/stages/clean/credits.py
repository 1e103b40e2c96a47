"""credits: whom a line of a page's head, its first paragraph or its last line credits, in the forms that papers print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from readout.lexicon.agencies import agencies
from readout.stages.clean.line import Line, line_of
from readout.stages.clean.notes import SOURCE, STAFF, names_publisher, origin_words
from readout.stages.clean.wires import LETTERS, head_of
from readout.text.page_dates import find_day

if TYPE_CHECKING:
    from readout.stages.clean.upstream import Placed


def of_staff(line: Line) -> bool:
    """Tell a short line that opens with the people of an outlet: `Staff writer, with X`."""
    return line.length <= LONGEST_STAFF and OPENS_STAFF.match(line.text) is not None


def joined(text: str) -> Iterator[str]:
    """Read a name made like an agency's behind `and` and a writer, and one made like an outlet's behind `and` and its people:
    `By Ada Brenn and Norda Press`, `Our foreign desk and Radio Sarn`."""
    for found in JOINED.finditer(text):
        first, who = found["first"], found["who"]
        if not LISTS.search(who) and (
            agencies().signs(who) or (OPENS_STAFF.match(first) and agencies().is_publisher(who))
        ):
            yield who


LISTS = re.compile(r"(?i)\b(?:reports|services|agencies|wires)$")  # nobody by name
LONGEST_STAFF = 10  # words
OPENS_STAFF = re.compile(
    rf"(?i)^\W*(?:(?:by|from)\s+)?(?:(?:our|its|the)\s+)?(?:own\s+)?(?:[\w’'-]+\s+){{0,3}}?(?:{'|'.join(STAFF)}|staff\s+writers?|"
    r"writers?|reporters?|correspondents?)\b"
)
JOINED = re.compile(
    r"(?P<first>[\w’'. -]{3,60}?),?\s+and\s+(?:the\s+)?"
    r"(?P<who>[A-ZÀ-Þ][\w’'-]+(?:\s+[A-ZÀ-Þ][\w’'-]+){1,3})(?=\s*(?:$|[,;|•·()\n]))"
)


def segments(placed: Sequence[Placed]) -> Iterator[tuple[str, str]]:
    """Read what a line of the head says behind its outlet and its day: `Sarn Post, 4 May 2021. Source: Norda`."""
    for p in head_of(placed):
        for line in p.line.text.strip("*_ ").split("\n") if p.role != "dateline" else ():
            day = find_day(line)
            parts = [s for s in SEGMENTS.split(line[day.end :] if day else line) if s.strip(" .*_")]
            for part in parts if day else parts[1:]:
                yield from ((who, p.line.text) for who in credit_in(part.strip(" .*_")))


SEGMENTS = re.compile(r"\s*[|·•;/]\s*|\.\s+|\s+[–—-]\s+|,\s+(?=(?i:with|from|via|source|text|based|edited|adapted)\b)")
LED = re.compile(
    r"(?i)^(?:from|via|with|text\s*:|words\s*:|report\s*:|story\s*:|agency\s*:|copy\s*:)\s+(?:the\s+)?(?P<who>.+)$"
)


def credit_in(words: str) -> Iterator[str]:
    """Read a credit that is part of a line."""
    line = line_of(0, len(words), words, None)
    if found := SOURCE.match(words):
        yield found["who"]
    elif who := origin_words(line):
        yield who
    elif (found := LED.match(words)) and is_named(found["who"]):
        yield found["who"]


def is_named(who: str) -> bool:
    """Tell a name that an agency signs with, or one made like an outlet's."""
    return agencies().signs(who) or agencies().is_publisher(who) or LETTERS.match(who) is not None


def at_the_end(placed: Sequence[Placed]) -> Iterator[tuple[str, str]]:
    """Read a publisher's name alone on the last line of a page."""
    last = placed[-1] if placed else None
    if last and last.role == "source_line" and names_publisher(last.line):
        yield last.line.text.strip(" ()[].*_–—-"), last.line.text


def second_name(placed: Sequence[Placed]) -> Iterator[tuple[str, str]]:
    """Read a publisher's name alone on a line between headline and text: beside the outlet's own it is that of the source."""
    titles = [i for i, p in enumerate(placed) if p.role == "title"]
    for p in placed[titles[0] + 1 :] if titles else ():
        if p.role == "body":
            return
        if p.role in ("byline", "kicker") and names_publisher(p.line):
            yield p.line.text.strip(" ()[].*_–—-"), p.line.text


def lead(placed: Sequence[Placed]) -> Iterator[tuple[str, str]]:
    """Read whose report the whole first paragraph is, at its end: `..., the agency Norda reports.`"""
    first = next((p.line.text for p in placed if p.role == "body"), "")
    found = REPORTS.search(first) or REPORT_IN.search(first)
    if found and (found["kind"] or agencies().signs(found["who"]) or agencies().is_publisher(found["who"])):
        yield found["who"], found.group().strip(" ,")


REPORTS = re.compile(
    r",\s+(?:(?:the\s+)?(?P<kind>(?:news\s+)?agency|(?:news)?paper|daily|weekly|broadcaster|magazine)\s+)?"
    r"(?P<who>(?:[Tt]he\s+)?[A-ZÀ-Þ][\w’'-]+(?:\s+(?:(?:of|de|do|da|del|di|du)\s+)?[A-ZÀ-Þ][\w’'-]+){0,3})(?:\s+(?:news\s+)?agency)?"
    r"\s+(?:reports|reported|has\s+reported|writes|wrote)\.$"
)
REPORT_IN = re.compile(
    r",\s+according\s+to\s+(?:a|the)\s+report\s+(?:in|by|from|on)\s+(?P<kind>(?:the\s+)?(?:news\s+agency|newspaper|daily|weekly)\s+)?"
    r"(?P<who>(?:[Tt]he\s+)?[A-ZÀ-Þ][\w’'-]+(?:\s+(?:(?:of|de|do|da|del|di|du)\s+)?[A-ZÀ-Þ][\w’'-]+){0,3})\.$"
)
