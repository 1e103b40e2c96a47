"""Who refuses a request acts, who made it is acted on, and the refusal counts whatever was asked for."""

from __future__ import annotations

from datetime import date

import pytest

from readout.lexicon.events import event_words
from readout.records import Word
from readout.text.event_status import read_status
from readout.text.event_telling import numbers_of, tellings
from readout.text.event_tree import Tree
from readout.text.lexemes import tokenize
from tests.stages.test_detect import english

REFUSED = [
    ("The senate rejected a demand by the unions to lower the tax.", "senate", "unions"),
    ("The minister turned down an appeal from the mayor to close the road.", "minister", "mayor"),
    ("The court dismissed a request by the lawyers to annul the election.", "court", "lawyers"),
    ("The ministry rejected Tolvia's demand for an apology.", "ministry", "Tolvia"),
]


@pytest.mark.parametrize(("text", "who", "whom"), REFUSED, ids=[t[0][:30] for t in REFUSED])
def test_refused_request(text: str, who: str, whom: str) -> None:
    known = event_words()
    tree = Tree(text, [Word(*w) for w in english().parse([text])[0]], known.forms)
    found = tellings(tree, numbers_of(text, date(2025, 3, 16), tokenize(text)), known)
    (one,) = [t.found for t in found if t.found.reading.status == "refused"]
    assert one.coded == "REJECT"
    assert [text[slice(*tree.phrase(a))] for a in one.parties.actors] == [who]
    assert [text[slice(*tree.phrase(a))] for a in one.parties.recipients] == [whom]


LENGTHS = [
    ("The envoy was to have had two hours with the premier on Tuesday.", "have", "planned"),
    ("The envoy was to have met the premier on Tuesday.", "met", "cancelled"),
]


@pytest.mark.parametrize(("text", "word", "status"), LENGTHS, ids=[t[0][:32] for t in LENGTHS])
def test_a_meeting_that_was_to_have_been_shorter_is_not_called_off(text: str, word: str, status: str) -> None:
    known = event_words()
    tree = Tree(text, [Word(*w) for w in english().parse([text])[0]], known.forms)
    node = max(i for i, low in enumerate(tree.lows) if low in (word, "had" if word == "have" else word))
    assert read_status(tree, node, None, known.modality).status == status
