"""resolve: who is who. Countries and persons here are invented; no list knows them."""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

import readout.demo
from readout.demo import pages_path
from readout.ids import make_id
from readout.ingest.captured import Captured
from readout.ingest.find import find
from readout.ingest.lay_out import lay_out
from readout.records import Block, Document, Entity, Layout, Link, Office, Parse, Sentence
from readout.stages.clean import clean
from readout.stages.mention import mention
from readout.stages.resolve import resolve
from readout.stages.segment import segment
from readout.tables import Table
from readout.text.names_runs import key_of


class Who:
    """What `resolve` makes of pages, each a tuple of sentences."""

    def __init__(self, *pages: tuple[str, ...]) -> None:
        documents, sentences = [], []
        for number, page in enumerate(pages):
            doc_id, text = f"doc:{number}", " ".join(page)
            row = (doc_id, doc_id, None, "0", None, None, (), None, "none", (), "en", True, "English", None, None)
            documents.append(Document(*row, text=text))
            at = 0
            for s in page:
                start = text.index(s, at)
                at = start + len(s)
                sentences.append(Sentence(make_id("sen", doc_id, start), doc_id, start, at, 0))
        self.texts = {d.doc_id: d.text for d in documents}
        tables = (
            Table.of(Document, documents),
            Table.of(Block, []),
            Table.of(Sentence, sentences),
            Table.of(Parse, []),
        )
        self.mentions = mention(*tables)
        self.entities, self.offices, self.links = resolve(*tables, self.mentions)
        self.of = {e.entity_id: e for e in self.entities}

    def names(self, kind: str) -> list[str]:
        return sorted(e.name for e in self.entities if e.type == kind)

    def meant(self, words: str, page: int = 0) -> list[str | None]:
        """Name the entity of each mention that reads so, in text order."""
        same = {i: link for link in self.links if link.verdict == "same" for i in (link.left, link.right)}
        found = []
        for m in sorted(self.mentions, key=lambda m: m.start):
            if m.doc_id == f"doc:{page}" and self.texts[m.doc_id][m.start : m.end] == words:
                link = same.get(m.mention_id)
                found.append(self.of[link.left if link.left in self.of else link.right].name if link else None)
        return found


TWO_OF_ONE_NAME = (
    "Prime Minister Anna Torvik of Norvia met Finance Minister Pavel Torvik of Sundria.",
    "Ms Torvik of Norvia smiled.",
)


def test_a_surname_means_the_one_the_page_names_in_full() -> None:
    who = Who(("Foreign Minister Tova Ellin of Norvia spoke.", "Ellin said that she would go."))
    assert who.meant("Ellin") == ["Tova Ellin"]
    assert who.meant("she") == ["Tova Ellin"]


def test_two_with_one_surname_stay_two() -> None:
    who = Who(TWO_OF_ONE_NAME)
    assert who.names("person") == ["Anna Torvik", "Pavel Torvik"]
    assert [link.verdict for link in who.links if "one surname" in link.because] == ["different"]


def test_a_bare_surname_of_two_on_the_page_is_left_open() -> None:
    who = Who(("Anna Torvik of Norvia met Pavel Torvik of Sundria.", "Later Torvik left."))
    assert who.meant("Torvik") == [None]


def test_a_surname_alone_on_another_page_is_no_support() -> None:
    who = Who(("Foreign Minister Tova Ellin of Norvia spoke.",), ("Bakers in Lagos said Ellin sold bread.",))
    assert who.meant("Ellin", page=1) == [None]


def test_spellings_of_one_holder_of_one_office_are_one() -> None:
    who = Who(
        ("Foreign Minister Rustam Khalidov of Norvia arrived.",),
        ("Rustem Halidow, the foreign minister of Norvia, left.",),
    )
    assert len(who.names("person")) == 1
    assert "sound alike" in who.entities.rows[[e.type for e in who.entities].index("person")].because


def test_another_office_keeps_like_names_apart() -> None:
    who = Who(("Finance Minister Marta Olsen of Norvia spoke.",), ("Mayor Marte Olson of Lagos spoke.",))
    assert len(who.names("person")) == 2


def test_a_title_means_its_holder_named_before() -> None:
    who = Who(("Foreign Minister Tova Ellin met Prime Minister Ole Brandt.", "The foreign minister spoke first."))
    assert who.meant("The foreign minister") == ["Tova Ellin"]


def test_a_pronoun_behind_two_of_its_gender_is_the_one_who_leads() -> None:
    who = Who(("In Lagos Mr Ole Brandt met Mr Jan Falk, and then he left.",))
    assert who.meant("he") == ["Ole Brandt"]


def test_a_name_begins_with_mr_behind_other_capitals() -> None:
    who = Who(("The Minister of the Republic Mr Ole Brandt spoke.",))
    assert who.names("person") == ["Ole Brandt"]


