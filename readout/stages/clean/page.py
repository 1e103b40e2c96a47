"""page: what a document says of itself: its day, its language, its writers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from readout.lexicon.agencies import agencies
from readout.lexicon.places import places
from readout.ports import LanguageIdentifier
from readout.records import DateCandidate, Layout
from readout.stages.clean.days import read_date_line
from readout.stages.clean.head import dated
from readout.stages.clean.imprints import MONTH_DAY, is_time, read_imprint
from readout.stages.clean.line import Line, Verdict, line_of, name_like
from readout.stages.clean.masthead import masthead
from readout.stages.clean.notes import BY, ROLES, judge_signed
from readout.stages.clean.wires import MACHINE
from readout.text.names_known import folded
from readout.text.page_dates import find_day, read_day

Basis = Literal["meta", "jsonld", "url", "dateline", "inferred", "given", "none"]
TRUST: tuple[tuple[str, Basis], ...] = (
    ("given", "given"), ("feed", "given"), ("jsonld", "jsonld"), ("meta", "meta"), ("time", "meta"), ("url", "url"),
    ("text", "inferred"), ("dateline", "dateline"),
)  # fmt: skip
REVISED = "modified "
COVERED = "en"
FEWEST_LETTERS = 20
SURE = 0.8  # below it short texts of names are taken for any language; whole paragraphs lie above 0.99
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
Judged = Sequence[tuple[Line, Verdict]]


def shown_dates(judged: Judged, captured_at: str | None) -> tuple[DateCandidate, ...]:
    """List the dates in a text's own lines: labelled ones and those beside byline or headline as publication, others as
    the day the page was looked at; none later than the capture."""
    found = [candidate for i in range(len(judged)) for candidate in dates_at(judged, i)]
    return tuple(c for c in dict.fromkeys(found) if not after(c.value, captured_at))


HEAD = 3  # lines below a headline that may be its date line
SHORT = 100  # characters of a line that is none of the text


def dated_below(judged: Judged, i: int) -> bool:
    """Tell whether a short line right below a headline gives a day: then the headline's own is that of what it tells."""
    return any(len(line.text) < SHORT and find_day(line.text) for line, _ in judged[i + 1 : i + 1 + HEAD])


def dates_at(judged: Judged, i: int) -> Iterator[DateCandidate]:
    """Read the date of one line."""
    line, verdict = judged[i]
    if verdict.role == "dateline":
        day = find_day(line.text)
        if day:
            yield DateCandidate(day.iso, "dateline", line.text)
    elif verdict.role in ("title", "kicker") and dated(line) and not dated_below(judged, i):
        day = find_day(line.text)  # an outlet, a number, a day, where no other headline stands: Bulletin no. 9, 4 May 2025
        if day:
            yield DateCandidate(day.iso, "text", line.text)
    elif verdict.role == "page_date" or (verdict.role in ("byline", "boilerplate") and line.length <= 25):
        yield from date_of_line(judged, i)


def date_of_line(judged: Judged, i: int) -> Iterator[DateCandidate]:
    """Read a date line by its label, or by where it stands."""
    line, verdict = judged[i]
    found = read_date_line(line)
    day = found.day if found else getattr(find_day(line.text), "iso", None)
    if found and found.kind == "open":
        day = ordered(line.text, [line.text for line, verdict in judged if verdict.role == "dateline"])
    if found is None and verdict.role == "byline" and day is None:
        day = ordered(line.text, [line.text for line, verdict in judged if verdict.role == "dateline"])
    if day is None:
        return
    if found and found.kind == "viewed":
        yield DateCandidate(day, "page_date", line.text)
    elif found and found.kind == "revised":
        yield DateCandidate(day, "text", REVISED + line.text)
    elif (
        (found and found.kind == "published")
        or verdict.role == "byline"
        or by_the_headline(judged, i, found is not None)
        or signs_off(judged, i)
    ):
        yield DateCandidate(day, "text", line.text)
    else:
        yield DateCandidate(day, "page_date", line.text)


def signs_off(judged: Judged, i: int) -> bool:
    """Tell a line under the article that is nothing but an outlet's name and the day."""
    if any(verdict.role == "body" for _, verdict in judged[i:]) or not any(
        verdict.role == "body" for _, verdict in judged[:i]
    ):
        return False
    parts = [part for part in PARTED.split(judged[i][0].text) if part]
    return len(parts) > 1 and any(map(is_outlet, parts)) and all(is_outlet(part) or is_day(part) for part in parts)


