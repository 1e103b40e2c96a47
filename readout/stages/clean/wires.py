"""wires: agencies whose names are not made like an agency's, credited in a page's head: bare letters, one word beside a writer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from readout.lexicon.agencies import agencies
from readout.lexicon.boilerplate import furniture, plain
from readout.lexicon.places import places
from readout.stages.clean.line import name_like
from readout.stages.clean.notes import BY, NO_AGENCY, ROLES, STAFF, bracketed
from readout.text.names_known import folded
from readout.text.page_dates import CLOCK, find_day

if TYPE_CHECKING:
    from readout.stages.clean.upstream import Placed

LETTERS = re.compile(r"[A-ZÀ-Þ]{3,8}$")
LONE = re.compile(r"(?:[A-ZÀ-Þ]{3}|[B-DF-HJ-NP-TV-Z]{4,6})$")  # letters that are no word of a section
WORD = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]{3,14}(?:[A-ZÀ-Þ][a-zà-ÿ]+)?$")
PARTS = re.compile(r"\s*[,;|•·/\n]+\s*|\s+[–—-]+\s+|\s*[()]\s*")
OPENS = re.compile(r"(?i)^(?:from|via|with|by|source\s*:)\s+(?:the\s+)?")
SERVICE = re.compile(r"(?i)\b(?:wire|agency|news)\s+(?:service|desk|reports?)\s*\((?P<who>[^()]{3,40})\)\W*$")
MATERIAL = re.compile(
    r"\b(?i:with|using|from)\s+(?i:agency\s+|additional\s+|some\s+|wire\s+)?(?i:material|reporting|inputs?|reports?|files|copy)\s+"
    r"(?i:from|by|of)\s+(?i:the\s+)?(?P<who>[A-ZÀ-Þ][^,;.|•·()]{2,48}?)(?=\W*$|\s*[,;.|•·(])"
)
MACHINE = re.compile(
    r"(?i)\b(?:machine[- ]translat|translat\w+\s+(?:\w+\s+)?by\s+(?:a\s+)?machine|(?:machine|automatic|automated)\s+translation|"
    r"automatically\s+translated|translat(?:ed|ion)\s+automatically|translat\w+\s+(?:[\w-]+\s+){0,4}?by\s+(?:an?\s+)?automatic\s+(?:service|means))"
)
ZONES = frozenset((
    "GMT", "UTC", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "CET", "CEST", "EET", "EEST", "BST", "IST",
    "MSK", "JST", "KST", "AEST", "AEDT", "NZST", "SAST", "WIB", "HKT", "SGT", "PKT",
))  # fmt: skip
TITLES = frozenset((
    "CEO", "CFO", "COO", "CTO", "MEP", "MSP", "MLA", "MPP", "PHD", "MBA", "LLB", "LLM", "OBE", "MBE", "CBE", "FRS", "USA", "UAE",
    "OPINION", "EDITORIAL", "ANALYSIS", "FEATURE", "LIVE", "EXCLUSIVE", "BREAKING",
))  # fmt: skip
HEAD = ("kicker", "byline", "deck", "source_line", "note", "boilerplate", "page_date")


def head_of(placed: Sequence[Placed]) -> Iterator[Placed]:
    """Give the lines above the text in which a credit may stand."""
    for p in placed:
        if p.role == "body":
            return
        if (p.role in HEAD or p.role == "dateline") and p.line.length <= 20:
            yield p


def in_head(placed: Sequence[Placed]) -> Iterator[tuple[str, str]]:
    """Read what a line of the head credits: `(Norda Newswire)`, `wire service (NPQ)`, `with material from NPQ`, `Ada Brenn,
    Norda`, `NPQ | May 4, 2021`, letters alone."""
    spoken = " ".join(p.line.text for p in placed if p.role in ("body", "title", "dateline")).casefold()
    dated = any(p.role == "dateline" for p in placed)
    titles = [i for i, p in enumerate(placed) if p.role == "title"]
    for p in head_of(placed):
        text = p.line.text.strip("*_ ")
        titled = bool(titles) and p.line.start > placed[titles[0]].line.start
        if p.role == "dateline":  # a place and the day, or letters that are no place
            first = PARTS.split(text)[0]
            if LONE.match(first) and find_day(text) and is_wire(first, spoken.replace(text.casefold(), "")):
                yield first, text
            continue
        for line in text.split("\n"):
            for found in (SERVICE.search(line), MATERIAL.search(line)):
                if found and (LETTERS.match(found["who"]) or agencies().is_publisher(found["who"]) or lent(found)):
                    yield found["who"], text
        if titled and (taken := taken_from(text, spoken)):
            yield taken, text
        if name := bracketed(p.line):
            yield name, text
        yield from ((name, text) for name, sure in beside(text, dated) if is_wire(name, "" if sure else spoken))
        yield from ((name, text) for name in beside_staff(text) if not is_ordinary(name))
        if titled and LONE.match(text) and is_wire(text, spoken):
            yield text, text
        if titled and dated and p.role == "kicker" and WORD.match(text) and behind_day(placed, p) and is_wire(text, spoken):
            yield text, text


def behind_day(placed: Sequence[Placed], p: Placed) -> bool:
    """Tell a line right behind one that tells the day and, before or in that, the outlet: where it says whose text it is."""
    at = next(i for i, other in enumerate(placed) if other is p)
    above = [other for other in placed[:at] if other.role in ("byline", "page_date", "kicker")]
    return bool(above) and find_day(above[-1].line.text) is not None and placed[at - 1] is above[-1] and len(above) > 1


LENT = re.compile(r"(?i)\b(?:material|inputs?|files|copy)\s+(?:from|by|of)\b")


def lent(found: re.Match[str]) -> bool:
    """Tell what only papers and agencies lend: material of them; reporting is that of people, too."""
    return LENT.search(found.group()) is not None and all(w[0].isupper() for w in found["who"].split())


TAKEN = re.compile(
    r"(?:^|[,|•·;]\s+)(?i:from|via)\s+(?i:the\s+)?(?P<who>[A-ZÀ-Þ][\w’'-]*(?:\s+(?:(?:de|do|da|del|di|du|of)\s+)?[A-ZÀ-Þ][\w’'-]*){0,4})"
    r"(?P<kind>\s+(?i:reports?|dispatch(?:es)?|news\s+reports?))?(?=\s*$|\s*[,;|•·(])"
)
LONG_NAME = 3  # blanks in a name longer than a person's
IN_BRACKETS = re.compile(r"[(\[](?P<who>[A-ZÀ-Þ]{3,8})[)\]]")
BRACKETED = re.compile(r"[(\[](?P<who>[A-ZÀ-Þ]{3,8})[)\]]$")


def taken_from(text: str, spoken: str) -> str | None:
    """Read whose reports a line under the headline says a page has: `From Norda reports`, `From Radio Sarn`, `(NPQ)`. Two words
    after `from` may be a writer or a town, unless made like an agency's or an outlet's name; one word a town the text speaks of."""
    if found := BRACKETED.match(text):
        return found["who"] if is_wire(found["who"], "") else None
    found = TAKEN.search(text)
    if found is None:
        return None
    who = found["who"]
    known = found["kind"] or agencies().signs(who) or agencies().is_publisher(who)
    if who.count(" ") >= LONG_NAME:
        return who
    return who if known or (" " not in who and len(who) > 3 and is_wire(who, spoken)) else None


def beside(text: str, dated: bool) -> Iterator[tuple[str, bool]]:
    """Give the parts of a line of writers, days and outlets that are none of these: an agency, letters, or, where a dateline tells
    the place, one word behind a writer; with whether a word like `from` leaves no doubt."""
    day = find_day(text)
    rest = f"{text[: day.start]} | {CLOCK.sub('', text[day.end :], count=1)}" if day else text
    parts = [part for words in PARTS.split(rest) if (part := words.strip(" .*_"))]
    bare = [OPENS.sub("", BY.sub("", part)) for part in parts]
    people = [part for part, name in zip(parts, bare, strict=True) if is_writer(name, bool(BY.match(part)))]
    outlets = [name for name in bare if agencies().is_publisher(name.title() if name.isupper() and len(name) > 8 else name)]
    letters = [name for name in bare if LETTERS.match(name)]
    words = [name for part, name in zip(parts, bare, strict=True) if people and dated and part != parts[0] and WORD.match(name)]
    if len(letters) + len(words) + len(people) + len(outlets) < len(parts) or text.endswith((".", "!", "?", ":")):
        return
    if people and outlets:
        yield from ((name, True) for name in outlets if agencies().is_agency(name))
    if day or people or outlets or len(parts) == len(letters) > 1 or led(parts[-1]):
        yield from ((name, led(parts[bare.index(name)])) for name in letters)
    yield from ((name, False) for name in words)


def beside_staff(text: str) -> Iterator[str]:
    """Read letters or one word joined to the people of an outlet, anywhere in a line of outlet and day: `Sarn Post, our desk and
    NPQ — 4 May 2021`, `Sarn Post — 4 May 2021 — Post staff and Norda`."""
    if find_day(text):
        yield from (found["who"] for found in STAFF_JOINED.finditer(re.sub(r"[*_]+", "", text)))


STAFF_JOINED = re.compile(
    rf"(?i:\b(?:{'|'.join(STAFF)}))\s+(?:and|with|&)\s+(?:the\s+)?(?P<who>[A-ZÀ-Þ][\w’'-]{{2,}})(?=\s*(?:$|[,|•·()\n.]|\s[–—-]\s))"
)


def led(part: str) -> bool:
    """Tell a part that a word like `from` opens."""
    return OPENS.match(part) is not None or BY.match(part) is not None


STAFF_OF = re.compile(rf"[A-ZÀ-Þ][\w’'-]+(?:\s+[\w’'-]+)?\s+(?:{'|'.join(STAFF)})$")


def is_writer(name: str, signed: bool) -> bool:
    """Tell a person's name, or the people of an outlet behind `by`."""
    words = name.split()
    if STAFF_OF.match(name) or (signed and {w.casefold().strip(",") for w in words} & set(STAFF)):
        return True
    return name_like(words) and not agencies().is_publisher(name) and not ROLES.intersection(name.casefold().split())


