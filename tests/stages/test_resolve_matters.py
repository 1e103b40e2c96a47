"""resolve: institutions that only other pages on the same matter, their holders or their town tell the country of."""

from __future__ import annotations

from tests.stages.test_resolve import Who

FIRE = "The mill in Kumasi burned at noon and Ama Serwaa, a baker, was hurt."
NORVIA = "President Ole Brandt of Norvia spoke."
SUNDRIA = "President Mara Holm of Sundria spoke."


def test_the_police_are_those_of_the_country_in_which_the_page_plays() -> None:
    who = Who((FIRE, "The police said no."), ("Chile sent help.", FIRE, "The police said no."))
    assert [e.name for e in who.entities if "police" in e.name] == ["police of Ghana"]


def test_police_of_two_countries_in_one_pile_stay_two() -> None:
    who = Who((FIRE, "Ghana's police said no."), ("The mill in Lyon burned.", "France's police said no."))
    assert [e.name for e in who.entities if "police" in e.name] == ["police of France", "police of Ghana"]
    who = Who(("Dana Poe left Kumasi for Lyon.", "In Lyon the police said no.", "France's army left."),
              ("Dana Poe left Lyon for Kumasi.", "Ghana's police said no."))  # fmt: skip
    assert {e.country for e in who.entities if "police" in e.name} == {"FRA", "GHA"}


def test_a_port_authority_is_that_of_the_town() -> None:
    who = Who(("A ship sank in Valparaíso.", "The port authority said no.", "It lay in Valparaíso for a week."))
    assert [(e.name, e.country) for e in who.entities if "port" in e.name] == [("port authority of Valparaíso", "CHL")]


def test_the_same_words_for_a_union_mean_two_where_the_pages_share_nothing() -> None:
    one = ("The bakers' union met in Oran.", "Rita Amrani leads it.")
    other = ("The bakers' union met in Quito.", "Jorge Paz leads it.")
    assert [e.name for e in Who(one, other).entities if "union" in e.name] == ["bakers' union"] * 2
    assert [e.name for e in Who(one, one).entities if "union" in e.name] == ["bakers' union"]


def test_a_body_brought_in_with_a_is_one_with_what_is_said_of_it_later() -> None:
    who = Who(("They reopened a fisheries commission that was closed.", "The commission said no."))
    assert who.meant("a fisheries commission") == who.meant("The commission") == ["fisheries commission"]
    assert "a safety committee" not in who.meant("a safety committee")


def test_her_office_is_that_of_whoever_leads_the_sentence_before() -> None:
    who = Who((NORVIA, SUNDRIA, "President Mara Holm met the prime minister of Norvia, her office said."))
    assert who.meant("her office") == ["office of the president of Sundria"]


def test_an_office_that_is_held_is_no_body() -> None:
    assert Who((SUNDRIA, "President Mara Holm has held her office for a year.")).meant("her office") == [None]


def test_a_ministry_far_from_that_of_another_country_is_not_that_one() -> None:
    gap = ("Rain fell.",) * 5
    who = Who(("The Norvian foreign ministry said no.", SUNDRIA, *gap, "The Ministry of Foreign Affairs said yes."))
    assert who.meant("Ministry of Foreign Affairs") != ["Ministry of Foreign Affairs of Norvia"]


def test_of_offices_between_two_names_each_takes_its_own() -> None:
    words = "At the invitation of the bishop of Oran, Ole Brandt, the mayor of Quito, Mara Holm, came."
    held = {(o.role, o.entity_id) for o in Who((words,)).offices}
    assert len(held) == 2
    assert len({entity for _, entity in held}) == 2


def test_who_is_the_spokeswoman_is_told_by_is() -> None:
    who = Who(("The spokeswoman of the Chilean ministry of justice is Ms Mara Holm.",))
    assert [(o.role, o.country) for o in who.offices] == [("spokeswoman", "CHL")]


FATHER_AND_SON = ("A court jailed Omar Bello Jr. on Monday.", "Senator Omar Bello, his father, was in court.")


def test_father_and_son_of_one_name_are_two_where_a_page_has_both() -> None:
    who = Who((*FATHER_AND_SON, "Senator Bello left.", "Bello Jr. wept."))
    assert who.names("person") == ["Omar Bello", "Omar Bello Jr"]
    assert who.meant("Bello") == ["Omar Bello", "Omar Bello Jr"]


def test_jr_left_out_on_another_page_is_no_other_person() -> None:
    who = Who(("A court jailed Omar Bello Jr. on Monday.",), ("Omar Bello was jailed on Monday.",))
    assert len(who.names("person")) == 1


def test_a_namesake_is_told_by_the_office_said() -> None:
    who = Who(("Mayor Lena Orban met Bishop Tomas Orban.", "Rain fell.", "Bishop Orban prayed.", "Mayor Orban left."))
    assert who.meant("Orban") == ["Tomas Orban", "Lena Orban"]


def test_a_relative_brought_in_by_name_leaves_the_surname_to_the_one_in_office() -> None:
    who = Who(("Mayor Viktor Halas sold it to his daughter, Jana Halas.", "Halas denied it.", "Ms Halas did not."))
    assert who.meant("Halas") == ["Viktor Halas", "Jana Halas"]


def test_hyphens_in_a_name_make_no_other_person() -> None:
    who = Who(("Dr Jean-Paul Marchand spoke in Lagos.",), ("Dr Jean Paul Marchand spoke in Lagos.",))
    assert len(who.names("person")) == 1


def test_a_company_is_one_with_and_without_its_legal_form() -> None:
    who = Who(("Norvik Steel AG closed.", "A worker of Norvik Steel wept."))
    assert who.names("organisation") == ["Norvik Steel"]