def by_the_headline(judged: Judged, i: int, alone: bool) -> bool:
    """Tell a date below the headline that stands beside the byline or that the page marks; without a weekday, also
    beside the headline."""
    line, roles = judged[i][0], ["byline" if signed(*pair) else pair[1].role for pair in judged]
    if (alone and in_block(judged, i, roles)) or in_masthead(judged, i, roles):
        return True
    if not alone or "title" not in roles[:i]:
        return False
    if line.hint == "date" and "body" not in roles[:i]:
        return True
    beside = set(neighbours(roles, i))
    found = read_date_line(line)
    title = roles.index("title")
    clock = any(verdict.role == "page_date" for _, verdict in judged[:title])
    return "byline" in beside or (quiet(judged, i, roles) and bool(beside & {"title", "deck"})) or (
        bool(beside & {"title", "deck"}) and (clock or (found is not None and found.kind == "bare"))
    )


def quiet(judged: Judged, i: int, roles: Sequence[str]) -> bool:
    """Tell bare text whose head holds nothing of a page's furniture, so that a full date above the text is no clock of a site."""
    first = roles.index("body") if "body" in roles else 0
    if not read_day(judged[i][0].text.strip("*_ ")):
        return False
    return i < first and all(judged[j][0].hint in (None, "h1", "h2") and roles[j] != "boilerplate" for j in range(first))


STROKE = re.compile(r"\s*(?:[|·•]|\s[–—-]\s)\s*")


def in_masthead(judged: Judged, i: int, roles: Sequence[str]) -> bool:
    """Tell a line of bare text with an outlet's name and the day, on top of a page whose head holds no furniture, or right
    under its headline."""
    line = judged[i][0]
    first = roles.index("body") if "body" in roles else len(roles)
    head = [role for j, role in enumerate(roles[:first]) if j != i]
    if line.hint is not None or "title" not in head or i >= first or "boilerplate" in head:
        return False
    parts = [part for part in STROKE.split(line.text) if part]
    days = [part for part in parts if find_day(part)]
    outlets = [part for part in parts if not find_day(part) and agencies().is_publisher(titled(part))]
    return len(parts) > 1 and len(days) == 1 and bool(outlets) and (i == 0 or roles[i - 1] == "title")


LONGEST_BLOCK = 5  # lines above a headline


def in_block(judged: Judged, i: int, roles: Sequence[str]) -> bool:
    """Tell the only day in the head of a page of bare text, between an outlet's name on the first line and the headline, writers
    and credits beside it, as papers print it; where the name is not made like an outlet's, a day without its weekday."""
    title = roles.index("title") if "title" in roles else 0
    if not 0 < i < title <= LONGEST_BLOCK or any(line.hint is not None for line, _ in judged[: title + 1]):
        return False
    if any(find_day(line.text) for j, (line, _) in enumerate(judged[: body_of(roles)]) if j != i):
        return False
    top, between = judged[0][0], [j for j in range(1, title) if j != i]
    names = [titled(part) for part in STROKE.split(re.sub(r"\s*\([^()]*\)$", "", top.text)) if part]
    if not all(roles[j] in ("byline", "source_line", "note") or name_like(judged[j][0].words) for j in between):
        return False
    found = read_date_line(judged[i][0])
    plain = name_like(top.words) or any(top.text in line.text for line, verdict in judged if verdict.role == "dateline")
    bare = found is not None and (found.kind in ("bare", "open") or quiet(judged, i, ("title", *tuple(roles)[1:]))) and plain
    return top.length <= 6 and (is_the_name(top) or any(map(agencies().is_publisher, names)) or bare)


def body_of(roles: Sequence[str]) -> int:
    """Give the place of the first line of the text."""
    return roles.index("body") if "body" in roles else len(roles)


FIGURES = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")


def ordered(figures: str, datelines: Sequence[str]) -> str | None:
    """Read figures that may be day and month either way as the day that a dateline names: `12/03/2025` above `LISK, 12 March`."""
    found = FIGURES.search(figures)
    if found is None:
        return None
    told = {day.iso for line in datelines for words in MONTH_DAY.findall(line) if (day := find_day(f"{words} {found[3]}"))}
    first, second, year = found.groups()
    (either, other) = (f"{year}-{month:0>2}-{day:0>2}" for day, month in ((first, second), (second, first)))
    return next((day for day in (either, other) if told == {day}), None)


