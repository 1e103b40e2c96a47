"""resolve: institutions spoken of without a name, and the countries of those in office. Countries here are invented."""

from __future__ import annotations

import pytest

from tests.stages.test_resolve import Who

NORVIA = "President Ole Brandt of Norvia spoke."
SUNDRIA = "President Mara Holm of Sundria spoke."


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The police said no.", "police of Norvia"),
        ("The foreign ministry said no.", "Ministry of Foreign Affairs of Norvia"),
        ("The interior minister's office said no.", "office of the minister of the interior of Norvia"),
        ("The government refused.", "the government of Norvia"),
        ("The prison service said no.", "prison service of Norvia"),
        ("The chamber of commerce said no.", "chamber of commerce of Norvia"),
    ],
)
def test_an_institution_is_of_the_only_country_of_the_page(words: str, name: str) -> None:
    who = Who((NORVIA, words))
    assert name in who.names("organisation") + who.names("government")
    assert {e.country for e in who.entities if e.name == name} == {"Norvia"}


def test_between_two_countries_an_institution_has_none() -> None:
    who = Who((NORVIA, SUNDRIA, "The police said no."))
    assert [(e.name, e.country) for e in who.entities if "police" in e.name] == [("police", None)]


def test_a_town_beside_it_tells_the_country() -> None:
    who = Who((NORVIA, SUNDRIA, "Norvia's capital, Sarn, was quiet.", "In Sarn the presidency refused."))
    assert who.meant("the presidency") == ["office of the president of Norvia"]


def test_one_body_of_a_country_across_pages_and_wordings() -> None:
    who = Who((NORVIA, "The army said no."), (NORVIA, SUNDRIA, "The Norvian army said no.", "Norvia's army left."))
    assert [e.name for e in who.entities if "army" in e.name] == ["army of Norvia"]


def test_bodies_of_unknown_country_on_two_pages_stay_two() -> None:
    who = Who((NORVIA, SUNDRIA, "The police said no."), (NORVIA, SUNDRIA, "At noon the police said that it was over."))
    assert [e.name for e in who.entities if e.type == "organisation"] == ["police", "police"]


def test_pages_with_the_same_words_mean_the_same_unknown_body() -> None:
    page = (NORVIA, SUNDRIA, "The police said no.")
    assert [e.name for e in Who(page, page).entities if e.type == "organisation"] == ["police"]


def test_a_ministry_in_a_town_nothing_is_known_of_is_that_towns() -> None:
    who = Who((NORVIA, SUNDRIA, "The foreign ministry in Kvell said no."))
    assert who.names("organisation") == ["ministry of foreign affairs in Kvell"]


def test_a_federation_is_the_one_named_before() -> None:
    who = Who(("The Dock Workers' Federation met in Lagos.", "The federation said no."))
    assert who.meant("The federation") == ["Dock Workers' Federation"]


def test_a_spokesman_speaks_for_his_ministry() -> None:
    who = Who((NORVIA, SUNDRIA, "A spokesman for the Norvian defence ministry said no."))
    assert who.meant("A spokesman for the Norvian defence ministry") == ["Ministry of Defence of Norvia"]


def test_an_official_is_of_the_only_country_of_the_page() -> None:
    who = Who(("Chile closed its border.", "Interior Minister Tova Ellin spoke."))
    assert [e.country for e in who.entities if e.name == "Tova Ellin"] == ["CHL"]


def test_an_official_on_a_page_of_two_countries_is_of_neither() -> None:
    who = Who((NORVIA, SUNDRIA, "Prime Minister Tova Ellin spoke."))
    assert [e.country for e in who.entities if e.name == "Tova Ellin"] == [None]


def test_an_office_of_what_may_be_another_country_is_not_of_the_only_one_known() -> None:
    who = Who(("Chile closed its border.", "Tova Ellin, the Kvellian interior minister, spoke."))
    assert [e.country for e in who.entities if e.name == "Tova Ellin"] == [None]


def test_the_president_of_a_union_is_no_official() -> None:
    who = Who(("Chile closed its border.", "Tova Ellin, president of the student union, spoke."))
    assert [e.country for e in who.entities if e.name == "Tova Ellin"] == [None]


def test_a_mayor_is_of_the_country_of_the_town() -> None:
    who = Who((NORVIA, SUNDRIA, "Norvia's capital, Sarn, was quiet.", "Tova Ellin, the mayor of Sarn, spoke."))
    assert [e.country for e in who.entities if e.name == "Tova Ellin"] == ["Norvia"]


def test_an_office_names_the_institution_with_its_country() -> None:
    who = Who((NORVIA, "Police spokeswoman Tova Ellin and Jan Falk, head of the prison service, spoke."))
    assert {o.organisation for o in who.offices if o.role == "head"} == {"prison service of Norvia"}
