"""Tell an agency's own dispatch from a page that prints it: nobody else is named as its publisher."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from readout.lexicon.agencies import agencies
from readout.records import Block, Document
from readout.stages.clean.imprints import is_time
from readout.stages.clean.line import ends_sentence, name_like
from readout.stages.clean.notes import BY, JOINERS
from readout.text.houses import letters_of, plain_name
from readout.text.page_dates import CLOCK, find_day

WEB: Final = (".html", ".htm", ".xhtml", ".mht", ".mhtml")
HEAD: Final = frozenset(("title", "deck", "dateline", "page_date", "byline", "kicker", "boilerplate"))
# A line of writers that is no dispatch's: whose staff it was, from whom it was taken, who translated it.
OTHERS: Final = re.compile(
    r"\b(?:staff|desk|newsroom|agenc(?:y|ies)|wires?|compiled|material|inputs?|translat\w+|courtesy|permission|source|via|"
    r"published|appeared|edition|version|with|from|adapted|based)\b",
    re.I,
)
TWO_NAMES: Final = re.compile(r"\s+[-–—|:]\s+")
JOINED: Final = re.compile(r"[;,/&]|\band\b")  # two names
KIND: Final = frozenset(("news", "press", "agency", "wire", "newswire", "service", "information", "telegraph"))
REPORTING: Final = re.compile(r"\b(?:reporting|writing|written|editing|edited|reported|additional)\b", re.I)
DATED: Final = re.compile(r"[(\[/]\s*(?P<who>[^()\[\]/]{2,50}?)\s*[)\]/]")
LONGEST_NAME, LONGEST_LINE, SHORT_DECK = (
    5,
    14,
    8,
)  # words of an outlet's name, of a line with a day and a name, of a deck; ours
TOLD: Final = re.compile(r"\btold\s+(?:the\s+)?(?P<who>(?:[A-ZÀ-Þ][\w’'-]+\s*){1,4})")


def as_issued(document: Document, blocks: Sequence[Block]) -> Document:
    """Give a page as its publisher's: of an agency's own dispatch the agency is the outlet, and it has its words from nobody."""
    if not is_dispatch(document, blocks):
        return document
    return replace(document, outlet=document.credited_source, credited_source=None)


def is_dispatch(document: Document, blocks: Sequence[Block]) -> bool:
    """Tell a plain text whose dateline, or whose head and sign-off, name the agency it credits, and that names no other who
    publishes it: no outlet, no address, no writers of another house, no line that says where the text was taken from."""
    name = document.credited_source
    if (
        not name
        or JOINED.search(name)
        or OTHERS.search(bare_name(name))
        or document.outlet
        or document.url
        or document.external_id.lower().endswith(WEB)
    ):
        return False
    lines = [(b.role, document.text[b.start : b.end].strip()) for b in sorted(blocks, key=lambda b: b.start)]
    body = [i for i, (role, _) in enumerate(lines) if role == "body"]
    if not body or not any(signed(role, text, name) for role, text in lines[: body[0]]):
        return False
    if any(unknown(text, name, document.text) for role, text in lines[: body[0]] if role != "dateline"):
        return False
    if any(other_name(role, text, name, lines) for role, text in lines[: body[0]]):
        return False
    head = all(role in HEAD and of_head(role, text, name) for role, text in lines[: body[0]])
    foot = all(of_foot(role, text, name) for role, text in lines[body[0] + 1 :])
    return head and foot and not any(is_other(told["who"], name) for told in TOLD.finditer(document.text))


def bare_name(name: str) -> str:
    """Give a name without the words that say what it is: Norda for Norda News Agency."""
    return " ".join(word for word in name.split() if word.casefold() not in KIND)


def signed(role: str, text: str, name: str) -> bool:
    """Tell a dateline that names the agency, or a line of the head that is its name."""
    if role == "dateline":
        placed = any(map(str.isalpha, DATED.sub("", text)))  # in brackets alone stands whom a page has its words from
        return placed and any(is_name(found["who"], name) for found in DATED.finditer(text))
    if role == "byline" and signs_for(text, name):
        return True
    if role not in ("kicker", "boilerplate", "byline", "deck"):
        return False
    named = parts(text) if "(" in text else [text]  # its letters may stand behind it
    return all(is_name(part, name) for part in named) and any(agencies().signs(titled(part)) for part in named)


def signs_for(text: str, name: str) -> bool:
    """Tell a byline that names its writers and then the publisher: `By Ada Brenn, Norda News, Sarn`."""
    found = BY.match(text)
    named = parts(text[found.end() :]) if found else []
    first = next((i for i, part in enumerate(named) if is_name(part, name)), 0)
    return (
        first > 0 and agencies().is_publisher(titled(name)) and all(name_like(part.split()) for part in named[:first])
    )


def other_name(role: str, text: str, name: str, lines: Sequence[tuple[str, str]]) -> bool:
    """Tell a few capitalised words beside the headline that are not the agency's name: they may be an outlet's."""
    titles = [words for kind, words in lines if kind == "title"]
    words = text.strip("*_# ").split()
    if role == "deck" and all(is_name(part, name) for part in parts(text)):
        return False
    if role == "deck" and len(words) <= SHORT_DECK and not ends_sentence(text):
        return True  # agencies put none above their dispatches
    alone = role == "kicker" or (role == "title" and text != max(titles, key=len))
    named = all(word[:1].isupper() or word.casefold() in JOINERS for word in words)
    return (
        alone
        and named
        and len(words) <= LONGEST_NAME
        and not all(is_name(part, name) for part in TWO_NAMES.split(text))
    )


def unknown(text: str, name: str, page: str) -> bool:
    """Tell a name beside a day in the head of a page that may be its outlet's: no place that the text speaks of, no writer's."""
    day = find_day(text) if len(text.split()) <= LONGEST_LINE and not BY.match(text) else None
    if day is None or any(is_name(found["who"], name) for found in DATED.finditer(text)):  # a dateline
        return False
    rest = parts(f"{text[: day.start]}, {CLOCK.sub('', text[day.end :], count=1)}")
    names = [part for part in rest if part[:1].isupper() and not is_name(part, name) and not is_time(part)]
    return any(page.count(part) < 2 for part in names)


def of_head(role: str, text: str, name: str) -> bool:
    """Tell a line that an agency puts above its dispatch: headline, day, writer, its own name."""
    if role in ("title", "deck", "dateline", "page_date"):
        return True
    if all(is_name(part, name) for part in TWO_NAMES.split(text)):
        return True  # by its letters and in full: NPA - Norda Press Agency
    rest = " ".join(part for part in parts(text) if not is_name(part, name))
    return role == "byline" and not OTHERS.search(rest) and not any(is_other(part, name) for part in parts(text))


def of_foot(role: str, text: str, name: str) -> bool:
    """Tell a line of the text, or one that an agency puts below it: who wrote and edited, its name."""
    if role in ("body", "heading"):
        return True
    bare = text.strip(" ()[].*_—–-")
    if is_name(bare, name) or is_name(re.split(r"[;,/]", bare)[0], name):
        return True
    return role == "note" and bool(REPORTING.match(bare)) and not any(is_other(part, name) for part in parts(bare))


def parts(text: str) -> list[str]:
    """Give the parts of a line of writers."""
    return [
        part.strip(" ()[].*_") for part in re.split(r"[,;|•·/()\n]|\s+(?:in|at|for|by|and)\s+", text) if part.strip()
    ]


def is_other(words: str, name: str) -> bool:
    """Tell the name of a publisher that is not the agency."""
    words = words.strip()
    return agencies().is_publisher(titled(words)) and not is_name(words, name)


def is_name(words: str, name: str) -> bool:
    """Tell a name of the agency: in full, by its letters or by one of its words."""
    one, other = plain_name(words), plain_name(name)
    a, b = set(one.split()), set(other.split())
    fuller = a <= b or (b <= a and a - b <= KIND)
    return bool(one) and (one == other or fuller or letters_of(one, other) or letters_of(other, one))


def titled(name: str) -> str:
    """Write a name in capitals as names are written; letters stay."""
    return name.title() if name.isupper() and " " in name else name
