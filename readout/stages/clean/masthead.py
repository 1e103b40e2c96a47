"""masthead: the outlet's name and slogan on the first line of a page."""

from __future__ import annotations

import re

from readout.lexicon.agencies import agencies
from readout.lexicon.boilerplate import furniture

MASTHEAD = re.compile(r"^(?P<name>[^|—–·•►»>]{3,40}?)\s+[|—–·•►»>]\s+\S+(?:\s+\S+){2,}$")
CAMEL = re.compile(r"^(?!Ma?c[A-Z])[A-Z][a-z]+(?:[A-Z][a-z]+)+\d*$")


def masthead(text: str) -> str | None:
    """Read the outlet off `Name | slogan`: a name made like an outlet's; null for any other, which may be a section's
    or a subject's. A name in capitals is written as names are."""
    found = MASTHEAD.match(text)
    if found is None:
        return None
    name = found["name"].title() if found["name"].isupper() else found["name"]
    words = name.casefold().split()
    if CAMEL.match(name):
        return None if words[0] in furniture().entries else name
    made = len(words) > 1 and agencies().is_publisher(name)
    return name if made and not set(words[:-1]) & furniture().sections else None