def is_wire(name: str, spoken: str) -> bool:
    """Tell a name that is no role, place, section or zone of time, and that the text itself does not use."""
    low = name.casefold()
    if is_ordinary(name):
        return False
    place = folded(name)
    if place in places().cities or place in places().countries or place in places().regions:
        return False
    return re.search(rf"\b{re.escape(low)}\b", spoken) is None


def is_ordinary(name: str) -> bool:
    """Tell a role, section, month or zone of time."""
    low = name.casefold()
    known = furniture().sections | furniture().entries | furniture().lines | ROLES | set(STAFF) | agencies().nobody
    return low in known or plain(name) in known or name in ZONES | TITLES | NO_AGENCY or find_day(f"1 {name} 2000") is not None


def translated(placed: Sequence[Placed]) -> Iterator[tuple[str, str]]:
    """Read an agency named in the head of a page that says a machine translated it."""
    head = list(head_of(placed))
    for p in placed[:FIRST]:  # the sign may stand in brackets above the text, which takes it for its first paragraph
        found = OF_ORIGINAL.search(p.line.text) if MACHINE.search(p.line.text) and p.line.length <= SHORT else None
        if found and agencies().signs(found["who"]):
            yield found["who"], p.line.text
    if any(MACHINE.search(p.line.text) for p in head):
        for p in (p for p in head if p.role != "dateline"):
            for part in re.split(rf"{PARTS.pattern}|\.\s+", p.line.text.strip("*_# ")):
                name = part.title() if part.isupper() and len(part) > 8 else part
                if agencies().signs(name):
                    yield name, p.line.text
                elif called := CALLED.match(name):
                    yield called["who"], p.line.text
            if (found := IN_BRACKETS.search(p.line.text)) and is_wire(found["who"], ""):
                yield found["who"], p.line.text


CALLED = re.compile(r"(?P<who>[A-ZÀ-Þ][\w’'-]+)\s+(?:news\s+)?agency$")
FIRST = 4  # lines from the top
SHORT = 25  # words of a note on how a page was translated
OF_ORIGINAL = re.compile(
    r"(?i:\boriginal)\s+(?:(?i:text|report|dispatch|article)\s+)?(?i:of|by|from)\s+(?i:the\s+)?(?P<who>[A-ZÀ-Þ][\w’'-]+(?:\s+[A-ZÀ-Þ][\w’'-]+){0,3})"
)
