"""Read a name that joins fields or people as one party: the Alliance of Fishers and Boat Owners met the minister."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from readout.records import Word
from readout.text.event_lists import listed
from readout.text.event_repairs import ancestors
from readout.text.names_joined import JOINERS
from readout.text.people_nouns import are_people

Span = tuple[int, int]


def names_whole(text: str, words: Sequence[Word], names: Iterable[Span]) -> Sequence[Word]:
    """Give the words with each name that holds an "and", or is of people, hung on one of its words; what hung on the others hangs
    on that one: the Union of X Miners is no miners."""
    lows = [text[w.start : w.end].lower() for w in words]
    if not any(low in JOINERS or low in OF_PEOPLE for low in lows):
        return words
    made = list(words)
    for start, end in sorted(set(names)):
        inside = [i for i, w in enumerate(made) if start <= w.start and w.end <= end]
        own = [lows[i] for i in inside]
        if any(low in JOINERS for low in own[1:-1]) or (
            "of" in own and not OF_PEOPLE.isdisjoint(own) and are_people(own[-1])
        ):
            hung_on_one(made, inside)
    return made


# Bodies that are called by the people in them.
OF_PEOPLE: Final = listed(
    "union federation confederation league association alliance society brotherhood guild council chamber congress"
)


def hung_on_one(made: list[Word], inside: Sequence[int]) -> None:
    """Hang the words of a name on the first of them that stands highest."""
    own = set(inside)
    tops = [i for i in inside if made[i].upos in ("NOUN", "PROPN", "ADJ") and not ancestors(made, i) & own]
    if not tops:
        return
    top = min(tops)
    for i, w in enumerate(made):
        if i in own and i != top:
            made[i] = replace(w, head=top, deprel="flat")
        elif i not in own and w.head in own:
            made[i] = replace(w, head=top)
