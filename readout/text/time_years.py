"""Years as dates name them: 2025, '98, last year; and the patterns that rules for dates share."""

from __future__ import annotations

from typing import Final

from readout.text.time_scene import Hit

SHORT_YEAR = 70  # '70 and above belong to the century before; ours
YEAR_SHIFT: Final = {"last": -1, "next": 1, "this": 0, "previous": -1, "following": 1, "coming": 1}
Y: Final = "(?P<y>YEAR|APOS DAYNUM|APOS FIGURE)"
M: Final = "(?P<m>MONTH|AMBMONTH|MONABBR DOT?)"
WD: Final = "(?:(?:THE? (?P<wd>WEEKDAY|WDABBR DOT?)) COMMA? THE?)?"
DET: Final = "(?P<det>NEXT|LAST|THIS|COMING|PAST|PREVIOUS|FOLLOWING)"
OF_YEAR: Final = "(?P<rel>COMMA? (?:OF|IN)? (?:LAST|NEXT|THIS|THE PREVIOUS|THE FOLLOWING) YEARW)"
EARLY: Final = "(?:(?:EARLY|EARLIER|LATER) (?:IN|ON|DASH)?|THE? END OF)?"


def full_year(short: int) -> int:
    """Give the year of two figures."""
    return (1900 if short >= SHORT_YEAR else 2000) + short


def year_of(hit: Hit, group: str) -> int | None:
    """Give a year written in full, or as '98."""
    year = hit.whole(group)
    if year is None and hit.has(group):
        short = hit.scene.tokens.values.get(hit.end(group) - 1)
        return full_year(int(short)) if short is not None and short < 100 else None
    return year


def year_of_last(hit: Hit, group: str) -> int | None:
    """Give the year that "last year", "next year" or "this year" names behind a month."""
    if not hit.has(group) or hit.scene.anchor is None:
        return None
    word = next((w for w in hit.scene.tokens.words[hit.at(group) : hit.end(group)] if w in YEAR_SHIFT), None)
    return hit.scene.anchor.year + YEAR_SHIFT[word] if word else None
