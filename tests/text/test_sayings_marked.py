"""Words in marks are given to whoever they are told of: by what he does with them, by a noun, by hearsay, by a passive."""

from __future__ import annotations

import pytest

from tests.text.test_antecedents import found


def speakers(text: str) -> dict[str, str]:
    """The words that name who spoke, else those that say so, by the marked words; terms have none."""
    made: dict[str, str] = {}
    for s in found(text):
        who = s.name or (text[slice(*s.named[0])] if s.named else text[slice(*s.source)] if s.source else "")
        for a, b in s.content if s.kind != "indirect" else ():
            made[text[a:b].split("“")[-1].split("”")[0].rstrip(",.")] = "" if s.kind == "term" else who
    return made


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Milo Strand, the club’s chairman, thought the fine “far too high” and wants it reviewed.", "far too high", "Milo Strand"),
        ("Coach Berit Aas found the referee “blind in one eye” and said so on the bus.", "blind in one eye", "Berit Aas"),
        ("The ministry gives “reasons of flour” for the price. Nobody believes it.", "reasons of flour", "The ministry"),
        ("The mayor, Edda Fromm, waved the figures away as “sums for children”.", "sums for children", "Edda Fromm"),
        ("The club suspended its goalkeeper for “idle talk about money”.", "idle talk about money", "The club"),
        ("When Judge Ansgar Rask came to speak the words “three years”, a woman left.", "three years", "Ansgar Rask"),
        ("The captain came last. “The rope held,” Peer Hagstrom was heard to say.", "The rope held", "Peer Hagstrom"),
        ("“You are late,” Emil Dassow is said to have told the guards.", "You are late", "Emil Dassow"),
        ("The vet was summoned over the remark of Farm Minister Rudi Blohm that the herd was “a choir”.", "a choir", "Rudi Blohm"),
        ("The union condemned Mayor Jan Holub’s description of the cooks as “spoiled children”.", "spoiled children", "Jan Holub"),
        ("The singer was called “a gift” by the conductor Otto Brandl.", "a gift", "Otto Brandl"),
        ("Oda Lervik, according to whom the well was “as clean as milk”, will testify.", "as clean as milk", "Oda Lervik"),
        ("The weekly Stadtbote reported that the farm was sold.\n\nThe mayor, Edda Fromm, brushed it aside as “a fable”, the weekly reported.",
         "a fable", "Edda Fromm"),
        ("Edda Fromm gave part of the answer when she shut the pool: “Water has a price.”", "Water has a price", "Edda Fromm"),
        ("Amelia Tosk had rejected calls to go the day before: “I am no umbrella.”", "I am no umbrella", "Amelia Tosk"),
        ("“A bridge is not a wall,” was how Tomas Grell summed up the plan.", "A bridge is not a wall", "Tomas Grell"),
    ],
)  # fmt: skip
def test_marked_words_are_given_to_who_said_them(text: str, words: str, who: str) -> None:
    assert speakers(text).get(words, "").endswith(who)


def test_who_is_named_behind_the_pronoun_of_a_clause_that_leads_in() -> None:
    text = "Days after he had called the toll “a swindle”, Finance Minister Karel Broz signed it into law."
    assert speakers(text) == {"a swindle": "Karel Broz"}


def test_words_that_somebody_turns_down_are_nobody_s_here() -> None:
    text = "The governor denied allegations of “a plot against the harvest” and went home."
    assert speakers(text) == {"a plot against the harvest": ""}


def test_a_passive_without_an_agent_says_nobody() -> None:
    assert speakers("Ada Wolfram was suspended for “idle conduct at sea”.") == {"idle conduct at sea": ""}


def test_the_agency_of_a_dateline_speaks_for_nobody() -> None:
    assert speakers("HALVEN, 3 May (Norpress) – The port stays shut. The offer remains “a first step”.") == {
        "a first step": ""
    }
