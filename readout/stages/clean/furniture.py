"""furniture: menus, share bars, promotions, forms, cookie lines: what a page prints for its visitors."""

from __future__ import annotations

import re

from readout.lexicon.boilerplate import first_word, furniture, plain
from readout.stages.clean.line import ADDRESS, ITEM_BREAK, QUOTED, Line, Verdict, has_finite_verb, items, reports
from readout.text.page_dates import read_day

ALONE = re.compile(r"^\W*(?:https?://\S+|www\.\S+)\W*$")
LINKS = re.compile(r"^(?:\W*\[[^\[\]]+\]\([^()\s]+\)\W*)+$")
RIGHTS = re.compile(
    r"\ball rights reserved\b|\balle rechte vorbehalten\b|\btous droits réservés\b|\btodos los derechos\b", re.I
)
RIGHTS_STEMS = ("rights", "rechte", "droits", "derechos")
COPYRIGHT = re.compile(r"^\W{0,3}(?:©|\(c\)|(?:copyright|copr\.)\W+(?:©|\(c\)|\d{4}|by\b|(?-i:[A-Z])))", re.I)
READER = re.compile(r"\b(?:you|your|yours|our|us|we|sie|ihre|votre|vous|nos|nous|su|nuestr[oa]s?)\b", re.I)
GOES = re.compile(
    r"\b(?:visit|click|follow|go to|check(?: out)?|subscribe|download|join|sign up|tune in|log on|scan|tap|stay|"
    r"watch|listen|read)\b",
    re.I,
)
ON_NETWORK = re.compile(
    r"\bon (?:facebook|twitter|x|telegram|whatsapp|instagram|youtube|linkedin|google news|tiktok)\b", re.I
)
SECOND = frozenset(
    (
        "our", "us", "your", "here", "now", "more", "the", "this", "at", "www", "http", "https", "on", "and",
        "for", "from", "out", "up", "too", "also", "latest", "full", "app", "every", "all", "in",
    )
)  # fmt: skip
END_MARK = re.compile(r"^\W*(?:ends?|-?\s?30\s?-?|fin|ende|xxx+|[*#•·~_=—–-]{1,20}|\(?end\)?|\(?more\)?|eom)\W*$", re.I)
CRUMB = re.compile(r"\s*[>»›►▶→/]\s*")
ARROW = re.compile(r"[>»›►▶→]|\s/\s")
SEAM = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ][a-zß-ÿ])")
LONGEST = 80  # words; longer lines are text
LONGEST_PROMOTION = 60  # words; longer ones are text about something
AMBIGUOUS = ("by ", "comments are", "thank", "help us", "your support", "get the latest", "must read")


def judge_furniture(line: Line) -> Verdict | None:
    """Mark a line as furniture by its words; a line that reports something never is."""
    if line.length > LONGEST:
        return None
    for reason in (known_line(line), rights(line), bar(line)):
        if reason:
            return Verdict("boilerplate", reason)
    reason = beginning(line) or promotion(line)
    return Verdict("boilerplate", reason) if reason and not reports(line) else None


def known_line(line: Line) -> str | None:
    """Know lines that are furniture by themselves."""
    words = furniture()
    if ALONE.match(line.text):
        return "an address alone"
    if LINKS.match(line.text):
        return "nothing but links"
    if line.length > 16:
        return None
    if line.plain in words.lines or (re.sub(r"^0 | 0$", "", line.plain) in words.lines and line.length <= 4):
        return f"“{line.text[:60]}” is a line of web furniture"
    if line.plain in words.related:
        return f"“{line.text[:60]}” heads a list of links"
    if line.plain in words.comments:
        return f"“{line.text[:60]}” belongs to a comment form"
    if END_MARK.match(line.text):
        return "a mark of the end, no text"
    return None


def rights(line: Line) -> str | None:
    """Know notices of rights."""
    if line.length <= 60 and (
        (line.holds(RIGHTS_STEMS) and RIGHTS.search(line.text)) or (COPYRIGHT.match(line.text) and line.length <= 25)
    ):
        return "a notice of rights"
    return None