def titled(name: str) -> str:
    """Write a name in capitals as names are written."""
    return name.title() if name.isupper() else name


def is_the_name(line: Line) -> bool:
    """Tell `The` with one to three capitalised words, as papers are called."""
    words = line.text.split()
    return (
        line.hint is None and 2 <= len(words) <= 4 and words[0].title() == "The" and all(w[0].isupper() for w in words)
    )


def signed(line: Line, verdict: Verdict) -> bool:
    """Tell a byline, one that names its reports included: `By the Herald desk, compiled from X`."""
    return verdict.role == "byline" or (verdict.role == "source_line" and BY.match(line.text) is not None)


def neighbours(roles: Sequence[str], i: int) -> Iterator[str]:
    """Give the nearest roles above and below a line, furniture and pictures passed over."""
    passed = ("boilerplate", "caption", "credit")
    yield from [role for role in reversed(roles[:i]) if role not in passed][:1]
    yield from [role for role in roles[i + 1 :] if role not in passed][:1]


def published(candidates: Sequence[DateCandidate], captured_at: str | None) -> tuple[str | None, Basis]:
    """Choose the day of publication by trust; a day of revision serves where there is no other, as inferred."""
    good = [c for c in candidates if c.value and ISO_DAY.match(c.value) and not after(c.value, captured_at)]
    for origin, basis in TRUST:
        for c in good:
            if c.origin == origin and not c.raw.startswith(REVISED):
                return c.value[:10], basis  # type: ignore[index]  # not null, see above
    revised = next((c for c in good if c.raw.startswith(REVISED)), None)
    return (revised.value[:10], "inferred") if revised and revised.value else (None, "none")


def after(value: str | None, captured_at: str | None) -> bool:
    """Tell a day later than the capture."""
    return bool(value and captured_at and value[:10] > captured_at[:10])


def language(text: str, declared: str | None, identify: LanguageIdentifier) -> tuple[str | None, bool, str]:
    """Tell the language, whether it is covered, and why. What the page declares only helps where the text is unsure."""
    if sum(map(str.isalpha, text)) < FEWEST_LETTERS:
        return None, False, f"the text has fewer than {FEWEST_LETTERS} letters: too short to tell its language"
    found = identify(text)
    if found is None or (found[1] < SURE and found[0] != (declared or "")[:2].lower()):
        return None, False, "the text does not tell its language surely enough"
    code, probability = found
    reason = f"the text is {code} with probability {probability:.2f}"
    if code == COVERED:
        return code, True, f"{reason}, which is covered"
    return code, False, f"{reason}, which is not covered: read, traced and searched only"


def outlet_above(judged: Judged) -> str | None:
    """Read the outlet off the first line of a page, above its headline."""
    top = next(((line, verdict.role) for line, verdict in judged if verdict.role != "page_date"), None)
    above = masthead(top[0].text) if top and top[1] in ("boilerplate", "kicker") else None
    return above or outlet_in_head(judged) or outlet_of_imprint(judged)


def outlet_of_imprint(judged: Judged) -> str | None:
    """Read the outlet off a line of the head that is an imprint; an agency's page names the agency alone above its headline."""
    roles = [verdict.role for _, verdict in judged]
    if "title" not in roles or "body" not in roles:
        return None
    for i, (line, verdict) in enumerate(judged[: roles.index("body")]):
        if label := LABELLED_OUTLET.match(line.text):
            return label["name"].strip()
        found = read_imprint(line.text) if verdict.role in HEAD_ROLES or line.hint in ("h2", "h3") else None
        if found and (found.outlet or (found.opens_with and not is_place(found.opens_with, judged))):
            return found.outlet or found.opens_with
        if found and found.agency and ((i == 0 and line.hint is None and "title" in roles[1:]) or MACHINE.search(line.text)):
            return found.agency
    return None