def test_a_monarch_keeps_the_number_and_the_title_is_a_name_too() -> None:
    who = Who(("King Orvald III of Norvia spoke.", "Orvald III left."), ("The town cheered King Orvald.",))
    assert who.names("person") == ["Orvald III"]
    aliases = next(e.aliases for e in who.entities if e.type == "person")
    assert {"King Orvald III", "Orvald"} <= set(aliases)


def test_two_numbers_of_one_name_are_kept_out_of_it() -> None:
    who = Who(("King Orvald III of Norvia spoke.",), ("King Orvald IV of Norvia spoke.",))
    assert who.names("person") == ["Orvald"]


def test_he_outside_a_quotation_is_not_one_named_within_it() -> None:
    who = Who(("Ole Brandt refused.", "“We trust Jan Falk,” he said."))
    assert who.meant("he") == ["Ole Brandt"]


def test_a_capital_that_acts_means_its_government_by_list_or_dateline() -> None:
    who = Who(
        ("The envoy of Norvia was in Sarn, Norvia, on Monday.", "President Ole Brandt of Norvia agreed.", "Sarn rejected the claim."),
        ("Moscow rejected the claim.",),
    )  # fmt: skip
    assert who.meant("Sarn") == ["Sarn", "the government of Norvia"]
    assert who.meant("Moscow", page=1) == ["the government of Russia"]


def test_an_unknown_country_is_learned_from_offices_and_its_adjective() -> None:
    who = Who(("Foreign Minister Tova Ellin of Norvia spoke.", "A Norvian ship sailed."))
    assert who.names("country") == ["Norvia"]
    assert who.meant("Norvian") == ["Norvia"]
    assert [e.country for e in who.entities if e.name == "Tova Ellin"] == ["Norvia"]


def test_a_known_country_has_its_code() -> None:
    who = Who(("U.S. Secretary of State Ann Lee left Washington for Chile.",))
    assert {e.name: e.country for e in who.entities} == {
        "Ann Lee": "USA", "United States": "USA", "Washington": "USA", "Chile": "CHL"
    }  # fmt: skip


def test_offices_carry_status_body_and_the_words() -> None:
    who = Who(
        (
            "Ole Brandt, a former finance minister of Norvia, met Tova Ellin, spokeswoman for the Norvian defence ministry.",
        )
    )
    found = {(o.role, o.organisation, o.country, o.status, who.texts[o.doc_id][o.start : o.end]) for o in who.offices}
    assert found == {
        ("minister of finance", None, "Norvia", "former", "Ole Brandt, a former finance minister of Norvia"),
        (
            "spokeswoman", "Ministry of Defence of Norvia", "Norvia", "current",
            "Tova Ellin, spokeswoman for the Norvian defence ministry",
        ),
    }  # fmt: skip


def test_a_body_is_one_whichever_way_it_is_named() -> None:
    who = Who(
        ("President Ole Brandt of Norvia spoke at Sarn University.", "The Norvian foreign ministry agreed."),
        ("The University of Sarn and the Ministry of Foreign Affairs of Norvia agreed.",),
    )
    assert who.names("organisation") == ["Ministry of Foreign Affairs of Norvia", "Sarn University"]


def test_the_order_of_pages_changes_nothing() -> None:
    pages = (TWO_OF_ONE_NAME, ("Anna Torvik left.",), ("Sundria agreed.",))
    assert {e.name for e in Who(*pages).entities} == {e.name for e in Who(*pages[::-1]).entities}


def test_a_family_name_may_stand_first() -> None:
    who = Who(("Bence Tarnai of Hungary spoke.", "Tarnai Bence left, and Tarnai smiled."))
    assert who.names("person") == ["Bence Tarnai"]


def test_the_first_of_two_surnames_is_enough() -> None:
    who = Who(("Foreign Minister Tomás Olarte Briones of Peru spoke.", "Olarte said no."))
    assert who.meant("Olarte") == ["Tomás Olarte Briones"]


def test_a_surname_in_another_spelling_means_the_one_on_the_page() -> None:
    who = Who(("Ambassador Olga Darsheva of Norvia spoke.", "Then Darshewa rejected it."))
    assert who.meant("Darshewa") == ["Olga Darsheva"]


def test_initials_a_page_spells_out_go_before_the_list() -> None:
    who = Who(("The Rural Support Front, or RSF, denied it.", "The RSF left."))
    assert who.meant("RSF") == ["Rural Support Front"] * 2


def test_a_company_goes_by_its_first_word() -> None:
    who = Who(("Shares of Dornwald Energy fell.", "Dornwald said that it would appeal."))
    assert who.meant("Dornwald") == ["Dornwald Energy"]


def test_officials_of_a_country_are_a_group_with_its_country() -> None:
    who = Who(("President Ole Brandt of Norvia met Norvian officials and U.S. officials.",))
    assert {(e.name, e.country) for e in who.entities if e.type == "group"} == {
        ("officials of Norvia", "Norvia"), ("officials of the United States", "USA")
    }  # fmt: skip


def test_a_china_expert_holds_no_office_of_china() -> None:
    who = Who(("Ole Brandt, a China expert at Sarn University, spoke.",))
    assert [o.country for o in who.offices] == [None]


