"""Events of short invented sentences, read with the parser of the package."""

from __future__ import annotations

from functools import cache

import pytest

from readout.coding import Asked, code_rows
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
    ("The canton called on both sides to show restraint.",
     [("REQUEST", "REQUEST", "happened", ["canton"], ["sides"])]),
    ("The ministry called the envoy for twenty minutes.",
     [("CONSULT", "CONSULT", "happened", ["ministry"], ["envoy"])]),
    ("Kestany turned down the request.", [("REJECT", "REJECT", "happened", ["Kestany"], [])]),
    ("The minister would not say who had paid.", [("REJECT", "REJECT", "happened", ["minister"], [])]),
    ("Kestany would not accept the offer.", [("AGREE", "REJECT", "refused", ["Kestany"], [])]),
    ("The hostages were flown home on Friday.", [("RETREAT", "RETREAT", "happened", [], ["hostages"])]),
    ("Tolvia warned that it would go to the court over the trawlers.",
     [("ACCUSE", "THREATEN", "threatened", ["it"], [])]),
    ("Dramund offered Tolvia three helicopters.", [("AID", "AGREE", "planned", ["Dramund"], ["Tolvia"])]),
    ("Police answered with tear gas.", [("COERCE", "COERCE", "happened", ["Police"], [])]),
    ("Patients were treated in an office which closes at six.", []),
    ("Kestany shares declined.", []),
    ("A third round of talks is to take place in Orlesk.", [("CONSULT", "AGREE", "planned", [], [])]),
    ("Tolvia called off the summit.", [("CONSULT", "REJECT", "cancelled", ["Tolvia"], [])]),
    ("President Aldo Vim has cancelled a visit to Tolvia that was announced on Friday.",
     [("CONSULT", "REJECT", "cancelled", ["President Aldo Vim"], ["Tolvia"])]),
    ("Ana Ruel is expected in Tolvia on 24 March.", [("CONSULT", "AGREE", "planned", ["Ana Ruel"], ["Tolvia"])]),
    ("Rain is expected in Tolvia.", []),
    ("Twelve people were killed in the flood and 30 are missing.",
     [("CALAMITY", None, "happened", [], ["Twelve people"])]),
    ("The assembly voted for the treaty.", [("SUPPORT", "SUPPORT", "happened", ["assembly"], [])]),
    ("The 17 sailors held since February are well.", [("COERCE", "COERCE", "happened", [], ["17 sailors"])]),
    ("The team was held to a draw.", []),
    ("The crew was allowed to go home.", [("RETREAT", "RETREAT", "happened", [], ["crew"])]),
    ("The clerks went home.", []),
    ("Nine students remain in custody.", [("COERCE", "COERCE", "happened", [], ["Nine students"])]),
    ("An offer from Kestany to send observers stands.", [("AID", "AGREE", "planned", ["Kestany"], [])]),
    ("Lorries crossed the border at Merrow.", []),
    ("The company attacked the problem with a new strategy.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][:40] for c in CASES])
def test_one_sentence(text: str, expected: list[object]) -> None:
    assert read(text) == expected


def told(text: str, day: str | None = "2025-05-07") -> list[dict[str, object]]:
    """The events of a text as `readout code` writes them."""
    (row,) = code_rows([Asked(1, text, day)], english())
    return row["events"]


def test_an_attack_and_its_dead_are_one_event_dated_by_its_weekday() -> None:
    (event,) = told("Kestany bombed Merrow on Sunday, killing 12 soldiers, officials said.")
    assert (event["date_start"], event["place"], event["attributed_to"]) == ("2025-05-04", "Merrow", "officials")
    (deaths,) = event["attributes"]
    assert (deaths["name"], deaths["number"], deaths["unit"]) == ("deaths", 12, "soldier")


def test_a_duration_is_told_in_minutes() -> None:
    (event,) = told("The two ministers held talks for five hours and ten minutes in Orlesk.")
    assert [a["number"] for a in event["attributes"] if a["name"] == "duration_minutes"] == [310]


def test_a_year_long_past_is_background_and_a_planned_meeting_is_dated_ahead() -> None:
    (past,) = told("In 2018 Kestany invaded Belmarra.")
    assert (past["status"], past["date_start"], past["date_end"]) == ("historical", "2018-01-01", "2018-12-31")
    (ahead,) = told("They will meet again next Friday at Linden House.")
    assert (ahead["status"], ahead["type"], ahead["act"], ahead["date_start"]) == (
        "planned",
        "AGREE",
        "CONSULT",
        "2025-05-09",
    )


@pytest.mark.parametrize(
    ("text", "dct", "status"),
    [
        ("Premier Ana Ruel goes to Tolvia on 24 March.", "2025-03-11", "planned"),
        ("The premier visited Tolvia on 10 March.", "2025-03-11", "happened"),
    ],
)
def test_what_lies_ahead_of_the_page_did_not_happen(text: str, dct: str, status: str) -> None:
    from readout.text.event_telling import day_of, numbers_of, tellings
    from readout.text.lexemes import tokenize

    tree = Tree(text, [Word(*w) for w in english().parse([text])[0]], event_words().forms)
    made = tellings(tree, numbers_of(text, day_of(dct), tokenize(text)), event_words())
    assert [t.found.reading.status for t in made] == [status]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ana Ruel denied that coastguards had fired on the trawlers.",
            [("REJECT", "happened"), ("ASSAULT", "denied")],
        ),
        ("Attacks on the ship were denied by the ministry.", [("ASSAULT", "denied"), ("REJECT", "happened")]),
        ("The ministry denied that it had known.", [("REJECT", "happened")]),
        ("Officials denied the request for talks.", [("REJECT", "happened")]),
    ],
)
def test_denying_is_an_event_and_what_is_denied_did_not_happen(text: str, expected: list[tuple[str, str]]) -> None:
    from readout.text.event_telling import numbers_of, tellings
    from readout.text.lexemes import tokenize

    tree = Tree(text, [Word(*w) for w in english().parse([text])[0]], event_words().forms)
    made = tellings(tree, numbers_of(text, None, tokenize(text)), event_words())
    assert [(t.found.frame.type, t.found.reading.status) for t in made] == expected


