"""upstream: whose text a page says it carries. Only words of credit count; what a report cites is no credit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from readout.lexicon.agencies import agencies
from readout.records import BlockRole
from readout.stages.clean.credits import at_the_end, joined, lead, of_staff, second_name, segments
from readout.stages.clean.line import Line
from readout.stages.clean.notes import (
    BY,
    ROLES,
    SOURCE,
    SOURCE_ALONE,
    STAFF,
    bracketed,
    origin_words,
    sign_off,
)
from readout.stages.clean.wires import LETTERS, in_head, is_wire, translated
from readout.text.page_dates import find_day

DEBRIS = re.compile(r"^(?:[a-z]+[ _-]?\d+|\W*|.*(?:\{\{|\}\}|%[sd]|\$\{|<[^>]*>|undefined|lorem).*)$", re.I)
DOMAIN = re.compile(r"^(?:https?://)?(?P<host>(?:[\w-]+\.)+[a-z]{2,12})(?:[/:?#]\S*)?$", re.I)
STOP = re.compile(
    r"(?:\s+(?:on|in|under|at|as|with|and\s+(?:is|was|has)|under)\s+(?=the\s+title|\d|(?:mon|tues|wednes|thurs|"
    r"fri|satur|sun)day|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b|permission|print|english|german|french|spanish)|"
    r"\s+(?:under\s+licen[cs]e|with\s+(?:the\s+)?(?:kind\s+)?permission|with\s+(?:additional\s+)?(?:material|reporting|"
    r"inputs?|reports?|files)\b|and\s+is\s+republished|and\s+has\s+been|under\s+a\s+creative|here\b|website\b|\(|\[)|[,;:|]\s|\.\s|"
    r"\s[–—/-]\s|\s[•·]\s|\s+and\s+(?:was\s+)?(?:distributed|published|provided|edited|translated)\b|\s+(?:editors?|authors?|reporters?)\s*:)",
    re.I,
)
ROW = re.compile(r"\d[\d.,]*\W{0,3}(?:[a-z]{1,3})?\W*$")
MARKDOWN_LINK = re.compile(r"\[([^\[\]]+)\]\([^()]*\)")
COPYRIGHT = re.compile(
    r"^\W*(?:(?:©|\(c\)|copyright|copr\.)\W*)+(?:(?:19|20)\d\d(?:\s?[–-]\s?\d{2,4})?\W*)?(?P<who>[^.|;©]{2,60})", re.I
)
DATED_RIGHTS = re.compile(r"^\W*copyright\b|^\W*(?:©|\(c\))\W*(?:(?:19|20)\d\d\b|dpa-infocom\b)", re.I)
GIVING = re.compile(
    r"^(?:with\s+)?(?:additional\s+|some\s+)?(?:material|inputs?|reporting|reports?|files?|information|contributions?)\s+"
    r"(?:from|by|of)\s+(?:the\s+)?", re.I,
)  # fmt: skip
OURS = re.compile(r"(?:our|its|their)\b", re.I)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
ENDING = re.compile(r"(?:\s[–—-]\s?|[.!?”\"’]\s*[(\[])(?P<who>[A-ZČ][\w .&-]{1,40}?)[)\]]?\.?$")


LINES_BELOW = 3  # that an outlet may print of its own below an article, worded as prose
SENTENCE = 6  # words: shorter stray lines after the sign-off do not hide it


@dataclass(frozen=True, slots=True)
class Placed:
    """A judged line: its role and its place among the paragraphs; `dateline_agency` from the dateline before it."""

    line: Line
    role: BlockRole
    dateline_agency: str | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """The upstream a page names, and the words that name it."""

    name: str
    because: str


def credited(placed: Sequence[Placed], own: Sequence[str]) -> Credit | None:
    """Find the upstream a page names: the most explicit words first; null where it names none but itself (`own`)."""
    for read in READERS:
        for name, words in read(placed):
            found = acceptable(name, own)
            if found:
                return Credit(in_full(found, placed), words.strip()[:300])
    others = (*at_the_end(placed), *second_name(placed), *lead(placed)) if any(own) else ()  # else it may be the page's own
    for name, words in others:
        found = acceptable(name, own)
        if found:
            return Credit(in_full(found, placed), words.strip()[:300])
    for name, words in translated(placed):  # an agency's own service for abroad is a copy of what it wrote at home
        return Credit(name, words.strip()[:300])
    return None


def taken_from(outlet: str, placed: Sequence[Placed]) -> bool:
    """Tell whether a page says that its text first appeared in an outlet."""
    who = [origin_words(p.line) for p in placed if p.role == "source_line" and APPEARED.search(p.line.text)]
    return any((name := acceptable(words, ())) and same(name, outlet) for words in who if words)


APPEARED = re.compile(r"(?i)\b(?:(?:first|originally)\s+(?:appeared|published|printed)|appeared\s+first)\s+(?:in|by|on)\b")


def in_full(name: str, placed: Sequence[Placed]) -> str:
    """Give the full name of an agency named by its letters, where a line of credit has it: SPA News, Sarn Press Agency."""
    if not name.isupper() or " " in name:
        return name
    lines = (other for read in (*READERS, at_the_end) for other, _ in read(placed))
    others = [other for words in lines if (other := acceptable(words, ())) and " " in other]
    return next((other for other in others if initials(other) == name or other.split()[0] == name), name)


def written_by(writers: Sequence[str], own: Sequence[str]) -> Credit | None:
    """Find the agency that a page's own fields give as its writer."""
    for writer in writers:
        found = acceptable(writer, own) if agencies().signs(writer) or LETTERS.match(writer) else None
        if found:
            return Credit(found, f"the page gives as its writer {writer}")
    return None


