"""agencies: names of news agencies, and how names of agencies and outlets are made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from readout.lexicon import read

PRESS = re.compile(r"^(?:[A-ZÀ-Þ][\w'’-]+ )?(?P<before>[A-ZÀ-Þ][\w'’-]+) (?:Press|Agency|Wire|Service)$")
FUSED = (
    r"^(?!(?:Ex|Em|Cy|Com|Im|Op|De|Re|Sup|Hay|Bar|Let|Un)(?:press|wire|inform))[A-ZÀ-Þ][a-zà-ÿ]{2,9}(?:press|wire|inform)$"
)
LONGEST_NAME = 120  # characters; longer lines are no names, and looking through them for the end of one costs their square
OF_PAPERS = frozenset(
    ("Free", "Evening", "Morning", "Daily", "Sunday", "Saturday", "Weekly", "The", "University", "City", "Town")
)


@dataclass(frozen=True, slots=True)
class Agencies:
    """Names of agencies as signed, in lower case where `folded`; words that end names; words that name nobody."""

    signed: frozenset[str]
    folded: frozenset[str]
    pictures: frozenset[str]
    agency_end: re.Pattern[str]
    outlet_word: re.Pattern[str]
    nobody: frozenset[str]

    def is_agency(self, name: str) -> bool:
        """Tell a known agency, or a name made like one. Short names must be written as signed: TT, not tt."""
        known = name in self.signed or (len(name) > 4 and name.casefold() in self.folded)
        return known or (len(name) <= LONGEST_NAME and bool(self.agency_end.search(name)))

    def signs(self, name: str) -> bool:
        """Tell a name that is an agency's where whose text it is stands, a paper's elsewhere: X Press, but no X Free Press."""
        found = PRESS.match(name)
        return self.is_agency(name) or (found is not None and found["before"] not in OF_PAPERS)

    def is_picture(self, name: str) -> bool:
        """Tell an agency of pictures."""
        return name.casefold() in self.pictures

    def is_publisher(self, name: str) -> bool:
        """Tell an agency, or a name made like an outlet's."""
        return self.is_agency(name) or (len(name) <= LONGEST_NAME and bool(self.outlet_word.search(name)))


@cache
def agencies() -> Agencies:
    """Give what is known of agencies."""
    raw = read("agencies")
    ends, words = ("|".join(map(re.escape, raw[name])) for name in ("agency_words", "outlet_words"))
    return Agencies(
        frozenset(raw["agencies"]),
        frozenset(name.casefold() for name in raw["agencies"]),
        frozenset(name.casefold() for name in raw["pictures"]),
        re.compile(
            rf"\w[\w'’.-]*\s+(?i:{ends})$|^[A-ZÀ-Þ][a-zà-ÿ]+(?:Press|Wire|Presse|Inform)$|{FUSED}|"
            r"^(?i:agency|agence|agencia|agência|agenzia|agentur)\s+[A-ZÀ-Þ][\w’'-]+(?:\s+(?:de\s+)?[A-ZÀ-Þ][\w’'-]+){0,2}$"
        ),
        re.compile(
            rf"^(?=.*[A-ZÀ-Ý])(?:(?:The|Die|Der|Le|La|"
            rf"El)\s)?(?:[A-ZÀ-Ý0-9][\w&'’.-]*\s+)*(?:{words})(?:\s+(?:(?:de|do|da|del|di|du|of)\s+|d[’'])?[A-ZÀ-Ý][\w'’.-]*){{0,2}}$"
        ),
        frozenset(raw["nobody"]),
    )