def test_what_is_only_considered_is_not_told_as_done() -> None:
    text = (
        "When Ana Ruel confronted Tom Kast in February at the Security Conference to inform him that Kestany believed Belmarra "
        "was considering giving military backing to Tolvia for its war in Dramund, relations became even more tense."
    )
    assert [kind[2] for kind in read(text) if kind[0] == "SUPPORT"] == ["hypothetical"]


def test_two_ways_to_one_act_are_one_event() -> None:
    rows = told("“We have not settled everything, but today we began to talk like neighbours,” his host said.")
    places = [(r["start"], r["act"]) for r in rows]
    assert len(places) == len(set(places))


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("A ferry with 120 people aboard capsized in heavy seas on Saturday, killing 14 of them.", [None]),
        ("The Lady Ines sank in a storm on Saturday evening.", [None]),
        ("The trawler was sunk by a missile on Monday.", ["ASSAULT"]),
        ("His lawyer said he would plead not guilty.", ["REJECT"]),
        ("The minister pleaded with the rebels for the release of the crew.", ["RETREAT"]),
    ],
)
def test_what_befalls_is_no_act_of_force(text: str, acts: list[str | None]) -> None:
    assert [r["act"] for r in told(text)] == acts


def test_the_years_of_an_office_do_not_date_what_its_holder_does() -> None:
    (denial,) = told("Varga, who was in office from 2014 to 2019, denied all charges.")
    assert denial["date_start"] is None or str(denial["date_start"]).startswith("2025")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The deal provides for the release of 40 sailors.", [("RETREAT", "planned")]),
        ("The draft, which foresees the expulsion of the consuls, is ten pages long.", [("SANCTION", "proposed")]),
        ("The union asks for an end to overtime and the dismissal of the manager.", [("SANCTION", "proposed")]),
        ("The visit scheduled for May was called off.", [("CONSULT", "cancelled")]),
        ("Gendarmes sealed off the street.", [("COERCE", "happened")]),
        ("Villagers sealed off the street.", [("PROTEST", "happened")]),
        ("The attack was planned for Sunday.", [("ASSAULT", "planned")]),
        ("The attack had been planned for months.", []),
    ],
)
def test_papers_lay_down_what_is_to_be_done(text: str, expected: list[tuple[str, str]]) -> None:
    from readout.text.event_telling import numbers_of, tellings
    from readout.text.lexemes import tokenize

    tree = Tree(text, [Word(*w) for w in english().parse([text])[0]], event_words().forms)
    made = tellings(tree, numbers_of(text, None, tokenize(text)), event_words())
    assert [(t.found.frame.type, t.found.reading.status) for t in made] == expected


def test_a_day_is_that_of_the_act_it_stands_with() -> None:
    (offer, *_) = told("Energy Minister Yara Tamm offered Velm 60 rescuers on Tuesday.", "2031-06-11")
    assert offer["date_start"] == "2031-06-10"  # of the offer, not of the aid