def acceptable(words: str, own: Sequence[str]) -> str | None:
    """Trim words to a name; null for debris, for words that name nobody, and for the page's own outlet."""
    host = DOMAIN.match(words.strip(" .,;()[]<>\"'"))
    words = MARKDOWN_LINK.sub(r"\1", words)
    name = host["host"] if host else STOP.split(words.strip(" \t\n\xa0.,;:()[]\"'“”‘’*_–—-"), maxsplit=1)[0]
    name = " ".join(name.strip(" \xa0.,;:()[]\"'“”‘’*_–—-").split())
    name = re.sub(r"(?<=\w)\s+(?:reports|dispatches|despatches)$", "", GIVING.sub("", name))
    bare = re.sub(r"^(?:the|a|an)\s+", "", name, flags=re.I)
    if (
        not bare
        or len(name) > 80
        or len(name.split()) > 9
        or DEBRIS.match(bare)
        or bare.casefold() in agencies().nobody
        or OURS.match(bare)
    ):
        return None
    if (not host and not (bare[0].isupper() or agencies().is_agency(bare))) or (
        find_day(name) and len(name.split()) < 5
    ):
        return None
    return None if any(same(name, other) for other in own if other) else name


def same(one: str, other: str) -> bool:
    """Tell two ways of writing one outlet: article, ending of a host and punctuation left aside."""
    left, right = reduced(one), reduced(other)
    letters = initials(one)
    if len(letters) > 1 and letters == initials(other) and letters in (one.strip(), other.strip()):
        return True  # an agency's own page, its letters in the dateline
    return bool(left and right) and (
        left == right or (min(len(left), len(right)) > 5 and (left in right or right in left))
    )


def initials(name: str) -> str:
    """Give the letters a name is shortened to: NNA for Norland News Agency and for NNA."""
    words = [w for w in re.split(r"[\s-]+", re.sub(r"^[Tt]he\s+", "", name.strip())) if w[:1].isupper()]
    if len(words) == 1:
        return name.strip().replace(".", "") if name.strip().isupper() and len(name.strip()) > 1 else ""
    return "".join(w[0] for w in words)


