"""Sentences that may tell an act in other words."""

from __future__ import annotations

from types import SimpleNamespace

from readout.stages.fuse.retold import Sentences

FILLERS = [f"Stall number {n} of the market sold plums grown near village {n}." for n in range(40)]
ACT = "Ana Kol and Ilir Ruse initialled the ferry accord in Brel on Monday."


def retold(*others, akin=()):
    said = [(("doc:a", 0, len(ACT)), ACT)]
    said += [((f"doc:{n}", 0, len(words)), words) for n, words in enumerate([*others, *FILLERS])]
    told = SimpleNamespace(event=SimpleNamespace(doc_id="doc:a"), kind="AGREE", sentence=ACT)
    beside = [SimpleNamespace(event=SimpleNamespace(doc_id=f"doc:{n}", start=3), kind=kind) for n, kind in akin]
    return [place[0] for place in Sentences(said).like([told], beside)]


def test_a_page_that_names_the_same_rare_things_may_tell_the_act():
    assert retold("In Brel the ferry accord got the initials of Kol and Ruse.") == ["doc:0"]


def test_one_name_in_common_is_not_enough():
    assert retold("Ilir Ruse likes plums and walks by the lake in the evening with his old dog.") == []


def test_the_page_of_the_act_itself_is_left_out():
    assert retold() == []


def test_a_sentence_that_tells_such_an_act_needs_fewer_words_in_common():
    other = "In Brel the two sides agreed on the ferry after a week of talks about tolls, berths and the price of diesel."
    assert retold(other) == []
    assert retold(other, akin=[(0, "PROTEST")]) == []
    assert retold(other, akin=[(0, "AGREE")]) == ["doc:0"]
