"""mention: which words name, and how. Countries and persons here are invented; no list knows them."""

from __future__ import annotations

import pytest

from readout.errors import SpanError
from readout.ids import make_id
from readout.records import Block, Document, Parse, Sentence, Word
from readout.stages.mention import mention
from readout.tables import Table

Pages = tuple[Table[Document], Table[Block], Table[Sentence], Table[Parse]]


def page(*paragraphs: tuple[str, ...], words: tuple[Word, ...] = ()) -> Pages:
    """Make a document of paragraphs, each a tuple of sentences; `words` are those of the first, parsed."""
    text = "\n\n".join(" ".join(p) for p in paragraphs)
    rows, at = [], 0
    for number, sentences in enumerate(paragraphs):
        for s in sentences:
            start = text.index(s, at)
            at = start + len(s)
            rows.append(Sentence(make_id("sen", start), "doc:a", start, at, number))
    document = Document(
        "doc:a", "a", None, "0", None, None, (), None, "none", (), "en", True, "English", None, None, text=text
    )  # fmt: skip
    parses = [Parse("doc:a", rows[0].start, rows[0].end, words)] if words else []
    return Table.of(Document, [document]), Table.of(Block, []), Table.of(Sentence, rows), Table.of(Parse, parses)


def named(*paragraphs: tuple[str, ...]) -> list[tuple[str, str]]:
    tables = page(*paragraphs)
    text = tables[0][0].text
    return [(text[m.start : m.end], m.form) for m in sorted(mention(*tables), key=lambda m: (m.start, -m.end))]


def test_titles_stand_outside_the_name() -> None:
    found = named(("Foreign Minister Tova Ellin met Mr Brandt.",))
    assert ("Tova Ellin", "name") in found
    assert ("Brandt", "name") in found


def test_a_place_that_acts_is_a_metonym_and_one_that_is_visited_is_not() -> None:
    found = named(("The envoy flew to Beijing.",), ("Beijing rejected the claim.",))
    assert found[-2:] == [("Beijing", "name"), ("Beijing", "metonym")]


def test_a_sea_is_neither_a_country_nor_a_seat() -> None:
    assert ("South China Sea", "name") in named(("Ships crossed the South China Sea on Monday.",))


def test_an_adjective_of_a_country_is_one_even_if_no_list_knows_it() -> None:
    found = named(("Norvia closed its ports.",), ("A Norvian trawler was stopped, and the Chinese crew went home.",))
    assert ("Norvian", "adjective") in found
    assert ("Chinese", "adjective") in found


def test_days_and_ships_are_no_ones_names() -> None:
    found = [words for words, _ in named(("On Monday the tanker Golden Dawn left Lagos.",))]
    assert found == ["Lagos"]


def test_descriptions_that_mean_one_are_mentions_and_others_are_not() -> None:
    found = named(("The foreign minister told two officials that the Norvian coast guard had left.",))
    assert ("The foreign minister", "descriptor") in found
    assert ("the Norvian coast guard", "descriptor") in found
    assert not any("officials" in words for words, _ in found)


def test_he_and_she_are_mentions() -> None:
    assert [m for m in named(("She said that he was late.",)) if m[1] == "pronoun"] == [
        ("She", "pronoun"),
        ("he", "pronoun"),
    ]


def test_names_keep_their_particles_hyphens_and_initials() -> None:
    found = [
        words for words, _ in named(("In the end Ursula von der Aue and Jean-Marc Petit met John F. Dole there.",))
    ]
    assert found == ["Ursula von der Aue", "Jean-Marc Petit", "John F. Dole"]


def test_a_hyphen_between_countries_parts_two_names() -> None:
    assert [w for w, _ in named(("They spoke of the China-Japan border.",))] == ["China", "Japan"]


def test_a_hyphen_between_persons_named_on_the_page_parts_two_names() -> None:
    found = [w for w, _ in named(("Ms Ostrand met Mr Kolvik.", "They spoke before the Ostrand-Kolvik talks."))]
    assert found == ["Ostrand", "Kolvik", "Ostrand", "Kolvik"]