def test_and_joins_the_fields_of_a_union() -> None:
    who = Who(("She leads the Transport and Haulage Workers' Union in Lagos.", "The Seamen's Union met."))
    assert who.names("organisation") == ["Seamen's Union", "Transport and Haulage Workers' Union"]


def test_a_ship_called_after_a_queen_is_no_queen() -> None:
    assert "Astrid" not in Who(("The ferry Queen Astrid sank off Lagos.",)).names("person")


def test_the_police_of_a_paragraph_are_those_of_its_town() -> None:
    page = ("Minister Ann Lee of Chile spoke.", "In Lyon crowds marched.", "The police said no.")
    assert Who(page).meant("The police") == ["police of France"]


def test_an_office_that_goes_on_is_not_linked_to_its_like() -> None:
    who = Who(("Captain Nils Aker was saved.", "The master of the tanker was held."))
    assert "Nils Aker" not in who.meant("The master")


def test_she_behind_an_official_without_a_name_is_nobody_named_before() -> None:
    who = Who(("General Pavo Strelin spoke in Lagos.", "The president did not comment.", "She left on Sunday."))
    assert who.meant("She") == [None]


def test_he_within_quoted_words_is_not_their_speaker() -> None:
    who = Who(("Mayor Ole Brandt met Piet Falk.", "“He never paid,” Brandt said."))
    assert "Ole Brandt" not in who.meant("He")


def test_he_said_behind_a_quotation_is_who_led_the_sentence_before() -> None:
    who = Who(("Mayor Ole Brandt played down the row with Mr Jan Falk.", "“It was nothing,” he said."))
    assert who.meant("he") == ["Ole Brandt"]


def test_foreign_ministers_a_and_b_both_hold_the_office() -> None:
    who = Who(("Foreign ministers Kenji Mori and Ana Sosa signed an accord in Lagos.",))
    assert sorted(o.role for o in who.offices) == ["minister of foreign affairs"] * 2


def test_the_justice_minister_is_a_minister() -> None:
    who = Who(("The Cypriot justice minister, Anna Petrou, spoke.",))
    assert [(o.role, o.country) for o in who.offices] == [("minister of justice", "CYP")]


def test_an_acronym_of_one_page_is_the_body_that_another_spells_out() -> None:
    who = Who(("The United Democratic Party lost in Lagos and the UDP wept.",), ("The UDP won in Lagos.",))
    assert who.names("organisation") == ["United Democratic Party"]


def test_a_government_far_from_a_foreign_ambassador_is_not_his() -> None:
    who = Who(("The U.S. ambassador, Carol Hughes, met the bishop.", "The government expelled Hughes from Tamboro."))
    assert "the government of the United States" not in who.meant("The government")


def test_whose_ministry_it_is_goes_before_whose_minister_the_page_names() -> None:
    who = Who((NORVIA, SUNDRIA, "Foreign Minister Ed Poe of Sundria spoke.", "Norvia's foreign ministry said no."))
    assert who.meant("Norvia's foreign ministry") == ["Ministry of Foreign Affairs of Norvia"]


def test_a_minister_of_another_field_is_not_the_namesake() -> None:
    who = Who(("Trade Minister Aylin Kaya met farmers in Lagos.", "Foreign Minister Kaya flew to Oran."))
    assert who.meant("Kaya") == [None]


def test_an_envoy_of_a_union_is_not_the_ambassador_of_a_country() -> None:
    who = Who(("The African Union's envoy, Joseph Mensah, arrived.", "The Swedish ambassador waited."))
    assert who.meant("The Swedish ambassador") == [None]
    assert [e.country for e in who.entities if e.name == "Joseph Mensah"] == [None]


def test_a_ship_of_one_page_is_nobody_on_another() -> None:
    who = Who(("The trawler Golden Carp sank off Lagos.",), ("Police freed the captain of the Golden Carp.",))
    assert who.names("person") == []


def test_a_short_given_name_is_the_same_person_among_the_same_people() -> None:
    page = "Rita Amrani and Jorge Paz left Lagos."
    who = Who((page, "Daniel Orr wept."), (page, "Danny Orr wept."))
    assert who.names("person") == ["Daniel Orr", "Jorge Paz", "Rita Amrani"]
    assert len(Who(("Daniel Orr wept in Lagos.",), ("Danny Orr wept in Oran.",)).names("person")) == 2


def test_a_short_form_of_a_company_stands_for_it() -> None:
    who = Who(("Petrolux Shipping closed a dock in Oran.", "Petrolux said no."), ("Petrolux left Lagos.",))
    assert who.names("organisation") == ["Petrolux Shipping"]


def test_a_country_of_several_words_stands_whole_before_an_office_or_body() -> None:
    who = Who(("New Zealand's foreign minister, Ann Lee, spoke.", "Saudi Arabia's delegation left Lagos."))
    assert [e.country for e in who.entities if e.name == "Ann Lee"] == ["NZL"]
    assert who.meant("Saudi Arabia's delegation") == ["Saudi Arabia's delegation"]


def test_an_age_of_history_is_nobody() -> None:
    assert Who(("Thieves took a Bronze Age helmet from Basel.",)).names("person") == []


def test_a_body_that_two_countries_set_up_is_named_by_them() -> None:
    who = Who(("The ministers of Ghana and Chile agreed to reopen a fisheries commission.", "The commission said no."))
    name = "fisheries commission of Ghana and Chile"
    assert who.meant("a fisheries commission") == who.meant("The commission") == [name]
    alone = Who(("The ministers of Ghana agreed to set up a fisheries commission.", "The commission said no."))
    assert all(" of Ghana" not in e.name for e in alone.entities if "commission" in e.name)
