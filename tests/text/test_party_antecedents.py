"""Whom they, it, both, two of them, the lender and the ministers mean among the parties of an act."""

from __future__ import annotations

import pytest

from readout.lexicon import abbreviations, reporting
from readout.lexicon.names import name_words
from readout.text.clause_trees import Span, Tree
from readout.text.page_scene import Scene
from readout.text.party_antecedents import antecedents, numbered, opposed, several_named, standing_for
from readout.text.party_labels import label_in, labels_of, meant_by, named_like, two_called
from readout.text.people_nouns import are_people
from readout.text.sentences import all_sentences, paragraphs
from tests.text.speech_reading import parser

NAMES = {
    "Ana Roe": "person", "Tim Poe": "person", "Lia Dane": "person", "Nordbank": "organisation", "Rowers' League": "organisation",
    "Glaziers' Union": "organisation", "City Museum": "organisation", "Office for Fair Trade": "organisation",
    "Tolvia": "country", "Kestany": "country",
}  # fmt: skip


def scene(text: str) -> Scene:
    """Lay out a text; who it names is known by the list above."""
    cut = all_sentences(text, paragraphs(text), abbreviations())
    sentences = [(start, end, number) for number, p in enumerate(cut) for start, end in p]
    trees = {}
    for start, end, _ in sentences:
        moved = [w._replace(start=start + w.start, end=start + w.end) for w in parser().parse([text[start:end]])[0]]
        trees[start] = Tree(text, moved)

    def who(span: Span) -> tuple[str, str] | None:
        found = [name for name in NAMES if name in text[slice(*span)]]
        return (found[0], NAMES[found[0]]) if found else None

    return Scene(text, sentences, trees, reporting(), name_words().gender_of, named=who)


def meant(text: str, word: str, number: int = -1) -> list[str]:
    """The words for whom a pronoun means, the last of its kind in a text."""
    at = text.rindex(word) if number < 0 else text.index(word)
    return [text[slice(*s)] for s in antecedents(scene(text), (at, at + len(word)))]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Depositors gathered at noon. They demanded their money.", "They", ["Depositors"]),
        ("The Glaziers' Union met on Monday. It called a strike.", "It", ["The Glaziers' Union"]),
        ("Ana Roe received the five rowers. She promised them a boat.", "them", ["the five rowers"]),
        ("Ana Roe met Tim Poe in the hall. They agreed on a date.", "They", ["Ana Roe", "Tim Poe"]),
        ("Ana Roe and Tim Poe left the hall. They shook hands.", "They", ["Ana Roe", "Tim Poe"]),
        ("Ana Roe met Tim Poe in the hall and asked him to stay.", "him", ["Tim Poe"]),
        ("The fire brigade and the police met. The mayor thanked both.", "both", ["The fire brigade", "the police"]),
        ("Kestany closed the bridge on Friday. It reopened the bridge on Sunday.", "It", ["Kestany"]),
        ("Bakers marched. They sang. The mayor waved to them.", "them", ["Bakers"]),
    ],
)  # fmt: skip
def test_a_pronoun_means_whom_the_page_has_just_told_of(text, word, expected):
    assert meant(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Guards seized the smugglers at dawn. Ana Roe thanked them.", "them"),  # two fit
        ("Ana Roe met Lia Dane. The museum invited her.", "her"),
        ("The boats were late. The City Museum waited. They sank.", "They"),  # a museum is no they
        ("The wind rose. It tore the sail.", "It"),
        ("Nordbank paid.\n\nRain fell.\n\nIt stopped.", "It"),
    ],
)
def test_a_pronoun_that_two_or_nobody_fits_means_nobody(text, word):
    assert meant(text, word) == []


def test_two_of_them_are_of_those_told_of():
    text = "Some 300 supporters marched. Police stopped them. Five were held."
    at = text.index("Five")
    assert [text[slice(*s)] for s in standing_for(scene(text), (at, at + 4), "those")] == ["Some 300 supporters"]


def test_the_four_are_the_people_counted_so_before():
    text = "Gunmen took four drivers on Monday. The mayor slept. The four were let go on Friday."
    assert [text[slice(*s)] for s in numbered(scene(text), text.index("four were"), "four")] == ["four drivers"]


def test_the_ministers_are_those_of_the_two_countries_named_with_them():
    text = "The trade ministers of Tolvia and Kestany met. Rain fell. The ministers agreed on a fee."
    assert [text[slice(*s)] for s in several_named(scene(text), text.index("ministers agreed"), "minister")] == ["Tolvia", "Kestany"]


def test_the_sides_are_the_two_that_the_page_opens_with():
    text = "Nordbank and the Glaziers' Union reached a deal. Rain fell. The sides shook hands."
    assert [text[slice(*s)] for s in opposed(scene(text))] == ["Nordbank", "the Glaziers' Union"]


def labels(text: str):
    found = scene(text)
    named = [((text.index(n), text.index(n) + len(n)), n, kind, (n,)) for n, kind in NAMES.items() if n in text]
    return labels_of(found, sorted(named))


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("The brewery Nordbank cut jobs.", "company", "Nordbank"),
        ("The club's coach, Ana Roe, left.", "coach", "Ana Roe"),
        ("Judge Tim Poe adjourned.", "judge", "Tim Poe"),
        ("Their union, the Glaziers' Union, met.", "union", "Glaziers' Union"),
        ("The Office for Fair Trade fined Nordbank.", "regulator", "Office for Fair Trade"),
        ("The Rowers' League, a charity that mends boats, opened.", "charity", "Rowers' League"),
        ("Ana Roe, the head of the City Museum, spoke.", "museum", "City Museum"),
        ("Ana Roe and Tim Poe spoke.", "coach", None),
        ("The Glaziers' Union met.", "company", None),
    ],
)
def test_a_bare_noun_means_the_one_whom_the_page_calls_so(text, noun, expected):
    assert meant_by(noun, labels(text), 1) == expected


def test_part_of_a_name_with_the_noun_of_a_body_means_it():
    assert named_like("rowers' league", labels("The Rowers' League met.")) == "Rowers' League"
    assert named_like("league", labels("The Rowers' League met.")) is None


def test_the_ministers_are_the_two_who_hold_that_office_but_not_the_prime_minister():
    text = "Trade Minister Ana Roe met Farm Minister Tim Poe and Prime Minister Lia Dane."
    assert two_called("ministers", labels(text)) == ("Ana Roe", "Tim Poe")


def test_two_words_are_a_label_where_the_page_uses_them_so():
    assert label_in("the pressure group", labels("The pressure group Nordbank met.")) == "pressure group"
    assert label_in("the small lake", labels("The pressure group Nordbank met.")) is None


def test_people_are_told_from_things_of_like_ending():
    assert all(map(are_people, ("families", "midwives", "depositors", "rowers", "men", "coaches")))
    assert not any(map(are_people, ("trawlers", "talers", "offers", "glass", "sensors", "towers", "mass")))


def test_the_day_of_a_week_is_nobody_whom_it_could_mean():
    text = "Residents complained to the Rowers' League on Tuesday. It rejected the petition."
    assert meant(text, "It") == ["the Rowers' League"]


def test_the_lender_is_the_firm_and_not_the_bank_of_the_state():
    page = scene("Kestany Savings asked the central bank for a loan. The lender's doors were shut.")
    names = [((0, 15), "savings", "organisation", ("Kestany Savings",)), ((22, 38), "state", "organisation", ("central bank",))]
    assert meant_by("lender", labels_of(page, names), 1) == "savings"
    assert meant_by("bank", labels_of(page, names), 1) == "savings"