def reduced(name: str) -> str:
    """Reduce a name to what tells it apart."""
    folded = re.sub(r"^(?:https?://)?(?:www\.)?", "", name.casefold().strip())
    folded = re.sub(r"/.*$|\.(?:com|org|net|info|news|example|co)(?:\.\w\w)?$|\.\w\w$", "", folded)
    return re.sub(r"^(?:the|die|der|das|le|la|el)\s+|\W", "", folded)


def own_agency(placed: Sequence[Placed]) -> str | None:
    """Give the name on the first line of a page whose dateline has it, too: an agency's own."""
    top = placed[0].line.text.strip() if placed and placed[0].role in ("kicker", "boilerplate", "byline") else ""
    return top if top and any(p.dateline_agency and same(p.dateline_agency, top) for p in placed) else None


def source_lines(placed: Sequence[Placed]) -> Iterator[tuple[str, str]]:
    """Read `Source: X`, and the line under a bare `Source`; those among the paragraphs or under figures belong to a
    table or picture."""
    body = [i for i, p in enumerate(placed) if p.role == "body"]
    for i, p in enumerate(placed):
        inside = bool(body) and ((body[0] < i < body[-1] and not closes(placed, i)) or under_figures(placed[:i]))
        found = SOURCE.match(p.line.text) if p.role == "source_line" and not inside else None
        if found:
            yield found["who"], p.line.text
        elif i and not inside and p.role == "source_line" and SOURCE_ALONE.match(placed[i - 1].line.text):
            yield p.line.text, f"{placed[i - 1].line.text.strip()} {p.line.text}"


def closes(placed: Sequence[Placed], i: int) -> bool:
    """Tell whether a line that names a publisher ends an article: a paragraph stands above it, and below it no more than
    the outlet's own lines."""
    found = SOURCE.match(placed[i].line.text)
    name = found["who"].strip(" .)]*_") if found else ""
    return agencies().is_publisher(name) and ends_article(placed, i)


def ends_article(placed: Sequence[Placed], i: int) -> bool:
    """Tell whether a whole paragraph stands right above a line and at most LINES_BELOW lines of text below it."""
    above, below = placed[i - 1] if i else None, [p for p in placed[i + 1 :] if p.role == "body"]
    whole = above is not None and above.role == "body" and is_paragraph(above.line)
    return whole and len(below) <= LINES_BELOW


def is_paragraph(line: Line) -> bool:
    """Tell a paragraph from a heading: it is long, or a sentence with a stop."""
    return line.length >= 2 * SENTENCE or (
        line.length >= SENTENCE and line.text.rstrip(' ”"’)').endswith((".", "!", "?"))
    )


def under_figures(above: Sequence[Placed]) -> bool:
    """Tell whether a table, a picture line or two rows that end in figures stand right above."""
    if above and (above[-1].line.hint in ("td", "figcaption") or above[-1].role == "caption"):
        return True
    return len(above) > 1 and all(p.role != "page_date" and ROW.search(p.line.text) for p in above[-2:])


def first_appeared(placed: Sequence[Placed]) -> Iterator[tuple[str, str]]:
    """Read `This article first appeared in X`, `originally published by X`, `with inputs from X`."""
    for p in placed:
        who = origin_words(p.line) if p.role in ("source_line", "note") else None
        if who and (given := MATERIAL.search(who)) and agencies().is_publisher(given["who"].strip(" .)")):
            yield given["who"], p.line.text
        if who:
            yield who, p.line.text


MATERIAL = re.compile(
    r"\swith\s+(?:additional\s+|some\s+)?(?:material|reporting|inputs?|reports?|files)\s+(?:from|by|of)\s+(?:the\s+)?(?P<who>[A-ZÀ-Þ][^,;]{2,48})$"
)
VIA = re.compile(r"^via\s+", re.I)
VIA_THE = re.compile(r"^(?:via\s+)?(?:the\s+)?", re.I)
FROM = re.compile(r"^\W*(?:from|via)\s", re.I)


