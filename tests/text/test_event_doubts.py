"""An act that a sentence leaves open has not happened."""

from __future__ import annotations

from datetime import date

import pytest

from readout.lexicon.events import event_words
from readout.records import Word
from readout.text.event_telling import numbers_of, tellings
from readout.text.event_tree import Tree
from readout.text.lexemes import tokenize
from tests.stages.test_detect import english

CASES = [
    ("There was no confirmation that the vice-president had been arrested.", "arrested", "hypothetical"),
    ("Investigators have not seen any proof that the two companies signed the contract.", "signed", "hypothetical"),
    ("There is no sign of an attack on the bridge, the army said.", "attack", "hypothetical"),
    ("He would sooner resign than talk to mutineers, he said.", "talk", "hypothetical"),
    ("He would sooner resign than talk to mutineers, he said.", "resign", "hypothetical"),
    ("The president promised an amnesty to every soldier who returned to barracks by noon.", "returned", "hypothetical"),
    ("Heavy fines await anyone who meets the rebels.", "meets", "hypothetical"),
    ("The minister all but accused the company of fraud.", "accused", "hypothetical"),
    ("A draft of the resolution condemns the attack.", "condemns", "hypothetical"),
    ("The novel tells of a minister who is arrested for treason.", "arrested", "hypothetical"),
    ("The exercise simulated an attack on the port.", "attack", "hypothetical"),
    ("The union's demand that the director be dismissed was ignored.", "dismissed", "proposed"),
    ("An order that the camp be cleared was ignored.", "cleared", "proposed"),
    ("The group wants 300 prisoners freed before it talks.", "talks", "planned"),
    ("The army was accused by the church of killing civilians.", "killing", "reported"),
    ("He had been arrested before he met the envoy.", "met", "happened"),
    ("The palace would neither confirm nor deny that the king had met the rebels.", "met", "hypothetical"),
    ("The ministry refused to confirm or deny that the envoys had met.", "met", "hypothetical"),
    ("He denied that the envoys had met.", "met", "denied"),
    ("The court found evidence that the police had beaten the prisoners.", "beaten", "happened"),
    ("There is little doubt that the army killed the hostages.", "killed", "happened"),
    ("All those who were arrested on Sunday were released.", "arrested", "happened"),
]


@pytest.mark.parametrize(("text", "trigger", "status"), CASES, ids=[f"{c[1]}: {c[0][:24]}" for c in CASES])
def test_status_of_what_is_left_open(text: str, trigger: str, status: str) -> None:
    known = event_words()
    tree = Tree(text, [Word(*w) for w in english().parse([text])[0]], known.forms)
    found = tellings(tree, numbers_of(text, date(2025, 3, 16), tokenize(text)), known)
    told = {text[tree.words[t.found.trigger].start : tree.words[t.found.trigger].end]: t.found.reading.status for t in found}
    assert told[trigger] == status
