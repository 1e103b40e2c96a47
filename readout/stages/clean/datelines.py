"""datelines: the place, day and agency before the first sentence of a report."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from readout.lexicon.agencies import agencies
from readout.lexicon.places import places
from readout.text.names_known import folded
from readout.text.page_dates import MONTH, find_day

CAPITALS = r"[A-ZÀ-ÖØ-ÞŁŚŻČŠŽ][A-ZÀ-ÖØ-ÞŁŚŻČŠŽ.'’-]+(?:[ /][A-ZÀ-ÖØ-ÞŁŚŻČŠŽ][A-ZÀ-ÖØ-ÞŁŚŻČŠŽ.'’-]*){0,3}"
TITLED = r"[A-ZÀ-Þ][\w.'’-]+(?:[ /-](?:de|la|el|al|of|[A-ZÀ-Þ][\w.'’-]+)){0,3}"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
MONTH_NAME = MONTH.replace("?P<month>", "?:")
DAY = rf"(?:{WEEKDAY},? )?(?:{MONTH_NAME}\s+\d{{1,2}}|\d{{1,2}}\.?\s+{MONTH_NAME})(?:,?\s+\d{{4}})?"
AGENCY = r"(?:\s*[(\[](?P<agency>[^()\[\]]{2,50})[)\]])"
DASH = r"(?:\s*(?:—|―|--)\s*|\s*[–-]\s+|\s+_\s+)"
COUNTRY = (
    r"(?:,\s+(?!" + WEEKDAY + r")[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,2}"
    r"|\s+\[[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,2}\])?"
)
LONE = r"(?P<agency>[A-ZÀ-Þ]{3,8}|[A-ZÀ-Þ][a-zà-ÿ]{2,9}(?:[Pp]ress|[Ww]ire|[Ii]nform))"

FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<agency>[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){{0,3}})\s+[–—-]\s+(?P<place>{TITLED}),?"
        rf"(?:\s+[–—-])?\s+(?i:{DAY})(?:\.|:|\s+[–—-])\s+",
        rf"(?P<place>{CAPITALS}|{TITLED}){COUNTRY},?\s+(?i:{DAY})(?:\.\s+|{DASH}){LONE}\.\s+",
        rf"(?P<place>{CAPITALS}|{TITLED}){COUNTRY},?\s+(?i:{DAY})(?<=\d{{4}})\.\s+",
        rf"(?P<place>{CAPITALS}){COUNTRY}(?:,?\s+(?i:{DAY}|{WEEKDAY}))?{AGENCY}?(?:{DASH}|:\s+)",
        rf"(?P<place>{TITLED}){COUNTRY}(?:,?\s+(?i:{DAY}))?{AGENCY}(?:{DASH}|:\s+|\s+)",
        rf"(?P<place>{TITLED}){COUNTRY},?\s+(?i:{DAY}){AGENCY}?(?:{DASH}|:\s+)",
        rf"(?P<place>{CAPITALS}|{TITLED}){COUNTRY},?\s+(?i:{DAY}){AGENCY}\.\s+",
        rf"(?P<place>{TITLED}){COUNTRY}(?:\s+(?:—|–|―|--)\s+|\s*(?:—|―)\s*)",
        rf"(?P<place>{CAPITALS}|{TITLED}){COUNTRY}(?:,?\s+(?i:{DAY}))?[.,]?\s*/(?P<agency>[^/\n]{{2,30}})/\.?(?:{DASH}|\s+)",
        rf"[(\[](?P<agency>[A-Z]{{2,8}}|dpa|epd|sda)[)\]]\s+(?P<place>{TITLED}|{CAPITALS}){COUNTRY}(?:,?\s+(?i:{DAY}))?{DASH}",
        r"[(\[](?P<agency>[^()\[\]]{2,40})[)\]](?:\s*(?:—|–|―|--|-)\s*|\s+)",
    )
)
LONGEST = 110
EMPHASISED = re.compile(r"(?P<mark>\*{1,3}|_{1,3})(?P<inner>[^\s*_][^*_\n]{2,100})(?P=mark)")


@dataclass(frozen=True, slots=True)
class Dateline:
    """How far a dateline goes, and the agency and day it names."""

    length: int
    agency: str | None
    agency_words: str | None
    day: str | None


def dateline(text: str) -> Dateline | None:
    """Read the dateline at the beginning of a paragraph, where the text goes on behind it."""
    if marked := EMPHASISED.match(text):
        bare = dateline(marked["inner"] + text[marked.end() :])
        return replace(bare, length=bare.length + 2 * len(marked["mark"])) if bare and bare.length >= len(marked["inner"]) else None
    for form in FORMS:
        found = form.match(text)
        if found and found.end() <= LONGEST and goes_on(text[found.end() :]) and not a_label(found):
            agency = found.groupdict().get("agency")
            day = find_day(found.group())
            return Dateline(len(found.group().rstrip()), named(agency), found.group().strip(), day.iso if day else None)
    return None


def goes_on(rest: str) -> bool:
    """Tell whether a sentence follows."""
    return len(rest.split()) >= 5 and (rest[0].isupper() or rest[0].isdigit() or rest[0] in "\"'“‘«„»")


def a_label(found: re.Match[str]) -> bool:
    """Tell a label or a speaker in an interview, `Q:` or `NOTE:`, from a place; a bare agency needs a known name."""
    place = found.groupdict().get("place")
    if place is None:
        name = (found["agency"] or "").strip()
        return not (agencies().signs(name) or LETTERS.fullmatch(name) or (" " in name and agencies().is_publisher(name)))
    return len(place) < 3 or place.casefold() in LABELS


LETTERS = re.compile(r"[A-ZÀ-Þ]{3,5}")  # that an agency signs with; `named` leaves remarks and lands out
REMARKS = frozenset(
    (
        "update", "updated", "adds", "recasts", "refiled", "corrected", "correction", "repeat", "writethru", "lead", "own",
        "video", "photo", "photos", "exclusive", "analysis", "opinion", "editorial", "feature", "interview", "live", "staff",
        "special", "agencies", "local", "left", "right", "reporter", "author", "desk", "newsroom",
    )
)  # fmt: skip
LABELS = frozenset(
    (
        "question", "answer", "note", "update", "correction", "editor's", "note", "breaking", "exclusive", "watch",
        "video", "photo", "opinion", "analysis", "comment", "interview", "moderator", "reporter", "journalist",
        "qna", "faq", "summary", "background", "context", "tl;dr",
    )
)  # fmt: skip


def named(words: str | None) -> str | None:
    """Give the agency in the brackets of a dateline: a known one, or a single word; a day, a country, a remark or a
    person's name is none."""
    parts = [p.strip(" .") for p in re.split(r"\s*/\s*", words.split(",")[0])] if words else []
    if len(parts) > 1:  # initials and writers stand beside the agency
        return next((name for p in parts if len(p) > 2 and p[0].isupper() and (name := named(p))), None)
    name = parts[0] if parts else ""
    if not name or find_day(name) or any(c.isdigit() for c in name) or name.casefold() in REMARKS:
        return None
    if agencies().is_publisher(name.title() if name.isupper() else name):
        return name
    return name if " " not in name and not is_land(name) else None


def is_land(name: str) -> bool:
    """Tell a country or a region."""
    return folded(name) in places().countries or folded(name) in places().regions
