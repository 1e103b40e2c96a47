"""The grammar of quotation marks in one paragraph: what opens, what closes, what only looks like a mark.

A mark is read by what stands beside it and by what is open, from left to right with a stack.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Final

from readout.text.quote_marks import (
    CLOSES,
    OPENS,
    Role,
    Sign,
    inside_word,
    is_elision,
    is_plural_possessive,
    next_closing_single,
    next_of_family,
    openings,
    signs,
)

Span = tuple[int, int]
Following = tuple[Sign | None, Sign | None]  # the next two marks of the same family


@dataclass(frozen=True, slots=True)
class Stretch:
    """Quoted words: `[start, end)` with the marks, `[inner_start, inner_end)` without.

    `closing` is empty where no mark closes; `because` says how it ended. `depth` is 0 for the outermost. Stretches of
    one quotation that runs over several paragraphs share `group`.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    opening: str
    closing: str
    because: str
    paragraph: int
    depth: int = 0
    group: int = 0


@dataclass(frozen=True, slots=True)
class LoneMark:
    """A mark that opens or closes nothing, with what it is."""

    start: int
    end: int
    role: Role
    because: str


@dataclass(slots=True)
class Reading:
    """What is known half-way through one paragraph; local to `read_paragraph`."""

    text: str
    end: int
    paragraph: int
    stack: list[Sign] = field(default_factory=list)
    open_in: dict[str, int] = field(default_factory=dict)
    stretches: list[Stretch] = field(default_factory=list)
    lone: list[LoneMark] = field(default_factory=list)

    def is_open(self, family: str) -> bool:
        return self.open_in.get(family, 0) > 0

    def top(self, family: str) -> Sign | None:
        return self.stack[-1] if self.stack and self.stack[-1].family == family else None


def read_paragraph(text: str, start: int, end: int, number: int) -> Reading:
    """Read the marks of one paragraph from left to right."""
    found = signs(text, start, end)
    following, closers, singles = next_of_family(found), next_closing_single(found), openings(found)
    reading = Reading(text, end, number)
    for i, s in enumerate(found):
        if s.family == "single":
            after = bisect_right(singles, s.start)
            read_single(reading, s, closers[i], singles[after] if after < len(singles) else None)
        else:
            read_mark(reading, s, following[i])
    while reading.stack:
        leave(reading, reading.stack.pop(), end, "the paragraph ends before a closing mark")
    return reading


# --- single marks: quotation or apostrophe? -----------------------------------------------------------------------


def read_single(reading: Reading, s: Sign, closer: Sign | None, opens_next: int | None) -> None:
    """Read a single mark, which is an apostrophe unless something speaks for a quotation."""
    if inside_word(s):
        reading.lone.append(lone_inside_word(s))
    elif reading.top("single") and closes_single(reading, s, closer, opens_next):
        close(reading, s)
    elif opens_single(s, closer):
        enter(reading, s)
    else:
        reading.lone.append(lone_single(s))


def closes_single(reading: Reading, s: Sign, closer: Sign | None, opens_next: int | None) -> bool:
    """A single mark closes where one is open and it is no plural possessive."""
    return (
        s.may_close and s.shape not in ("‘", "‚", "‛") and not is_plural_possessive(s, reading.text, closer, opens_next)
    )


def opens_single(s: Sign, closer: Sign | None) -> bool:
    """A single mark opens before a word that lost no letters, where a later one can close."""
    return s.may_open and s.shape not in ("’", "´") and closer is not None and not is_elision(s)


def lone_inside_word(s: Sign) -> LoneMark:
    """Say what a single mark between letters or digits is."""
    if s.before.isdigit() and s.after.isdigit():
        return LoneMark(s.start, s.end, "measure", "stands between two numbers")
    return LoneMark(s.start, s.end, "apostrophe", "stands between two letters")


def lone_single(s: Sign) -> LoneMark:
    """Say what a single mark is that quotes nothing."""
    if s.after_digit:
        return LoneMark(s.start, s.end, "measure", "foot or minute mark after a number")
    because = "stands for dropped letters" if s.after.isalnum() else "follows a word, as in a plural possessive"
    return LoneMark(s.start, s.end, "apostrophe", because)


# --- all other marks ------------------------------------------------------------------------------------------------


def read_mark(reading: Reading, s: Sign, following: Following) -> None:
    """Read a mark that is no apostrophe: open, close, or stray."""
    if measures(reading, s, following[0]):
        reading.lone.append(lone_mark(s))
    elif reading.is_open(s.family):
        if opens_inside(reading, s, following):
            enter(reading, s)
        elif opens_again(s):
            end_unclosed(reading, s)
            enter(reading, s)
        else:
            close(reading, s)
    elif opens(s, following[0]):
        enter(reading, s)
    else:
        reading.lone.append(lone_mark(s))


