"""days: lines that hold a date: the day of publication where they say so, else the day the page was looked at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from readout.stages.clean.line import SENTENCE_END, Line
from readout.text.page_dates import CLOCK as HOUR
from readout.text.page_dates import find_day, read_day

LABEL = re.compile(
    r"^\W*(?P<label>(?:first\s+|originally\s+)?(?:published|posted|publication\s+date|date\s+published|released|"
    r"issued|created|filed|veröffentlicht(?:\s+am)?|"
    r"erstellt(?:\s+am)?|publié(?:\s+le)?|publicado(?:\s+el)?|pubblicato(?:\s+il)?|date)|"
    r"(?P<revised>(?:last\s+)?(?:updated|modified|edited|revised)|update|aktualisiert(?:\s+am)?|stand|"
    r"mis\s+à\s+jour(?:\s+le)?|actualizado(?:\s+el)?))"
    r"\b\s*(?:on|at|am|le|el)?\s*:?\s*(?=\S)",
    re.I,
)
FIRST_LABEL = re.compile(r"\b(?:(?:first\s+)?published|posted)\b\s*(?:on|at)?\s*:?\s*(?=\S)", re.I)
AGO = re.compile(
    r"^\W*(?:(?:published|posted|updated|last\s+updated)\s*:?\s*)?(?:about\s+)?(?:an?|\d+)\s*(?:seconds?|mins?|"
    r"minutes?|hrs?|hours?|days?|weeks?|months?|h|d)\s+ago\W*$|"
    r"^\W*(?:just\s+now|today|yesterday)(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?)?\W*$",
    re.I,
)
CLOCK = re.compile(r"^\W*\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,5})?\W*$", re.I)
FIGURES = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b")
TODAY = re.compile(r"^\W*(?:today\s+is|today\s*[:,]|heute\s+ist|aujourd['’]hui|hoy\s+es)\s+(?=.{0,30}\d{4})", re.I)
SECOND_LABEL = re.compile(r"\s*(?:[|•·;\n]|\.\s|,?\s(?=(?:updated|first|last|published|posted)\b))\s*", re.I)
BEFORE_REVISION = re.compile(
    r"^(?P<day>.{6,40}?)[\s,;|·•(–—-]+(?:last\s+)?(?:updated?|modified|revised)\b.{0,60}$", re.I
)
OPEN_FIGURES = re.compile(r"^\W*\d{1,2}[/-]\d{1,2}[/-]\d{4}(?P<rest>\W.*)?$")
COUNT = re.compile(r"\b\d+\s+(?:comments?|min|mins|minutes?|views|shares|likes|reads)\b|^(?:by\b|admin$|staff$)", re.I)
VIEWED = re.compile(
    r"(?i)^\W*(?:(?:you|this|the|your|date|day|time|last|first|page|site|article|are|was|is|were)\W+){0,5}?"
    r"(?:view(?:ed|ing|s)?|seen|visit(?:ed|ing)?|accessed|retrieved|loaded|opened|cached|crawled|captured|reading|fetched)\b\W*"
    r"(?:(?:on|at|of|this|the|our|page|site|website|article|text|date|time)\W+){0,4}"
)
Kind = Literal["counted", "published", "revised", "bare", "weekday", "open", "viewed", "none"]


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that holds a date: how it is labelled, and the day where it gives one with its year."""

    kind: Kind
    day: str | None
    words: str


def with_counts(line: Line) -> str | None:
    """Give the day in a line of writer, date and counts between strokes, as content systems print under headlines."""
    parts = [part for part in re.split(r"\s*[|•·]\s*", line.text) if part]
    days = [day for part in parts if (day := read_day(part))]
    others = [part for part in parts if not read_day(part)]
    counted = any(COUNT.search(part) for part in others)
    return days[0] if len(parts) > 1 and days and counted and all(len(part.split()) <= 5 for part in others) else None


def beside_weather(line: Line) -> bool:
    """Tell a full date with a few words or degrees after a stroke, as sites print on top."""
    found = find_day(line.text)
    rest = line.text[found.end :] if found else ""
    return (
        found is not None
        and found.start == 0
        and found.weekday
        and bool(re.match(r"\s*[|•·]\s*\S", rest))
        and not SENTENCE_END.search(rest)
    )


def read_date_line(line: Line) -> DateLine | None:
    """Read a line that holds a date, a label and a time of day, and nothing else; null for any other line."""
    if line.length > 22:
        return None
    looked = VIEWED.match(line.text)
    if looked and (found := find_day(line.text)) and found.start <= looked.end():
        return DateLine("viewed", found.iso, line.text)
    label = LABEL.match(line.text)
    if label is None and (before := BEFORE_REVISION.match(line.text)) and (day := read_day(before["day"])):
        return DateLine("published", day, line.text)
    first = FIRST_LABEL.search(line.text) if label and label["revised"] else None
    if first and (known := labelled(line.text[first.end() :], line)) and known[0]:
        return DateLine("published", known[0], line.text)
    rest = line.text[label.end() :] if label else line.text
    if label and (known := labelled(rest, line)):
        return DateLine("revised" if label["revised"] else "published", known[0], line.text)
    return unlabelled(line)


def labelled(rest: str, line: Line) -> tuple[str | None] | None:
    """Read the day after a label: alone, before a stroke or a second label; unread where figures leave it open."""
    day = read_day(SECOND_LABEL.split(rest, maxsplit=1)[0])
    if day:
        return (day,)
    if FIGURES.match(rest) and line.length <= 6:
        return (None,)
    found = find_day(rest)
    return (found.iso,) if found and line.length <= 12 and not re.search(r"[.!?]$", line.text) else None


def unlabelled(line: Line) -> DateLine | None:
    """Read a date without a label."""
    counted = with_counts(line)
    if counted:
        return DateLine("counted", counted, line.text)
    today = TODAY.match(line.text)
    if today or (line.length <= 10 and beside_weather(line)):
        found = find_day(line.text)
        return DateLine("weekday", found.iso if found else None, line.text)
    if read_day(line.text):
        found = find_day(line.text)
        return DateLine("weekday" if found and found.weekday else "bare", read_day(line.text), line.text)
    figures = OPEN_FIGURES.match(line.text)
    if figures and not HOUR.sub("", figures["rest"] or "", count=1).strip(" .|"):
        return DateLine("open", None, line.text)
    return DateLine("none", None, line.text) if AGO.match(line.text) or CLOCK.match(line.text) else None
