"""Tell whether a pronoun can mean somebody: by what it is, and whether it leads the sentence before as "it" takes up a subject."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from readout.text.clause_trees import Span

PERSONS: Final = frozenset(("he", "she", "him", "his", "her"))
THINGS: Final = frozenset(("it", "its"))
SEVERAL: Final = frozenset(("they", "them", "their"))
# What stands before the subject of a sentence: nothing, an article, a mark, or words on when, where or why up to a comma.
LEADING: Final = re.compile(r"\W*(?:[^,;:.“”\"]{3,90}, )?(?:[Tt]he )?")
# What goes on from a name that is no subject: X's, X and Y, X of Y.
GOES_ON: Final = re.compile(r"[’']s?\b|,? (?:and|or|of|in|on|at|to|for|by|from|with|as) |-|\s*$")


def may_mean(word: str, kind: str) -> bool:
    """Tell whether a pronoun can mean an entity of some type: a person is he or she, nobody else is, and no one person is they."""
    if word in PERSONS:
        return kind == "person"
    return kind != "person" if word in THINGS | SEVERAL else True


def leads(text: str, sentence: Span, names: Iterable[Span]) -> bool:
    """Tell whether one of some names is what a sentence is about: it begins with it, or words on the circumstances stand before."""
    return any(
        LEADING.fullmatch(text, sentence[0], start) is not None and GOES_ON.match(text, end, sentence[1]) is None
        for start, end in names
        if sentence[0] <= start < sentence[1]
    )
