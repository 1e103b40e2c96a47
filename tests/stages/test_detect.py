"""Events of short invented sentences, read with the parser of the package."""

from __future__ import annotations

from functools import cache

import pytest

from readout.lexicon.events import event_words
from readout.models.english import English, load_english
from readout.records import Word
from readout.text.event_reading import read_events
from readout.text.event_tree import Tree


@cache
def english() -> English:
    return load_english("accurate")


def read(text: str) -> list[tuple[str, str | None, str, list[str], list[str]]]:
    """Type, coded type, status, actors and recipients of each event of a sentence."""
    tree = Tree(text, [Word(*w) for w in english().parse([text])[0]], event_words().forms)

    def words(heads: tuple[int, ...]) -> list[str]:
        return [text[slice(*tree.phrase(h))] for h in heads]

    return [
        (f.frame.type, f.coded, f.reading.status, words(f.parties.actors), words(f.parties.recipients))
        for f in read_events(tree, event_words())
    ]


CASES = [
    ("President Mara Tolv was received by King Odo in the capital.",
     [("CONSULT", "CONSULT", "happened", ["King Odo"], ["President Mara Tolv"])]),
    ("Talks between the government and the rebels collapsed on Friday.",
     [("CONSULT", "CONSULT", "happened", ["government", "rebels"], [])]),
    ("Belmarra denied that its navy had attacked the trawler.",
     [("ASSAULT", None, "denied", ["its navy"], ["trawler"])]),
    ("The government refused to meet union leaders.",
     [("CONSULT", "REJECT", "refused", ["government"], ["union leaders"])]),
    ("Kestany cancelled talks with Belmarra in protest.",
     [("CONSULT", "REJECT", "cancelled", ["Kestany"], ["Belmarra"])]),
    ("The prime minister's visit to Tolvia was cancelled because of the storm.",
     [("CONSULT", None, "cancelled", ["prime minister"], ["Tolvia"])]),
    ("Tolvia has not decided whether to join the talks.",
     [("CONSULT", None, "question", ["Tolvia"], [])]),
    ("Dramund expelled two Tolvian diplomats.",
     [("SANCTION", "SANCTION", "happened", ["Dramund"], ["two Tolvian diplomats"])]),
    ("The company attacked the problem with a new strategy.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][:40] for c in CASES])
def test_one_sentence(text: str, expected: list[object]) -> None:
    assert read(text) == expected