def test_an_adviser_of_another_field_is_another() -> None:
    who = Who(("Ole Brandt, a foreign policy adviser of Norvia, met the climate policy adviser of Sundria.",))
    assert who.meant("the climate policy adviser of Sundria") == [None]


def test_a_name_with_and_without_a_blank_is_one_place() -> None:
    who = Who(("They met at the Velmar Guesthouse in Orlun.",), ("They met at the Velmar Guest House in Orlun.",))
    assert len([e for e in who.entities if e.name.startswith("Velmar")]) == 1


def test_the_diplomat_is_not_one_named_long_before() -> None:
    page = ("Anna Torvik, a diplomat, left.", "It rained.", "It was cold.", "It was late.", "Nobody came.")
    who = Who((*page, "“No,” said the diplomat."))
    assert who.meant("the diplomat") == [None]
    who = Who((page[0], "“No,” said the diplomat."))
    assert who.meant("the diplomat") == ["Anna Torvik"]


def test_a_body_said_to_be_in_a_town_is_one_where_the_town_is_named() -> None:
    who = Who(("The traders’ association in Orlun said no.",), ("The traders’ association met in Orlun.",))
    assert len(who.names("organisation")) == 1


# --- the demo world ---------------------------------------------------------------------------------------------------


@cache
def demo() -> tuple[Table[Entity], Table[Office], Table[Link]]:
    layouts = [layout for i in find([str(pages_path())]) if isinstance(i, Captured) for layout in lay_out(i)[0]]
    made = clean(Table.of(Layout, layouts), **identifier())
    documents, blocks = made[0], made[1]
    tables = (documents, blocks, segment(documents, blocks), Table.of(Parse, []))
    return resolve(*tables, mention(*tables))


def identifier() -> dict[str, object]:
    from readout.models.language_id import identify

    return {"identify": identify}


def plain(name: str) -> str:
    return key_of(name).removeprefix("the ")


def matched() -> dict[str, list[dict[str, str]]]:
    """For each entity found, the entities of the truth it matches by type and name or alias."""
    truth = Path(readout.demo.__file__).parent / "truth" / "entities.jsonl"
    by_name = defaultdict(set)
    for e in demo()[0]:
        for name in (e.name, *e.aliases):
            by_name[e.type, plain(name)].add(e.entity_id)
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for wanted in map(json.loads, truth.read_text("utf-8").splitlines()):
        ids = by_name[wanted["type"], plain(wanted["name"])]
        ids = ids or {i for a in wanted["aliases"] for i in by_name[wanted["type"], plain(a)]}
        for entity in ids:
            found[entity].append(wanted)
    return found


@pytest.mark.parametrize(
    ("kind", "floor"), [("person", 23), ("government", 3), ("country", 4), ("organisation", 17), ("place", 14)]
)
def test_the_demo_world_keeps_its_floor(kind: str, floor: int) -> None:
    assert len({w["key"] for wanted in matched().values() for w in wanted if w["type"] == kind}) >= floor


def test_no_two_of_the_demo_world_are_merged_and_none_is_split() -> None:
    assert [wanted for wanted in matched().values() if len(wanted) > 1] == []
    keys = [w["key"] for wanted in matched().values() for w in wanted]
    assert len(keys) == len(set(keys))


def test_a_town_told_of_a_name_of_no_known_country_stops_nothing() -> None:
    found = Who(("The mill burned near Brastow's town of Hallick on Monday.", "The town of Hallick has 900 people."))
    assert "Hallick" in found.names("place")


def test_a_country_that_is_also_a_surname_is_learned_from_its_army() -> None:
    who = Who(
        ("The Kesselian army returned fire.", "Kessel closed the crossing."), ("Kessel said it had been shelled.",)
    )
    assert "Kessel" in who.names("country")


def test_a_town_of_a_trip_gives_no_country_to_the_one_who_travels() -> None:
    who = Who(("Prime Minister Sofia Aldane cancelled a trip to Brussels.", "In Moravia she will attend a service."))
    assert {e.name: e.country for e in who.entities}["Sofia Aldane"] is None


def test_an_office_before_a_rank_belongs_to_the_name() -> None:
    who = Who(
        ("Ordana's army spokesman, Colonel Emil Rask, denied it.", "The Ordanan government met.", "Ordana agreed.")
    )
    assert {e.name: e.country for e in who.entities}["Emil Rask"] == "Ordana"


def test_who_holds_an_office_of_a_country_without_a_comma_is_not_part_of_its_name() -> None:
    who = Who(("The former president of Velland Tomas Reik led the mission.", "Velland sent observers."))
    assert who.names("person") == ["Tomas Reik"]
    assert who.names("country") == ["Velland"]


def test_an_office_of_a_body_with_an_adjective_and_no_country_stops_nothing() -> None:
    found = Who(("She met the director of the French Conservatory on Monday.", "The director of the French Conservatory left."))
    assert found.meant("French Conservatory") is not None
