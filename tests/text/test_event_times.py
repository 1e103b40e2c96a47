"""When an act was: times that stand in clauses around it."""

from __future__ import annotations

from datetime import date

import pytest

from readout.lexicon.events import event_words
from readout.records import Word
from readout.text.event_telling import numbers_of, tellings
from readout.text.event_tree import Tree
from readout.text.lexemes import tokenize
from tests.stages.test_detect import english

WRITTEN = date(2025, 3, 16)
TOLD = [
    ("The quarrel began on Wednesday, when Tolvia shot down a drone.", "shot", "2025-03-12"),
    ("The trouble started last Friday when police arrested two students.", "arrested", "2025-03-14"),
    ("When he came home on Tuesday, police arrested him.", "arrested", "2025-03-11"),
    ("Tolvia has cancelled a visit by its envoy, Ana Vero, that had been planned for 19 March.", "visit", "2025-03-19"),
    ("A meeting between the two ministers that was due to take place on Thursday has been put off.", "meeting", "2025-03-20"),
    ("Three days after Kestany shut the Marn crossing, 200 lorries are parked along the road.", "shut", None),
    ("The two sides agreed in March to resume talks in October.", "talks", "2025-10-01"),
    ("The court ordered him on Tuesday to pay 300 talers by Friday.", "pay", "2025-03-11"),
    ("The committee has summoned the minister to appear on Thursday.", "summoned", None),
    ("Porters in Marn called off a 12-day strike on Saturday.", "strike", None),
    ("The union called for a one-day strike in all eight pits on Tuesday.", "strike", "2025-03-18"),
    ("The union called off Tuesday's strike.", "strike", "2025-03-18"),
    ("The negotiations had begun on Saturday, an hour later than planned.", "negotiations", "2025-03-15"),
    ("A judge in Marn ordered the release of the two clerks on Friday evening.", "release", "2025-03-14"),
    ("He would join the talks only if the clerk arrested on Wednesday was freed.", "freed", None),
    ("He would join the talks only if the clerk arrested on Wednesday was freed.", "arrested", "2025-03-12"),
    ("She said the crossing would reopen the day Tolvia apologised.", "reopen", None),
    ("As a gesture of good will, Tolvia on Friday released the seven men.", "released", "2025-03-14"),
    ("Dealers must wait: the cabinet on Friday banned grain exports for a year.", "banned", "2025-03-14"),
    ("Tolvia will ban grain exports on Friday.", "ban", "2025-03-21"),
]


@pytest.mark.parametrize(("text", "trigger", "day"), TOLD, ids=[t[0][:40] for t in TOLD])
def test_day_of_an_act_told_in_a_clause_beside_it(text: str, trigger: str, day: str | None) -> None:
    known = event_words()
    tree = Tree(text, [Word(*w) for w in english().parse([text])[0]], known.forms)
    found = tellings(tree, numbers_of(text, WRITTEN, tokenize(text)), known)
    (when,) = [t.when for t in found if tree.lows[t.found.trigger] == trigger]
    assert when.start == day
