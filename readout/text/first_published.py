"""Say from which day a page's "Tuesday" counts: the day its text was first published, where the page says that it is a reprint."""

from __future__ import annotations

import re

from readout.text.page_dates import find_day

FIRST = re.compile(r"\b(?:first|originally|previously)\s+(?:published|appeared|printed|posted|issued|ran)\b", re.I)
DAY = 10  # characters of an ISO day


def written_day(published: str | None, credited: str | None) -> str | None:
    """Give the day that relative times on a page count from: that of first publication, where the credit line tells one that is
    not later than the page's own; else the page's."""
    if not credited or not FIRST.search(credited):
        return published
    day = find_day(credited)
    return day.iso if day and (published is None or day.iso <= published[:DAY]) else published