def bylines(placed: Sequence[Placed]) -> Iterator[tuple[str, str]]:
    """Read `By A, Agency`, `By Agency`, and an agency alone where a byline stands."""
    for p in placed:
        if p.role != "byline" and not (p.role == "deck" and of_staff(p.line)):
            continue
        yield from ((who, p.line.text) for who in joined(p.line.text))
        found = BY.match(p.line.text)
        parts = re.split(
            r"\s*[,|•·/\n]\s*|\s+[–—-]\s+|\s+(?:with|for|at|of|mit)\s+|\s*[()]\s*",
            p.line.text[found.end() if found else 0 :],
        )
        for k, part in enumerate(STAFF_END.sub("", w.strip()) for w in parts):
            known = (
                all(map(agencies().is_agency, AND.split(part)))
                or agencies().signs(part)
                or ((k > 0 or VIA.match(part) or FROM.match(p.line.text)) and agencies().is_publisher(VIA_THE.sub("", part)))
            )
            part = VIA.sub("", part)
            if part and known and part.casefold() not in ROLE_ENDS:
                yield part, p.line.text
        yield from ((who, p.line.text) for who in beside_writers(p.line.text))


def named_twice(placed: Sequence[Placed]) -> Iterator[tuple[str, str]]:
    """Read a name that stands in the byline and in the dateline's brackets, or before `and our own desk`."""
    brackets = {w.strip() for p in placed if p.role == "dateline" for w in BRACKET.findall(p.line.text)}
    for p in placed:
        if p.role == "byline":
            found = BY.match(p.line.text)
            name = p.line.text[found.end() if found else 0 :].strip(" .")
            if name in brackets:
                yield name, p.line.text
            yield from ((w["who"], p.line.text) for w in AND_OURS.finditer(p.line.text))


BRACKET = re.compile(r"\(([A-ZÀ-Þ][^()]{2,40})\)")
AND_OURS = re.compile(
    r"(?:^|[|·•,;]\s*)(?P<who>[A-ZÀ-Þ][\w’'-]+(?:\s+[A-ZÀ-Þ][\w’'-]+){0,3})\s+and\s+(?:our|its)\s+(?:own\s+)?"
    r"(?:desk|staff|newsroom|correspondents?|reporters?)\b"
)


def called_agency(placed: Sequence[Placed]) -> Iterator[tuple[str, str]]:
    """Read a name that opens a line of the head where the text itself calls it an agency: `the X agency`, `agency X`, `the
    correspondent of X`, `as X learned`."""
    body = " ".join(p.line.text for p in placed if p.role == "body")
    first = next((i for i, p in enumerate(placed) if p.role == "body"), 0)
    for p in placed[:first]:
        found = OPENING.match(p.line.text) if p.role in ("kicker", "deck", "byline", "source_line") else None
        name = re.escape(found["who"]) if found else ""
        if found and re.search(AGENCY_OF.replace("NAME", name), body):
            yield found["who"], p.line.text


OPENING = re.compile(r"^(?P<who>[A-ZÀ-Þ]{3,10})(?=$|[\s,(])")
AGENCY_OF = (
    r"\b(?:news\s+)?agency\s+NAME\b|\bNAME\s+(?:news\s+)?agency\b|\bcorrespondent\s+of\s+(?:the\s+agency\s+)?NAME\b|"
    r"\bas\s+NAME\s+(?:has\s+)?(?:learn|learned|reported)\b"
)
STAFF_END = re.compile(r"\s+(?i:staff)(?:\s+(?i:writers?|reporters?))?$")
AND = re.compile(r"\s+and\s+")


def beside_writers(text: str) -> Iterator[str]:
    """Read a name of one word after `with`, or joined to an outlet's staff: people go by two words."""
    for found in (*WITH.finditer(text), *STAFF_AND.finditer(text)):
        if found["who"].casefold() not in ROLES and not agencies().is_picture(found["who"]):
            yield found["who"]