def opens(s: Sign, following: Sign | None) -> bool:
    """Nothing of its family is open: does the mark open?"""
    if s.shape in OPENS:
        return True
    if s.may_open:
        return s.shape not in CLOSES or following is not None
    if s.shape in CLOSES or s.after_digit or following is None:
        return False
    return bool(s.after) and (not s.after.isspace() or not s.before or s.before.isspace())


FEET: Final = re.compile(r"\d[’'′]\s?\d{1,2}(?:\.\d)?$")


def measures(reading: Reading, s: Sign, following: Sign | None) -> bool:
    """An inch mark inside a quotation: 5'10", or a number and a mark where a later mark can close the quotation."""
    if s.shape not in ('"', "”", "''") or not s.after_digit or not reading.is_open(s.family):
        return False
    if FEET.search(reading.text, max(0, s.start - 8), s.start):
        return True
    lower = reading.text[s.end : s.end + 2]
    return following is not None and following.may_close and lower[:1] == " " and lower[1:].islower()


def strictly_opens(s: Sign) -> bool:
    """Only an opening stands so: free on the left, bound on the right."""
    return s.may_open and (not s.before or s.before.isspace() or s.before in "([{")


def opens_inside(reading: Reading, s: Sign, following: Following) -> bool:
    """A quotation inside a quotation of one family: an opening whose next mark closes it and leaves the outer open."""
    outer, (closer, later) = reading.top(s.family), following
    if s.shape in CLOSES or not strictly_opens(s) or closer is None or strictly_opens(closer):
        return False
    if outer is not None and outer.shape != s.shape:
        return closer.shape in CLOSING_OF.get(s.shape, ())
    return later is not None and not strictly_opens(later)


CLOSING_OF: Final = {
    "“": ("”",), '"': ('"',), "``": ("''",), "''": ("''",), "„": ("“", "”"), "«": ("»",), "»": ("«",), "”": ("”",),
}  # fmt: skip


def opens_again(s: Sign) -> bool:
    """An opening while one is open: the earlier closing mark was forgotten."""
    return s.shape not in CLOSES and strictly_opens(s)


def end_unclosed(reading: Reading, s: Sign) -> None:
    """End what is open of the family before a mark that opens again."""
    while reading.is_open(s.family):
        leave(reading, pop(reading), s.start, "another quotation opens before a closing mark")


def lone_mark(s: Sign) -> LoneMark:
    """Say what a double mark is that quotes nothing."""
    if s.after_digit:
        return LoneMark(s.start, s.end, "measure", "inch or second mark after a number")
    return LoneMark(s.start, s.end, "stray", "closes nothing: no opening mark before it in the paragraph")


# --- the stack ------------------------------------------------------------------------------------------------------


def enter(reading: Reading, s: Sign) -> None:
    """Open a quotation."""
    reading.stack.append(s)
    reading.open_in[s.family] = reading.open_in.get(s.family, 0) + 1


def pop(reading: Reading) -> Sign:
    """Take the innermost open mark."""
    s = reading.stack.pop()
    reading.open_in[s.family] -= 1
    return s


def close(reading: Reading, s: Sign) -> None:
    """Close the innermost open mark of the family; what is open inside it ends there too."""
    while reading.stack[-1].family != s.family:
        leave(reading, pop(reading), s.start, "the quotation around it closes first")
    o = pop(reading)
    usual = s.shape in CLOSING_OF.get(o.shape, ()) or o.family not in ("double", "guillemet")
    because = "closed" if usual else f"closed by {s.shape}, which is not the usual partner of {o.shape}"
    reading.stretches.append(Stretch(o.start, s.end, o.end, s.start, o.shape, s.shape, because, reading.paragraph))


def leave(reading: Reading, o: Sign, end: int, because: str) -> None:
    """End a quotation that no mark closes; a single mark without a partner was an apostrophe."""
    end = trimmed_end(reading.text, o.end, end)
    if o.family == "single" and not starts_paragraph(o):
        reading.lone.append(LoneMark(o.start, o.end, "apostrophe", "no single mark closes it"))
    else:
        reading.stretches.append(Stretch(o.start, end, o.end, end, o.shape, "", because, reading.paragraph))


def starts_paragraph(o: Sign) -> bool:
    """The mark is the first character of its paragraph."""
    return not o.before


def trimmed_end(text: str, start: int, end: int) -> int:
    """Move an end back over blanks, not before start."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