def test_a_body_by_its_initials_before_a_title_is_named() -> None:
    found = [w for w, _ in named(("They asked NATO Secretary General Jens Kolvik about it.",))]
    assert found == ["NATO", "Jens Kolvik"]


def test_a_matter_names_its_country() -> None:
    assert [w for w, _ in named(("It was a turn in Peru-UK Relations by then.",))] == ["Peru", "UK"]


def test_a_parser_finds_the_name_that_only_the_head_of_a_sentence_shows() -> None:
    words = (
        Word(0, 4, "PROPN", "Ford", 1, "nsubj", "B-ORG"), Word(5, 10, "VERB", "grow", -1, "root", "O"),
        Word(11, 14, "ADV", "now", 1, "advmod", "O"), Word(14, 15, "PUNCT", ".", 1, "punct", "O"),
    )  # fmt: skip
    assert [(m.start, m.end) for m in mention(*page(("Ford grows now.",), words=words))] == [(0, 4)]
    assert [(m.start, m.end) for m in mention(*page(("Ford grows now.",)))] == []


def test_a_page_that_is_not_analysed_gives_nothing() -> None:
    from dataclasses import replace

    documents, *others = page(("Tova Ellin spoke.",))
    unread = Table.of(Document, [replace(documents[0], analysed=False)])
    assert len(mention(unread, *others)) == 0


def test_a_sentence_outside_its_page_is_an_error() -> None:
    documents, blocks, _, parses = page(("Short.",))
    with pytest.raises(SpanError):
        mention(documents, blocks, Table.of(Sentence, [Sentence("sen:1", "doc:a", 0, 99, 0)]), parses)


def test_a_ship_with_a_noble_title_is_no_person() -> None:
    found = [
        words
        for words, _ in named(("The ferry Lady Ines sank.",), ("Crews of the Princess Maud and the MV Olaf helped.",))
    ]
    assert not {"Ines", "Lady Ines", "Maud", "Princess Maud", "Olaf", "MV Olaf"} & set(found)


def test_a_lady_is_still_a_person() -> None:
    assert ("Ashby", "name") in named(("The vote was lost, said Lady Ashby.",))


def test_a_secretary_for_justice_is_no_judge() -> None:
    assert ("Amber Osei", "name") in named(("On Friday they met Justice Secretary Amber Osei.",))


@pytest.mark.parametrize(("given", "family"), [("Jan", "Krol"), ("April", "Osei"), ("Theresa", "May")])
def test_a_month_may_be_part_of_the_name_of_a_person(given: str, family: str) -> None:
    text = f"{given} {family} left in May."
    tags = [
        (given, "PROPN", "B-PER"),
        (family, "PROPN", "I-PER"),
        ("left", "VERB", "O"),
        ("in", "ADP", "O"),
        ("May", "PROPN", "O"),
    ]
    words, at = [], 0
    for form, upos, ner in tags:
        at = text.index(form, at)
        words.append(Word(at, at + len(form), upos, form, -1, "root", ner))
        at += len(form)
    tables = page((text,), words=tuple(words))
    found = [text[m.start : m.end] for m in mention(*tables)]
    assert found == [f"{given} {family}"]


def test_a_dateline_names_its_town_in_capitals_and_the_agency_in_brackets() -> None:
    text = "PORT MARLO (Adria News Agency) - The commission met."
    dateline = text.index(" The")
    document = page((text,))[0][0]
    sentences = Table.of(Sentence, [Sentence(make_id("sen", 1), "doc:a", dateline + 1, len(text), 0)])
    blocks = Table.of(Block, [Block("doc:a", 0, dateline, "dateline", "test")])
    found = mention(Table.of(Document, [document]), blocks, sentences, Table.of(Parse, []))
    assert [text[m.start : m.end] for m in found if m.form == "name"] == ["PORT MARLO", "Adria News Agency"]


def test_a_headline_may_end_on_a_body_without_a_full_stop() -> None:
    assert ("the ministry", "descriptor") in named(("Fishermen and growers meet at the ministry",))