def bar(line: Line) -> str | None:
    """Know menus and share bars: every item is a section, a button or a count, and there are several."""
    words = furniture()
    if line.length > 40:
        return None
    found = items(line)
    if all(item == "0" for item in found):
        return None
    kinds = [item in words.entries or item == "0" or read_day(item) is not None for item in found]
    if len(found) >= 2 and line.length <= 80 and all(kinds):
        return "every item is a menu entry, a button or a count"
    if len(found) >= 4 and sum(kinds) >= 0.6 * len(found) and not has_finite_verb(line):
        return "most items are menu entries or buttons"
    if 2 <= line.length <= 40 and "," not in line.text and all(plain(word) in words.buttons for word in line.words):
        return "every word is a menu entry, a button or a count"
    return "a trail of sections" if trail(line) else None


def trail(line: Line) -> bool:
    """Know a breadcrumb trail: short entries between arrows, from a section on."""
    if not ARROW.search(line.text):
        return False
    parts = [p for p in CRUMB.split(line.text) if p]
    if len(parts) < 2 or any(len(p.split()) > 4 for p in parts) or SEAM.search(parts[-1]):
        return False
    arrows = len(parts) > 2 and "/" not in line.text and not QUOTED.search(line.text)
    return plain(parts[0]) in furniture().sections or arrows


def beginning(line: Line) -> str | None:
    """Know the beginnings of lines that speak to the visitor."""
    if line.length > LONGEST_PROMOTION:
        return None
    found = next((s for s in furniture().starts.get(first_word(line.plain), ()) if starts_with(line, s)), None)
    if found is None:
        return None
    if found.startswith(AMBIGUOUS) and not READER.search(line.text[len(found) :]) and line.length > 6:
        return None
    return f"begins with “{found}”, as lines to the visitor do"


def starts_with(line: Line, words: str) -> bool:
    """Compare whole words at the beginning of a line."""
    whole = line.plain if words[-1].isalnum() else line.text.casefold().lstrip("\"'([*•-–>» ").replace("’", "'")
    return whole.startswith(words) and (not words[-1].isalnum() or not whole[len(words) : len(words) + 1].isalnum())


def promotion(line: Line) -> str | None:
    """Know promotions: they promise, and name where to go."""
    if line.length > LONGEST_PROMOTION:
        return None
    found = next((p for p in furniture().promises.get(first_word(line.plain), ()) if starts_with(line, p)), None)
    if found is None or line.plain.startswith(f"{found} than"):
        return None
    addressed = bool(ADDRESS.search(line.text) or ON_NETWORK.search(line.text))
    after = plain(line.text.casefold()[len(found) :]).split()
    if " " in found:
        sends = bool(GOES.search(line.text) and (READER.search(line.text) or going(line)))
        return f"“{found}…” sends the visitor somewhere" if addressed or sends else None
    sends = bool(after) and after[0] in SECOND and bool(READER.search(line.text)) and going(line)
    return f"“{found}…” sends the visitor somewhere" if (addressed and not has_said(line)) or sends else None


def going(line: Line) -> bool:
    """Tell whether a line names a place of the web to go to."""
    folded = line.text.casefold()
    return any(re.search(rf"\b{re.escape(word)}s?\b", folded) for word in furniture().going)


def has_said(line: Line) -> bool:
    """Tell a line that goes on in the past: a report, not an invitation."""
    return any(w.endswith("ed") and w.islower() for w in line.words) or bool(
        re.search(r"\b(?:was|were|had|said)\b", line.text)
    )


def glued_trail(line: Line) -> int:
    """Find where a trail of sections glued before a headline ends; 0 where there is none."""
    arrows = list(CRUMB.finditer(line.text))
    if not arrows or not ARROW.search(line.text):
        return 0
    entries = CRUMB.split(line.text)
    short = all(len(e.split()) <= 4 for e in entries[:-1])
    if not short or not (plain(entries[0]) in furniture().sections or len(arrows) > 1) or len(entries[-1].split()) < 5:
        return 0
    seam = SEAM.search(entries[-1])
    inside = seam.start() if seam and len(entries[-1][: seam.start()].split()) <= 4 else 0
    return arrows[-1].end() + inside


def section(line: Line) -> bool:
    """Tell the name of a section, or several."""
    if line.length > 12:
        return False
    found = [plain(part) for part in ITEM_BREAK.split(line.text) if part.strip()]
    return bool(found) and all(part in furniture().sections for part in found)
