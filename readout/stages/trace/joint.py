"""Tell texts that two public bodies issue together: neither has a joint statement from the other."""

from __future__ import annotations

import re
from collections.abc import Iterable

from readout.records import Document
from readout.stages.trace.blocks import Pair
from readout.stages.trace.links import Links
from readout.stages.trace.pile import Pile

# Words by which public bodies name themselves, where they publish: ours.
PUBLIC_BODY = re.compile(
    r"\b(?:Ministry|Government|Cabinet|Presidency|Chancellery|Embassy|Consulate|Secretariat|Parliament|Commission|Council)"
    r"(?:\s+(?:of|in|to)\b|\s+Office$|$)|\b(?:Foreign|Cabinet|Prime Minister['’]s|President['’]s) Office\b|\bState Department\b|"
    r"\bDepartment of\b|\bOffice of the\b|\bPermanent Mission\b"
)
PRESS_OFFICE = re.compile(r"\b(?:press|information|media)\s+(?:office|service|department|centre|center|release)\b", re.I)
HEAD, LONGEST = 400, 14  # characters at the top of a page, and words of a line there
BECAUSE = "both pages are of public bodies, which issue one text together"


def issued_together(pile: Pile, pairs: Iterable[Pair], found: Links) -> frozenset[Pair]:
    """Give the pairs of pages by two public bodies that print the same words and credit nobody."""
    return frozenset(p for p in pairs if bodies(pile, p) and all(part.kind == "verbatim" for part in found[p]))


def bodies(pile: Pile, pair: Pair) -> bool:
    """Tell whether two pages are of public bodies, not of one outlet, and credit nobody."""
    one, other = (pile.documents[d] for d in pair)
    return is_of_body(one) and is_of_body(other) and (one.outlet is None or one.outlet != other.outlet)


def is_of_body(document: Document) -> bool:
    """Tell a page of a public body, by its outlet's name; where it gives none, by a line of its head that names the press
    office of one."""
    if document.credited_source:
        return False
    if document.outlet:
        return bool(PUBLIC_BODY.search(document.outlet))
    lines = [line.strip(" *#_|") for line in document.text[:HEAD].splitlines()]
    return any(len(line.split()) <= LONGEST and PRESS_OFFICE.search(line) and PUBLIC_BODY.search(line) for line in lines)
