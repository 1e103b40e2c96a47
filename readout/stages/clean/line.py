"""line: a stretch of a page to be judged, and what can be read off its words alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from readout.lexicon.boilerplate import furniture, plain
from readout.records import BlockRole

SENTENCE_END = re.compile(r"(?:[.!?…。！？]|\.{3})[\s\"'”’»›)\]*]*$")
STOPS = (".", "!", "?", "…", "。", "！", "？")
AFTER_STOP = "\"'”’»›)]*" + "".join(c for c in map(chr, range(0x3001)) if c.isspace())
CJK = re.compile("[\u3040-\u9fff]")
OPENS_QUOTE = re.compile(r"^[\"'“‘«„»‹]")
QUOTED = re.compile(r"[“”«»„\"]|(?:^|\s)[‘']\w")
SAYING = re.compile(
    r"\b(?:said|says|told|tells|added|adds|asked|warned|stressed|replied|insisted|announced|declared|stated|noted|"
    r"according to|argued|claimed|accused|denied|confirmed|reported|wrote|urged|called|agreed|met)\b",
    re.I,
)
BULLET = re.compile(r"^\s*(?:[-–—•*·▪►]|\(?[0-9]{1,2}[.)]|\(?[a-zA-Z]\)|[A-Z]\.)\s+")
ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|news|gov|example)\b", re.I)
ITEM_BREAK = re.compile(r"\s*(?:[|•·»›>/\n\u2022\xa6]|\s{2,}|\xa0{2,}|,|\s[–—-]\s)\s*")
COMPARED = 400  # characters: what a line is compared by lies within them
UNPUNCTUATED_PROSE = 30  # words: headlines stay well below, cut-off paragraphs lie above


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of text with what its format says of it; `plain` is its comparing form."""

    start: int
    end: int
    text: str
    hint: str | None
    plain: str
    words: tuple[str, ...]

    @property
    def length(self) -> int:
        return len(self.words)

    def holds(self, stems: tuple[str, ...]) -> bool:
        """Tell whether any of some stems stands in it: the cheap test before a pattern."""
        folded = self.plain if len(self.text) <= COMPARED else self.text.casefold()
        return any(stem in folded for stem in stems)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a line is for, and why."""

    role: BlockRole
    because: str


LONGEST_EMPHASISED = 120  # characters: a byline with a name in bold stays below, paragraphs lie above
SHELL = re.compile(r"(?P<mark>\*{1,3}|_{1,3})(?P<inner>[^*_\n\[\]]{3,240})(?P=mark)")


def line_of(start: int, end: int, text: str, hint: str | None) -> Line:
    """Make the line of a span of a page; marks of emphasis around the whole of it are left out of its words."""
    words = text[start:end]
    shell = SHELL.fullmatch(words)
    words = shell["inner"] if shell else words
    if "**" in words and len(words) <= LONGEST_EMPHASISED:
        words = words.replace("**", "")
    return Line(start, end, words, hint, plain(words[:COMPARED]), tuple(words.split()))


def ends_sentence(text: str) -> bool:
    """Tell a text that ends as a sentence does."""
    return text.rstrip(AFTER_STOP).endswith(STOPS)


def has_finite_verb(line: Line) -> bool:
    """Tell whether some word is a finite verb, by list or by the ending -ed of a word that is no name."""
    finite = furniture().finite
    words = [w.strip("\"'“”‘’«»,.;:!?()") for w in line.words]
    return any((w.lower() in finite and w != "May") or (w.endswith("ed") and w.islower() and len(w) > 4) for w in words)


def reports(line: Line) -> bool:
    """Tell a line that says that someone said or did something: reporting, whatever else is in it."""
    return (line.length >= 12 or bool(QUOTED.search(line.text))) and bool(SAYING.search(line.text))


def reads_as_prose(line: Line) -> bool:
    """Tell a paragraph of text: whole sentences of some length, quoted speech, or many words without a stop."""
    if line.hint in ("h1", "h2", "h3", "h4", "h5", "h6", "title", "td", "hr"):
        return False
    if not line.text.isascii() and CJK.search(line.text[:40]):
        return ends_sentence(line.text)
    if not ends_sentence(line.text):
        return line.length >= UNPUNCTUATED_PROSE or (line.text.endswith((":", ",", ";")) and line.length >= 12)
    if OPENS_QUOTE.search(line.text):
        return line.length >= 3
    return line.length >= 6 and (lower_share(line) > 0.3 or has_finite_verb(line))


def lower_share(line: Line) -> float:
    """Tell which share of the words begins small."""
    return sum(w[0].islower() for w in line.words) / max(1, line.length)


def items(line: Line) -> list[str]:
    """Cut a line at the marks menus are set with, into comparing forms."""
    return [form for part in ITEM_BREAK.split(line.text) if (form := plain(part))]


def name_like(words: tuple[str, ...] | list[str]) -> bool:
    """Tell two to four capitalised words without figures, as a person's name is written."""
    if not 2 <= len(words) <= 4:
        return False
    return all(
        w[0].isupper() and w.replace("-", "").replace("’", "").replace("'", "").strip(".,").isalpha() for w in words
    )