def outlet_in_head(judged: Judged) -> str | None:
    """Read the outlet off a bare first line above a date, or off the line of outlet, place and day under the headline."""
    roles = [verdict.role for _, verdict in judged]
    days = [i for i in range(min(len(roles), LONGEST_BLOCK)) if roles[i] == "page_date"]
    if roles[:1] in (["kicker"], ["boilerplate"]) and days and in_block(judged, days[0], roles):
        return titled(judged[0][0].text)
    for line, verdict in judged[: next((i for i, role in enumerate(roles) if role == "body"), 0)]:
        day = find_day(line.text) if verdict.role == "byline" else None
        parts = re.split(r"\s*[|·•,]\s*|\.\s+", line.text.strip("*_ ")) if day else [""]
        signed = parts[1:2] if BY.match(parts[0]) and len(parts) > 1 else []  # By Ada Brenn and staff, Sarn Post, 4 May 2021
        name = next((part for part in signed if is_outlet(part)), parts[0])
        name = re.sub(r"\s*\([^()]*\)$", "", name)  # where it is printed
        own = not agencies().is_agency(name) or MACHINE.search(line.text) is not None
        if name and name != line.text and agencies().is_publisher(name) and own:
            return name
    return None


def is_place(name: str, judged: Judged) -> bool:
    """Tell a name that is a known place, or that the text itself uses as one or speaks of at all."""
    known = folded(name) in places().cities or folded(name) in places().countries or folded(name) in places().regions
    return known or any(name in line.text for line, verdict in judged if verdict.role in ("body", "dateline", "title"))


def is_outlet(name: str) -> bool:
    """Tell a name made like an outlet's from that of an agency."""
    return agencies().is_publisher(name) and not agencies().is_agency(name) and not BY.match(name)


def is_day(text: str) -> bool:
    """Tell a day, maybe without its year, a weekday or a time of day."""
    return find_day(text) is not None or is_time(text)


HEAD_ROLES = frozenset(("kicker", "byline", "deck", "boilerplate", "page_date"))
LABELLED_OUTLET = re.compile(r"(?i)^\W*(?:outlet|publication|publisher|newspaper)\s*:\s*(?P<name>[^\s:].{2,60})$")
LABELLED_TITLE = re.compile(r"(?i)^\W*(?:title|headline)\s*:\s+")
PARTED = re.compile(r"\s*(?:[|·•,*_]|\s[–—-]\s)\s*")


def parted_title(title: str) -> tuple[str, str | None]:
    """Part a headline from its label and from the outlet behind a stroke: `Headline | Outlet`."""
    title = LABELLED_TITLE.sub("", title)
    found = TAIL.match(title)
    if found and is_outlet(found["name"]) and len(found["title"].split()) >= 3:
        return found["title"], found["name"]
    return title, None


TAIL = re.compile(r"^(?P<title>.+\S)\s+[|–—-]\s+(?P<name>[^|–—]{4,40})$")


def writers(layout: Layout, judged: Judged) -> tuple[str, ...]:
    """Name who wrote it: as the format gives it, else as the page's bylines do."""
    if layout.bylines:
        return layout.bylines
    named = [name for line, verdict in judged if verdict.role == "byline" for name in names_in(line)]
    return tuple(dict.fromkeys(named))


AND_STAFF = re.compile(r"\s+and\s+|\s+[Ss]taff\b.*$")


def names_in(line: Line) -> Iterator[str]:
    """List the names of a byline: words before a comma, a place or a role."""
    found = BY.match(line.text)
    if found is None and not judge_signed(line):
        return
    words = line.text[found.end() :] if found else line.text
    if agencies().is_publisher(titled(words.strip(" .*_"))):
        return
    if found is None and find_day(words):  # a line of outlet, place and day names writers only behind `by`
        words = "".join(re.split(r"\b[Bb]y\s+", words)[1:])
    for part in re.split(r"\s*(?:,|;|&|\||\n|•|·|/|\band\b|\bund\b|\bet\b)\s*|\s+[–—-]\s+", words):
        name = re.split(r"\s+(?:in|from|at|for|of|with|aus|mit|on)\s+", part.strip(" .()"))[0]
        if all(map(agencies().is_agency, AND_STAFF.split(name))) or (part != words and agencies().is_publisher(name)):
            continue
        if (
            name_like(name.split())
            and not find_day(part)
            and not ROLES.intersection(name.lower().split())
            and not line_of(0, len(name), name, None).plain.endswith(("writer", "editor"))
        ):
            yield name
