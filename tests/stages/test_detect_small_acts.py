"""Small acts of many domains, words with a hyphen, and plans that come to nothing, in short invented sentences."""

from __future__ import annotations

import pytest

from tests.stages.test_detect import read

FOUND = [
    ("Nurses staged a sit-in.", "PROTEST", "happened"),
    ("The run-off is set for 3 May.", "CONSULT", "planned"),
    ("Firefighters put out the blaze.", "AID", "happened"),
    ("The health agency approved the drug.", "SUPPORT", "happened"),
    ("Vets culled 20,000 hens.", "COERCE", "happened"),
    ("The two railways merged.", "COOPERATE", "happened"),
    ("The league docked the club nine points.", "SANCTION", "happened"),
    ("The broker got six years.", "SANCTION", "happened"),
    ("The motion was defeated by 61 votes to 48.", "REJECT", "happened"),
    ("The summit had been set for Friday but was called off.", "CONSULT", "cancelled"),
    ("Friday's hearing will not go ahead.", "CONSULT", "cancelled"),
    ("The visit by the king fell through.", "CONSULT", "cancelled"),
    ("The meeting planned for Thursday is off.", "CONSULT", "cancelled"),
    ('"The army has to leave the valley," the rebel leader said.', "RETREAT", "proposed"),
]


@pytest.mark.parametrize(("text", "kind", "status"), FOUND)
def test_small_acts_are_found_with_type_and_status(text: str, kind: str, status: str) -> None:
    assert (kind, status) in [(f[0], f[2]) for f in read(text)]


@pytest.mark.parametrize("text", ["The tribunal sits on Mondays in room nine.", "The law allows strikes by nurses."])
def test_habits_and_rules_are_no_acts(text: str) -> None:
    assert all(f[1] is None for f in read(text))


def test_a_promised_investigation_is_a_promise_and_no_threat() -> None:
    assert ("ACCUSE", "AGREE", "planned") in [f[:3] for f in read("The company promised an investigation.")]


CHARGES = [
    ("The union said the company had hidden the test results.", ["union"], ["company"]),
    ("Relatives claimed that nobody had warned them.", ["Relatives"], []),
    ("The villagers insist the ministry came too late.", ["villagers"], ["ministry"]),
    ("The opposition said the vote had been rigged.", ["opposition"], []),
]


@pytest.mark.parametrize(("text", "who", "whom"), CHARGES)
def test_a_wrong_laid_to_anothers_charge_in_plain_words_is_an_accusation(text: str, who: list[str], whom: list[str]) -> None:
    assert ("ACCUSE", "ACCUSE", "happened", who, whom) in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "The driver said he had ignored a red light.",
        "Police said the man had ignored a warning shot.",
        "The minister said the government would not break the treaty.",
        "The union said a storm had disabled the crane.",
        "The editor said the paper could not ignore such letters.",
    ],
)
def test_confessions_neutral_voices_and_what_is_only_possible_charge_nobody(text: str) -> None:
    assert "ACCUSE" not in [f[0] for f in read(text)]


STATUSES = [
    ("A general strike has been called for Monday.", "PROTEST", "planned"),
    ("The talks that had been set for Monday will now be held in June.", "CONSULT", "postponed"),
    ("The mayor faces arrest on his return.", "COERCE", "hypothetical"),
    ("Calls grew for the minister to resign.", "RETREAT", "proposed"),
    ("The leaders failed to agree after six hours of talks.", "CONSULT", "happened"),
]


@pytest.mark.parametrize(("text", "kind", "status"), STATUSES)
def test_what_is_set_faced_called_for_or_sat_through_has_its_status(text: str, kind: str, status: str) -> None:
    assert (kind, status) in [(f[0], f[2]) for f in read(text)]


def test_the_past_of_find_is_no_founding() -> None:
    assert ("SANCTION", "happened") in [(f[0], f[2]) for f in read("A jury found the banker guilty of fraud.")]


FAMILIES = [
    ("Dairy farmers dumped 8,000 litres of milk outside the Norvian embassy.", "PROTEST"),
    ("Some 300 porters did not turn up for work.", "PROTEST"),
    ("Ten lorries with blankets arrived from Estmark.", "AID"),
    ("Boats ferried 900 people off the island.", "AID"),
    ("Customs men kept 60 lorries waiting for two days.", "COERCE"),
    ("A judge ruled the stoppage unlawful.", "COERCE"),
    ("The bloc stripped the country of its seat.", "SANCTION"),
    ("The board sent back the nurses' demands unread.", "REJECT"),
    ("After a night in the boardroom, both sides settled.", "AGREE"),
    ("The minister backed away from the exam reform.", "CONCEDE"),
    ("The union has given the board until Friday.", "THREATEN"),
    ("The army retook the airport.", "ASSAULT"),
]


@pytest.mark.parametrize(("text", "kind"), FAMILIES)
def test_words_for_small_acts_of_many_domains_have_their_type(text: str, kind: str) -> None:
    assert kind in [f[0] for f in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The plane overran the runway.",
        "The minister let it be known that the bridge is not for sale.",
        "He held the list out for us to count.",
        "The author said his heroine had lied to everyone.",
        "The lorries rolled past the mill all night.",
    ],
)
def test_look_alikes_are_no_acts(text: str) -> None:
    assert not {"ASSAULT", "CONCEDE", "REJECT", "COOPERATE"} & {f[0] for f in read(text)}
