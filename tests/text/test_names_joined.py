"""One body whose name joins two fields or two kinds of people, and two bodies. Names are invented."""

from __future__ import annotations

import pytest

from readout.lexicon.names import name_words
from readout.lexicon.places import places
from readout.text.names_roles import Grammar
from readout.text.names_runs import Finder, written
from readout.text.names_tokens import habits, reading


def names(*sentences: str) -> list[str]:
    """The runs of words of a name in the first of some sentences of one page."""
    read = [reading(s, (0, len(s)), 0) for s in sentences]
    found = Finder(places(), name_words(), habits(read)).runs(read[0])
    return [written(read[0].tokens[run.first : run.stop]).removeprefix("The ") for run in found]


WHOLE = [
    "Union of Glass and Paper Makers",
    "Federation of Tram and Bus Crews",
    "National Union of Teachers and Nurses",
    "Ministry of Labour and Social Affairs",
    "Department for Transport, Housing and Urban Affairs",
    "Bank for Peace and Reconstruction",
    "European Bank for Reconstruction and Growth",
    "Committee for the Defence of Rights and Freedoms",
    "Institute for Fisheries and Marine Research",
    "Association of Farmers and Growers",
    "Board of Health and Hygiene",
    "Front for Unity and Progress",
    "Alliance of Fishers and Boat Owners",
    "Trade and Industry Ministry",
    "Health and Safety Executive",
    "Rail and Port Workers' Union",
]


@pytest.mark.parametrize("name", WHOLE)
def test_a_body_of_two_fields_or_two_kinds_of_people_is_one(name: str) -> None:
    assert names(f"On Friday the {name} said it was ready.") == [name]


TWO = [
    ("Union of Quarry Workers and Norvest Granit", "Union of Quarry Workers"),
    ("Ministry of Health, Parliament and the Senate", "Ministry of Health"),
    ("Department of Justice and Mayor Lind", "Department of Justice"),
    ("Church of Norvia and Bishop Pelk", "Church of Norvia"),
    ("University of Selm and City Hospital", "University of Selm"),
    ("Alliance of Fishers and Minister Sund", "Alliance of Fishers"),
    ("Ministry of Defence and Police Chief Pelk", "Ministry of Defence"),
    ("Party of Labour and Freedom Party", "Party of Labour"),
    ("Union of Nurses and Doctors Without Borders", "Union of Nurses"),
]


@pytest.mark.parametrize(("both", "first"), TWO, ids=[t[0] for t in TWO])
def test_two_bodies_stay_two(both: str, first: str) -> None:
    assert names(f"On Friday the {both} signed the paper.")[0] == first


def test_what_the_page_also_writes_alone_is_a_name_of_its_own() -> None:
    both = "On Friday the Union of Miners and Northern Miners signed the paper."
    assert names(both)[0] == "Union of Miners and Northern Miners"
    assert names(both, "On Monday Northern Miners had said no.")[0] == "Union of Miners"


def test_initials_of_all_the_words_decide_for_one_name() -> None:
    assert names("The League of Brask and Ondra Traders (LBOT) met.")[0] == "League of Brask and Ondra Traders"


@pytest.mark.parametrize("lead", ["", "The "])
def test_the_officer_of_such_a_body_is_of_all_of_it_and_of_no_country(lead: str) -> None:
    text = f"{lead}Union of Glass and Paper Makers president Greta Holm spoke."
    role = Grammar(places(), name_words()).role_at(reading(text, (0, len(text)), 0).tokens, 0)
    assert role is not None
    assert (role.role, role.body, role.country) == ("president", "Union of Glass and Paper Makers", None)


def test_a_body_at_the_end_of_a_sentence_stands_before_no_office() -> None:
    read = reading("Union of Weavers and Spinners", (0, 29), 0)
    assert Grammar(places(), name_words()).body_before(read.tokens, 0) is None
