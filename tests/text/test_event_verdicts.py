"""Rules and event network together: which events stand, which are added, whose status counts."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from readout.lexicon.events import event_words
from readout.models.english import English, load_english
from readout.models.event_input import STATUSES, TYPES
from readout.records import Word
from readout.text.event_found import Found
from readout.text.event_judgement import Said, WordJudgement
from readout.text.event_reading import read_events
from readout.text.event_tree import Tree
from readout.text.event_verdicts import headed, in_one_name, weighed
from readout.text.event_weighing import taking_part, way


@cache
def english() -> English:
    return load_english("accurate")


def verdict(kind: str, share: float, status: str, *parties: tuple[int, ...]) -> WordJudgement:
    """A verdict of one type and status; the rest goes to others."""
    types = dict.fromkeys(TYPES, 0.0) | {kind: share, "NONE": 1 - share}
    statuses = dict.fromkeys(STATUSES, 0.0) | {status: 0.9}
    actors, recipients = parties or ((), ())
    return WordJudgement(types, statuses, dict.fromkeys(actors, 0.9), dict.fromkeys(recipients, 0.9))


def both(text: str, words: dict[str, WordJudgement], none: float = 0.99) -> tuple[Tree, list[Found]]:
    """The events of a sentence where the network says this of some words, and none of all others."""
    tree = Tree(text, [Word(*w) for w in english().parse([text])[0]], event_words().forms)
    at = {tree.lows.index(word): v for word, v in words.items()}
    said = Said([at[i].types["NONE"] if i in at else none for i in range(len(tree.words))], at)
    return tree, weighed(tree, read_events(tree, event_words()), event_words(), said)


def test_an_event_that_the_network_is_sure_is_none_is_given_up() -> None:
    text = "Kestany attacked Belmarra."
    assert len(both(text, {"attacked": verdict("ASSAULT", 0.6, "happened")})[1]) == 1
    assert both(text, {})[1] == []


def test_a_word_that_no_rule_knows_becomes_an_event_with_its_parties() -> None:
    text = "Soldiers of Kestany pulverised Belmarra."
    tree, (found,) = both(text, {"pulverised": verdict("ASSAULT", 0.99, "happened", (0,), (4,))})
    assert (found.frame.type, found.coded, found.reading.status) == ("ASSAULT", "ASSAULT", "happened")
    assert (found.parties.actors, found.parties.recipients) == ((0,), (4,))
    assert "network" in found.parties.because
    assert tree.lows[found.trigger] == "pulverised"


def test_a_type_that_is_only_likely_adds_nothing() -> None:
    assert both("Soldiers of Kestany pulverised Belmarra.", {"pulverised": verdict("ASSAULT", 0.45, "happened")})[1] == []


def test_where_rules_saw_no_word_of_status_the_network_tells_it() -> None:
    (found,) = both("Kestany bombed Belmarra in the old war.", {"bombed": verdict("ASSAULT", 0.9, "historical")})[1]
    assert found.reading.status == "historical" and "network" in found.reading.because
    (found,) = both("Kestany bombed Belmarra.", {"bombed": verdict("ASSAULT", 0.9, "reported")})[1]
    assert found.reading.status == "happened"  # whose word it is, is left to the rules


def test_what_rules_saw_stands_against_the_network() -> None:
    (found,) = both("Kestany threatened to bomb Belmarra.", {"bomb": verdict("ASSAULT", 0.9, "happened")})[1]
    assert found.reading.status == "threatened"


def test_parties_that_rules_miss_come_from_the_network() -> None:
    text = "In Belmarra a bombing was laid at the door of Kestany."
    tree, found = both(text, {"bombing": verdict("ASSAULT", 0.9, "reported", (10,), (1,))})
    (event,) = [f for f in found if tree.lows[f.trigger] == "bombing"]
    assert tree.lows[event.parties.actors[0]] == "kestany"


def test_words_the_network_did_not_read_are_left_to_the_rules() -> None:
    text = "Kestany attacked Belmarra."
    tree = Tree(text, [Word(*w) for w in english().parse([text])[0]], event_words().forms)
    found = read_events(tree, event_words())
    assert weighed(tree, found, event_words(), Said([], {})) == found


def test_what_falls_of_what_can_fall_stands_until_the_network_is_sure_of_it() -> None:
    text = "The roof of the hall came down."
    assert [f.frame.mode for f in both(text, {}, none=0.5)[1]] == ["collapse"]
    assert both(text, {}, none=0.99)[1] == []


def test_what_was_not_called_off_stands_against_the_network() -> None:
    text = "The visit has not been cancelled."
    _, found = both(text, {"visit": verdict("CONSULT", 0.99, "cancelled")})
    assert [f.reading.status for f in found] == ["planned"]


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Ostrel demanded that the rebels leave before any hostage was freed.", "freed", "planned"),
        ("The general said the army would leave the town once the hostages were freed.", "freed", "conditional"),
        ("The rebels left before the hostages were freed.", "freed", "happened"),
        ("The envoy demanded that the mayor resign after he was arrested.", "arrested", "happened"),
    ],
)
def test_a_clause_of_time_under_what_is_demanded_or_will_be_lies_ahead(text: str, word: str, status: str) -> None:
    tree = Tree(text, [Word(*w) for w in english().parse([text])[0]], event_words().forms)
    found = {tree.lows[f.trigger]: f.reading.status for f in read_events(tree, event_words())}
    assert found[word] == status


def test_a_way_leads_up_from_the_act_and_down_to_the_word() -> None:
    tree, _ = both("The ministry said that Kestany attacked Belmarra.", {})
    said, attacked, ministry, kestany = (tree.lows.index(w) for w in ("said", "attacked", "ministry", "kestany"))
    assert way(tree, attacked, kestany) == ([], ["nsubj"])
    assert way(tree, attacked, ministry) == (["ccomp"], ["nsubj"])
    assert way(tree, attacked, said) == (["ccomp"], [])
    assert way(tree, attacked, attacked) == ([], [])


def test_who_only_says_so_is_likelier_no_party_than_who_does_it() -> None:
    said = verdict("ASSAULT", 0.95, "happened", (1, 4), ())
    tree, found = both("The ministry said that Kestany attacked Belmarra.", {"attacked": said})
    (attack,) = (f for f in found if f.frame.type == "ASSAULT")
    known = event_words()
    speaker, doer = (known.weighing.chance("actor", taking_part(tree, attack, h, said, True, known.actors)) for h in (1, 4))
    assert speaker < doer


def test_a_further_party_must_be_surer_than_the_first() -> None:
    bars = event_words().weighing.bars
    assert bars["further actor"] > bars["actor"] and bars["further recipient"] > bars["recipient"]


def test_a_word_of_a_name_stands_for_the_name() -> None:
    """Soldiers of | New | Haven: the name is told, not its first word."""
    tree = Tree("Troops bombed New Belmar.", [Word(*w) for w in english().parse(["Troops bombed New Belmar."])[0]], event_words().forms)
    tags = ["O", "O", "B-LOC", "I-LOC", "O"]
    words = [replace(w, ner=tag) for w, tag in zip(tree.words, tags, strict=True)]
    words[2] = replace(words[2], head=3, deprel="amod")
    tree = Tree(tree.text, words, event_words().forms)
    assert in_one_name(tree, 2, 3)
    assert headed(tree, 2, 1, event_words()) == 3
    assert not in_one_name(tree, 0, 1)


@pytest.mark.parametrize(
    ("text", "word", "kind", "status"),
    [
        ("Police used tear gas to disperse the crowd.", "disperse", "COERCE", "happened"),
        ("The diplomats were given two days to leave.", "leave", "RETREAT", "planned"),
        ("The envoy will travel to Tolvia to visit the camp.", "visit", "CONSULT", "planned"),
    ],
)
def test_an_aim_that_the_network_takes_for_reached_is_unless_the_verb_leaves_it_open(
    text: str, word: str, kind: str, status: str
) -> None:
    found = [f for f in both(text, {word: verdict(kind, 0.98, "happened")})[1] if f.frame.type == kind]
    assert all(f.reading.status == status for f in found if f.trigger)
