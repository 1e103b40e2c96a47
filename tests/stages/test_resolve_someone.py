"""resolve: names that only look like bodies, places or persons; offices of someone else. All persons are invented."""

from __future__ import annotations

import pytest

from tests.stages.test_resolve import Who


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Foreign Minister Oliver Hall said no.", "Oliver Hall"),
        ("Prime Minister Anna Bridge of Norvia said no.", "Anna Bridge"),
        ("Mayor Peter Street said no.", "Peter Street"),
        ("Senator Lucy Church said no.", "Lucy Church"),
        ("General Thomas Fleet said no.", "Thomas Fleet"),
        ("Police Chief Daniel Post said no.", "Daniel Post"),
        ("Norvia Gov. Jonah Park said no.", "Jonah Park"),
        ("A crane driver called Osk Brun said no.", "Osk Brun"),
    ],
)
def test_a_surname_that_is_also_a_word_for_a_place_or_body_is_a_surname_behind_a_title(words: str, name: str) -> None:
    who = Who((words,))
    assert name in who.names("person")
    assert not set(who.names("organisation") + who.names("place")) & {name, words.split(" said")[0]}


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("The Foreign Affairs Committee met on Monday.", "Foreign Affairs Committee", "organisation"),
        ("The talks were held at Linden Hall in Marn.", "Linden Hall", "place"),
        ("The column set off from Quay Nine at noon.", "Quay Nine", "place"),
        ("The builder Marden & Voss declined to comment.", "Marden & Voss", "organisation"),
    ],
)
def test_bodies_and_places_stay_what_they_are(words: str, name: str, kind: str) -> None:
    who = Who((words,))
    assert who.names(kind).count(name) == 1
    assert who.names("person") == []


@pytest.mark.parametrize(
    "words",
    [
        "Ilse Toren, a cousin of the president, said no.",
        "Ilse Toren, the wife of the prime minister, said no.",
        "Ilse Toren, a critic of the mayor, said no.",
        "Ilse Toren, a friend of the late king, said no.",
        "A cousin of the president, Ilse Toren, said no.",
        "An aide to the foreign minister, Ilse Toren, said no.",
    ],
)
def test_someone_near_an_officeholder_does_not_hold_the_office(words: str) -> None:
    who = Who((words,))
    held = {"president", "prime minister", "mayor", "king", "minister of foreign affairs"}
    assert not held & {o.role for o in who.offices}


def test_what_a_people_is_called_is_the_country() -> None:
    who = Who(
        (
            "Foreign Minister Tova Ellin of Norvia spoke to the Norvian parliament.",
            "Norvian aid so far comes to three million.",
            "A ship sailed on under Norvian command, and Norvians cheered.",
        )
    )
    assert "Norvia" in who.names("country")
    assert not {"Norvian", "Norvians"} & {e.name for e in who.entities}


def test_a_surname_with_a_particle_means_the_one_named_in_full() -> None:
    who = Who(
        (
            "Prime Minister Elsa von der Marn of Norvia spoke.",
            "Then Ms. von der Marn left.",
            "Ben Marlow and Al Toren stayed.",
        )
    )
    assert who.meant("von der Marn") == ["Elsa von der Marn"]
    assert who.names("person") == ["Al Toren", "Ben Marlow", "Elsa von der Marn"]


def test_doubled_letters_and_endings_of_transliteration_are_one_surname_on_a_page() -> None:
    who = Who(("Defence Minister Pavlo Teresskyy of Norvia spoke.", "Mr. Teressky left.", "Mr. Teresskiy left."))
    assert who.names("person") == ["Pavlo Teresskyy"]


def test_wife_and_husband_by_the_endings_of_their_surname_stay_two() -> None:
    who = Who(("Olga Marova and Ivan Marov of Norvia met.", "Mr. Marov left.", "Ms. Marova stayed."))
    assert who.meant("Marov") == ["Ivan Marov"]
    assert who.meant("Marova") == ["Olga Marova"]


def test_the_state_in_a_party_tag_is_no_place() -> None:
    who = Who(("Rep. Nancy Holm (D-Mass.) and Sen. Peter Stone (I-Vt.) spoke.",))
    assert who.names("place") == []


def test_storms_and_operations_are_nobody() -> None:
    who = Who(("Typhoon Osara Two killed 12 people in Norvia.", "Then Operation Grey Dawn began."))
    assert who.names("person") == []


def test_an_adjective_of_two_words_is_one() -> None:
    who = Who(("The Sri Lankan navy said no.", "The Costa Rican police said no."))
    assert who.names("organisation") == ["navy of Sri Lanka", "police of Costa Rica"]


def test_a_club_or_union_with_a_president_is_no_country() -> None:
    who = Who(("Juan Oren, the Hauliers president, said no.", "The Hauliers voted to strike."))
    assert who.names("country") == []


def test_a_title_of_address_stands_between_an_office_and_its_holder() -> None:
    who = Who(("Norvia's prime minister, Sheikh Omar Adel, said no.", "Judge Tara Ousel set a hearing."))
    assert {(o.role, o.country) for o in who.offices} == {("prime minister", "Norvia"), ("judge", None)}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Hostage Anna Orr escaped.", "Anna Orr"),
        ("Miner Peter Pike was trapped.", "Peter Pike"),
        ("Det. Insp. Amy Fox led the search.", "Amy Fox"),
        ("South Tarn governor Michael Doyle said no.", "Michael Doyle"),
    ],
)
def test_what_someone_is_stands_outside_the_name(words: str, name: str) -> None:
    assert Who((words,)).names("person") == [name]


def test_a_list_of_candidates_is_a_body() -> None:
    who = Who(("Anna Orr of the Green List won 52 percent.",))
    assert (who.names("organisation"), who.names("person")) == (["Green List"], ["Anna Orr"])


@pytest.mark.parametrize("office", ["presidents", "foreign ministers", "prime ministers"])
def test_an_office_in_the_plural_is_held_by_both_who_are_named_behind_it(office: str) -> None:
    who = Who((f"The two {office}, Mara Holm of Sundria and Ole Brandt of Norvia, met.",))
    assert {(o.country, o.role.split(" of ")[0] + "s") for o in who.offices} <= {
        (c, office.removeprefix("foreign ")) for c in ("Sundria", "Norvia")
    }
    assert len(who.offices) == 2
    assert who.names("country") == ["Norvia", "Sundria"]


def test_names_in_a_list_hold_no_office_of_others() -> None:
    who = Who(("The two presidents, tired but smiling, met Anna Orr of Lagos and Peter Pike of Osaka.",))
    assert not who.offices
