"""Who only deals with an act is no party to it. Sentences and names are invented."""

from __future__ import annotations

from datetime import date

import pytest

from readout.lexicon.events import event_words
from readout.records import Word
from readout.text.event_names import names_whole
from readout.text.event_telling import numbers_of, tellings
from readout.text.event_tree import Tree
from readout.text.lexemes import tokenize
from tests.stages.test_detect import english


def read(text: str, topic: str | None = None, *names: str) -> list[tuple[str | None, list[str], list[str]]]:
    """Type, actors and recipients of the acts of a sentence; `names` are names it holds."""
    known = event_words()
    spans = [(text.index(n), text.index(n) + len(n)) for n in names]
    tree = Tree(text, names_whole(text, [Word(*w) for w in english().parse([text])[0]], spans), known.forms)
    made = tellings(tree, numbers_of(text, date(2026, 3, 11), tokenize(text)), known, topic=topic)

    def words(heads: tuple[int, ...]) -> list[str]:
        return [text[slice(*tree.phrase(h))] for h in heads]

    return [(t.found.frame.type, words(t.found.parties.actors), words(t.found.parties.recipients)) for t in made]


NO_MARCHERS = [
    "Mayor Lena Strand called off a rival march planned for Thursday.",
    "Police cancelled the rally of the farmers in Halvern.",
    "Police accompanied the demonstration of the nurses.",
]


@pytest.mark.parametrize("text", NO_MARCHERS)
def test_the_authorities_do_not_march_in_what_they_call_off_or_watch(text: str) -> None:
    marching = [actors for kind, actors, _ in read(text) if kind == "PROTEST"]
    assert marching
    assert not {"Police", "Mayor Lena Strand"} & {a for actors in marching for a in actors}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The teachers' union called off the strike planned for Monday.", "teachers' union"),
        ("The union leader, Nils Arvo, called off the strike at the port.", "union leader, Nils Arvo"),
    ],
)
def test_who_holds_a_strike_may_call_it_off(text: str, who: str) -> None:
    ((kind, actors, _),) = read(text)
    assert (kind, actors) == ("PROTEST", [who])


def test_an_official_who_stays_away_protests_at_nothing() -> None:
    assert [kind for kind, _, _ in read("Prime Minister Jan Voss stayed away from the funerals of the dockers.")] == [
        "REJECT"
    ]


def test_who_wants_no_clashes_is_no_party_to_them() -> None:
    assert all(
        not actors
        for kind, actors, _ in read("Defence Minister Lena Holt said she did not want clashes.")
        if kind == "ASSAULT"
    )


def test_a_gathering_to_demonstrate_is_one_protest() -> None:
    assert [kind for kind, _, _ in read("Nurses gathered outside parliament to demonstrate against cuts.")] == [
        "PROTEST"
    ]


def test_whom_a_headline_names_behind_the_dead_is_no_victim() -> None:
    found = read("Search over at mine: 12 miners dead, retired judge to run inquiry", "blast")
    assert all("judge" not in " ".join(befell) for _, _, befell in found)


def test_two_trades_of_one_people_are_one_party() -> None:
    ((_, actors, _),) = read("Osmark rail and port workers walk out over pay")
    assert actors == ["Osmark rail and port workers"]


def test_the_officer_of_a_body_acts_and_not_the_body_beside_him() -> None:
    name = "Federation of Tram and Bus Crews"
    ((_, actors, _),) = read(f"{name} president Nils Arvo welcomed the ruling.", None, name)
    assert actors == [f"{name} president Nils Arvo"]


def test_a_body_of_two_kinds_of_people_is_one_party() -> None:
    name = "Alliance of Fishers and Boat Owners"
    ((_, actors, others),) = read(f"The {name} met Environment Minister Petra Sund.", None, name)
    assert (actors, others) == ([name], ["Environment Minister Petra Sund"])