LAST = r"(?P<who>[A-ZÀ-Þ][\w’'-]{2,})(?=\s*(?:$|[,|•·()\n]))"
WITH = re.compile(rf"\w,?\s+with\s+(?:the\s+)?{LAST}")
STAFF_AND = re.compile(rf"(?i:\b(?:{'|'.join(STAFF)}))\s+(?:and|with|&|/)\s+(?:the\s+)?{LAST}")
ROLE_ENDS = frozenset(("staff reporter", "senior reporter", "reporter", "political reporter", "news agency", "wire"))


def datelines(placed: Sequence[Placed]) -> Iterator[tuple[str, str]]:
    """Read `CITY (Agency) —`."""
    return ((p.dateline_agency, p.line.text) for p in placed if p.role == "dateline" and p.dateline_agency)


def signed_off(placed: Sequence[Placed]) -> Iterator[tuple[str, str]]:
    """Read an agency's name alone after the last paragraph, or in brackets or after a dash at its end."""
    body = [i for i, p in enumerate(placed) if p.role == "body" and p.line.length >= SENTENCE]
    if not body:
        return
    for i, p in enumerate(placed):
        name = bracketed(p.line) if p.role == "source_line" and ends_article(placed, i) else None
        if name:
            yield name, p.line.text
    for p in placed[body[-1] + 1 :]:
        name = sign_off(p.line) if p.role in ("source_line", "byline") else None
        if name:
            yield name, p.line.text
    last = SIGN.match(placed[-1].line.text) if len(body) > 1 else None
    if last and is_wire(last["who"], "") and last["who"].casefold() not in ENDS:
        yield last["who"], placed[-1].line.text
    found = ENDING.search(placed[body[-1]].line.text)
    if found and (agencies().signs(found["who"].strip()) or is_bracketed_outlet(found)):
        yield found["who"], found.group().strip(' .!?”"’')


SIGN = re.compile(r"^[(\[](?P<who>[A-ZÀ-Þ][\w’'-]{3,20})[)\]]\.?$")  # one word in brackets, alone below a report
ENDS = frozenset((
    "ends", "more", "continued", "concluded", "updated", "translated", "corrected", "abridged", "photo", "video", "advertisement",
))  # fmt: skip


def is_bracketed_outlet(found: re.Match[str]) -> bool:
    """Tell the name of an outlet, of two words or more, that stands in brackets at the end of a report."""
    return " " in found["who"].strip() and "(" in found.group() and agencies().is_publisher(found["who"].strip())


def rights(placed: Sequence[Placed]) -> Iterator[tuple[str, str]]:
    """Read whose the rights are, after the text; only an agency counts, since most such notices name the outlet, and
    above or among the text they are those of a picture."""
    last = max((i for i, p in enumerate(placed) if p.role == "body" and p.line.length >= SENTENCE), default=-1)
    for p in placed[last + 1 :]:
        dated = p.role in ("caption", "credit") and bool(DATED_RIGHTS.match(p.line.text))
        found = COPYRIGHT.match(p.line.text) if dated or p.role in ("boilerplate", "source_line", "note") else None
        name = YEAR.sub("", found["who"]).strip(" ,.-–") if found else ""
        name = re.sub(
            r"\s+(?:all rights|alle rechte|tous droits|news agency gmbh|gmbh|inc|ltd|llc)\b.*$", "", name, flags=re.I
        )
        name = re.sub(r"^by\s+", "", name, flags=re.I).strip(" ,.")
        known = [n for n in (name, re.split(r",|-(?=[a-z]+,)", name)[0]) if agencies().is_agency(n)]
        if known:
            yield known[0], p.line.text


Reader = Callable[[Sequence[Placed]], Iterator[tuple[str, str]]]
READERS: tuple[Reader, ...] = (
    first_appeared,
    source_lines,
    datelines,
    bylines,
    segments,
    named_twice,
    called_agency,
    in_head,
    signed_off,
    rights,
)


def host(url: str | None) -> str | None:
    """Name the host of an address, without www."""
    try:
        found = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    return found.removeprefix("www.") if found else None
