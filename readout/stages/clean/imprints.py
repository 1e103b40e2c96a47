"""imprints: a line of a page's head that names outlet, day, writer and agency, in any order and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from readout.lexicon.agencies import agencies
from readout.lexicon.boilerplate import furniture, plain
from readout.stages.clean.line import name_like
from readout.stages.clean.notes import BY
from readout.text.page_dates import CLOCK, MONTH, WEEKDAYS, find_day

PARTS: Final = re.compile(
    r"\s*[|·•,;/()*_\t]+\s*|\s{3,}|\s+(?:[–—-]|--)\s+|\s*[–—]\s*|\s+(?=(?:of|on|dated|for)\s+(?:[A-Z]\w+day,?\s+)?\d)"
)
LABEL: Final = re.compile(r"(?i)^(?:from|published|posted|issued|filed|date|dated|of|on|for|in)\s*:?\s+(?:by\s+|on\s+|in\s+)?")
LEADS: Final = re.compile(r"(?i)\s+(?:of|on|dated|for)\s*$")
WIRE: Final = re.compile(r"(?i)\b(?:press|agency|wire|newswire|service)$")
EDITION: Final = re.compile(
    r"(?i)(?:(?:print|morning|evening|late|early|first|sunday|weekend|online|web|international|night|city)\s+)*(?:edition|issue)"
    r"|(?:p|pp|page|vol|no|issue|number)\.?\s*\w{1,5}|front page"
)
NAMED_MONTH: Final = MONTH.replace("?P<month>", "?:")
MONTH_DAY: Final = re.compile(
    rf"(?i)(?:{NAMED_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{NAMED_MONTH})(?:st|nd|rd|th)?|(?:19|20)\d\d"
)
COLUMNS: Final = re.compile(r"\S(?:\s{3,}|\t+)\S")
OWN_STAFF: Final = re.compile(r"(?<=\w)\s+(?:[Ss]taff|[Nn]ewsroom|[Nn]ews [Dd]esk|[Ee]ditors|[Rr]eporters?)$")
ARTICLE: Final = re.compile(r"The\s+[A-ZÀ-Þ]")  # beside a day no writer and no town is written so
AT_PLACE: Final = re.compile(r"(?<=\w)\s+in\s+[A-ZÀ-Þ][\w’'-]+(?:\s+[A-ZÀ-Þ][\w’'-]+)?$")  # a writer in a town
NOBODY: Final = re.compile(
    r"(?i)(?:by\s+)?(?:(?:our\s+)?(?:staff|agencies|wires|admin|editors?|newsroom|news desk|correspondents?|reporters?)"
    r"(?:\s+(?:and|&|with)\s+(?:staff|agencies|wires|correspondents?))?|\d+\s*(?:min(?:ute)?s?)(?:\s+read)?)"
)
RUN_TOGETHER: Final = re.compile(
    r"(?!Mc|Mac|Fitz|De[A-Z]|Di[A-Z]|La[A-Z]|Le[A-Z]|Van[A-Z])[A-Z][a-z]+(?:[A-Z][a-z]+)+\d*|[A-Z][a-z]+\d+"
)
LONGEST: Final = 24
"""Words an imprint has at most. Ours."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a line says of the page: who published it, when, from whose agency."""

    outlet: str | None
    day: str | None
    agency: str | None
    opens_with: str | None = None  # the name it opens with, where no name is made like an outlet's: an outlet or a place


def read_imprint(text: str) -> Imprint | None:
    """Read a line in which every part is an outlet, an agency, a day, a clock, a place, an edition or a writer, an outlet or
    agency among them, or a name beside a day and a writer; null for any other line. The day may be null."""
    words = text.strip("*_#() \t")
    if not words or len(words.split()) > LONGEST or words.endswith((".", "!", "?", ":")):
        return None
    day = find_day(words)
    cut = f"{LEADS.sub('', words[: day.start])} | {CLOCK.sub('', words[day.end :], count=1)}" if day else words
    names: list[str] = []
    for part in PARTS.split(cut):
        kept = AT_PLACE.sub("", OWN_STAFF.sub("", LABEL.sub("", part.strip(" .*_–—-")).strip()))
        if not kept or is_time(kept) or NOBODY.fullmatch(kept) or EDITION.fullmatch(kept) or (names and is_section(kept)):
            continue
        if not agencies().is_publisher(named(kept)) and not stands_beside(kept) and not RUN_TOGETHER.fullmatch(kept):
            return None
        names.append(named(kept))
    published = [n for n in names if agencies().is_publisher(n) and not BY.match(n)]
    wires = [n for n in names if agencies().is_agency(n) or (n in published[1:] and WIRE.search(n))]
    outlets = [n for n in published if n not in wires]
    others = [n for n in names if n not in published and not BY.match(n)]
    if day and not published and len(others) == 1 and names[0] == others[0] and len(names) == 2:
        return Imprint(None, day.iso, None, others[0])
    if day and not published and names == others and len(names) == 1 and (
        COLUMNS.search(words) or is_numbered(cut) or RUN_TOGETHER.fullmatch(names[0]) or ARTICLE.match(names[0])
    ):
        return Imprint(names[0], day.iso, None)
    if len(outlets) > 1 or not (outlets or wires):
        return None
    return Imprint(outlets[0] if outlets else None, day.iso if day else None, wires[0] if wires else None)


def names_site(text: str) -> bool:
    """Tell an imprint whose outlet has a name run together, as sites have: HarrowDaily, Brief24."""
    found = read_imprint(text)
    return found is not None and RUN_TOGETHER.fullmatch(found.outlet or "") is not None


def is_numbered(words: str) -> bool:
    """Tell an edition or the number of an issue or page among the parts of a line."""
    return any(EDITION.fullmatch(part.strip(" .")) for part in PARTS.split(words))


def named(part: str) -> str:
    """Write a name in capitals as names are written; short ones are letters."""
    return part.title() if part.isupper() and len(part) > 5 else part


def is_time(part: str) -> bool:
    """Tell a weekday, a month with its day, a year or a time of day."""
    return bool(
        MONTH_DAY.fullmatch(part) or part.casefold() in WEEKDAYS.split() or re.fullmatch(r"\d{1,2}[:.]\d{2}.{0,12}", part)
    )


def is_section(name: str) -> bool:
    """Tell the name of a section, or of an edition, a number of a page."""
    words = plain(name)
    return words in furniture().sections or words.endswith(" edition") or words.startswith("page ")


def stands_beside(part: str) -> bool:
    """Tell a writer or a place: a few capitalised words that are no section of a site."""
    words = BY.sub("", part).split()
    return 0 < len(words) <= 5 and name_like(words) and plain(part) not in furniture().sections | furniture().entries
