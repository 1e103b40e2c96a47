"""resolve: of which state somebody is by what the pages say, never by what is near. All persons and countries are invented."""

from __future__ import annotations

import pytest

from tests.stages.test_resolve import Who

STATES = "Norvia and Sundria are neighbours. The president of Norvia, Ada Poe, met the president of Sundria, Ben Roe."


def country(who: Who, name: str) -> str | None:
    return next(e.country for e in who.entities if e.name == name)


@pytest.mark.parametrize(
    ("page", "found"),
    [
        (("Ships left Norvia.", "Norvia protested.", "Its foreign minister, Tova Ellin, spoke."), "Norvia"),
        (("Norvia recalled its ambassador, Tova Ellin, from Sundria.",), "Norvia"),
        (("Ships left Norvia.", "Norvia and Sundria protested.", "Its foreign minister, Tova Ellin, spoke."), None),
        (("Ships of Norvia left.", "Its foreign minister, Tova Ellin, spoke."), None),
    ],
)
def test_its_leads_back_to_the_state_that_leads_the_sentence(page: tuple[str, ...], found: str | None) -> None:
    who = Who((STATES,), page)
    assert country(who, "Tova Ellin") == found


def test_a_town_before_somebodys_office_does_not_hold_it() -> None:
    who = Who((STATES,), ("In Kolm the Norvian foreign minister, Tova Ellin, spoke.", "A ship left Kolm."))
    assert "Kolm" not in who.names("person")
    assert country(who, "Tova Ellin") == "Norvia"


def test_a_country_troops_are_sent_to_is_not_who_sends_them() -> None:
    who = Who((STATES,), ("Troops will be sent to Sundria, the Norvian defence minister, Tova Ellin, announced.",))
    assert "Sundria" not in who.names("person")


def test_the_ambassador_described_elsewhere_tells_no_country() -> None:
    who = Who((STATES,), ("Ambassador Tova Ellin was brought out unhurt.", "She slept at the home of the Norvian envoy."))
    assert country(who, "Tova Ellin") is None


def test_the_president_is_that_of_a_state_before_that_of_a_club() -> None:
    page = (
        "President Ada Poe spoke on Friday.",
        "Tova Ellin, the president of the Rowing Club, urged the president to wait.",
        "The president has not waited.",
    )
    who = Who((STATES,), page)
    assert who.meant("The president", page=1) == ["Ada Poe"]
