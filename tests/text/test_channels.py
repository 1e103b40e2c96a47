"""channels: ways between two sides, not what is done once nor what runs inside a country."""

from __future__ import annotations

import pytest

from readout.lexicon.channels import channel_words
from readout.records import Word
from readout.text.channels import channels

CLOSED = "Ostrava PROPN Ostrava 2 nsubj|closed VERB close 0 root|the DET the 4 det|crossing NOUN crossing 2 obj|at ADP at 6 case|" \
    "Lurn PROPN Lurn 4 nmod"  # fmt: skip
ILLEGAL = "Guards NOUN guard 2 nsubj|stopped VERB stop 0 root|an DET an 5 det|illegal ADJ illegal 5 amod|crossing NOUN crossing 2 obj"
OF_RIVER = "Guards NOUN guard 2 nsubj|stopped VERB stop 0 root|the DET the 4 det|crossing NOUN crossing 2 obj|of ADP of 7 case|" \
    "the DET the 7 det|river NOUN river 4 nmod"  # fmt: skip
TRAINS = "The DET the 2 det|strike NOUN strike 3 nsubj|halted VERB halt 0 root|most ADJ most 6 amod|rail NOUN rail 6 compound|" \
    "trains NOUN train 3 obj"  # fmt: skip
BORDER = (
    "Marn PROPN Marn 2 nsubj|suspended VERB suspend 0 root|cross-border ADJ cross-border 4 amod|trains NOUN train 2 obj"
)
FIRED = "Rebels NOUN rebel 2 nsubj|opened VERB open 0 root|fire NOUN fire 2 obj|on ADP on 6 case|a DET a 6 det|" \
    "checkpoint NOUN checkpoint 2 obl"  # fmt: skip


def parsed(rows: str) -> list[Word]:
    """Read words written as form, part of speech, lemma, head from 1, relation."""
    words, at = [], 0
    for row in rows.split("|"):
        form, upos, lemma, head, relation = row.split()
        words.append(Word(at, at + len(form), upos, lemma, int(head) - 1, relation, "O"))
        at += len(form) + 1
    return words


@pytest.mark.parametrize(
    ("rows", "abroad", "states"),
    [(CLOSED, False, ["closed"]), (ILLEGAL, True, []), (OF_RIVER, True, []), (TRAINS, False, []), (TRAINS, True, ["frozen"]),
     (BORDER, False, ["frozen"]), (FIRED, True, [])],
)  # fmt: skip
def test_a_channel_is_a_way_between_two_sides(rows: str, abroad: bool, states: list[str]) -> None:
    assert [c.state for c in channels(parsed(rows), channel_words(), abroad=abroad)] == states
