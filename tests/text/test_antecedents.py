"""Words like "it", "the company" and "its spokesman" are given the words before that say who is meant."""

from __future__ import annotations

from functools import cache

import pytest

from readout.lexicon import abbreviations, reporting, speech
from readout.lexicon.names import name_words
from readout.models.english import English, load_english
from readout.text.clause_trees import Tree
from readout.text.joined_sayings import Words, all_attributions
from readout.text.sentences import all_sentences, paragraphs
from readout.text.unit_reading import Said
from tests.text.speech_reading import read, told

KNOWN = Words(speech(), reporting(), name_words().gender_of)


@cache
def parser() -> English:
    return load_english("accurate")


def found(text: str) -> list[Said]:
    """The attributions of a text."""
    cut = all_sentences(text, paragraphs(text), abbreviations())
    trees = {}
    for start, end in (s for p in cut for s in p):
        moved = [w._replace(start=start + w.start, end=start + w.end) for w in parser().parse([text[start:end]])[0]]
        trees[start] = Tree(text, moved)
    return all_attributions(text, cut, trees, KNOWN)


def meant(text: str) -> list[tuple[str, str]]:
    """The source of each attribution, with the words outside it that name who is meant."""
    said = [s for s in found(text) if s.source]
    outside = ([text[a:b] for a, b in s.named if not (s.source and s.source[0] <= a < s.source[1])] for s in said)
    return [(text[slice(*s.source)], " ".join(o)) for s, o in zip(said, outside, strict=True) if s.source]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rowers' union called a strike. It would last a week, it said.", ("it", "The rowers' union")),
        ("The group Open Lock cancelled the march on Friday “to keep the peace”, it said.", ("it", "The group Open Lock")),
        ("The rowers' union called a strike. The mayor was away. The union said it would last.", ("The union", "The rowers' union")),
        ("The canal's owner, Nordbank Group, stayed calm. A company statement said the lock would open.",
         ("A company statement", "The canal's owner, Nordbank Group")),
        ("The harbour office closed the lock. Its spokesman said it would open soon.", ("Its spokesman", "The harbour office")),
        ("A rally by the aid group Bread for Bram was banned. The group says it will go ahead.", ("The group", "Bread for Bram")),
        ("I asked Ms Poe what she would do. Her answer ran long.\n\n“I would tell them that I was given no date.”", ("Her", "Ms Poe")),
        ("Ann Poe played down the affair as Bea Lee left, saying: “Nobody knew of it.”\n\n“It was awkward,” she said.", ("she", "Ann Poe")),
        ("One, a nurse, said she had counted ten. “They were boys,” she said.", ("she", "One, a nurse")),
        ("A harbour source said the lock was old. The source added that it leaked.", ("The source", "A harbour source")),
        ("Poe's lawyer said the case was closed. “It is over,” he said.", ("he", "Poe's lawyer")),
        ("A report by the rowers' club counts nine boats. The report says that three boats leak.", ("The report", "the rowers' club")),
        ("The port office shut the lock. “For good,” a spokesman for the office said.", ("a spokesman for the office", "The port office")),
        ("President Ulla Poe will open the lock on Monday, her office said.", ("her office", "President Ulla Poe")),
        ("The Port Department shut the lock. The department's notice said it would open.",
         ("The department's notice", "The Port Department")),
        ("According to the port office, Bo Poe rowed off. He said that he would be back.", ("He", "Bo Poe")),
        ("Bo Poe rowed to the lock with Lars Lee. His counterpart said it was shut.", ("His counterpart", "Lars Lee")),
        ("Time is short, said Ann Poe.\n\nThe lock opens in May. It rarely holds.\n\n“We row now,” she said.", ("she", "Ann Poe")),
        ("The rowers' club, which has a dock, says it leaks. It is shut, a club spokesman said. He added that it was old.",
         ("He", "The rowers' club, which has a dock")),
        ("Poe's ministry shut the lock. It had hired two keepers, a spokesman said.", ("a spokesman", "Poe's ministry")),
        ("Mining firm Oar Metals will shut its pit, the company announced.", ("the company", "Mining firm Oar Metals")),
        ("The port ministry spoke of “panic”. The club had been given all maps in March, it said.", ("it", "The port ministry")),
        ("The shipping line, Oar Ferries, rejected the charge. “No boat was late,” the company said.",
         ("the company", "The shipping line, Oar Ferries")),
        ("Bo's claims of theft were false, mayor Ulla Brandt said. The lock would open, she added.", ("she", "mayor Ulla Brandt")),
    ],
)  # fmt: skip
def test_words_that_stand_for_a_body_or_for_somebody_described(text: str, expected: tuple[str, str]) -> None:
    assert expected in meant(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Poe met Bea Lee. It rained. It said nothing new, she said.",
        "The minister met the envoy. The company said it would pay.",
        "Ann Poe, whom Bea Lee had followed, said no. “We go,” they said.",
    ],
)
def test_what_the_page_does_not_settle_stays_open(text: str) -> None:
    assert all(not named for _, named in meant(text))


def test_he_is_nobody_of_whom_there_are_two() -> None:
    found = told("Three cooks of the Meridian Hotel lost their jobs. It was spring. The kitchen had been sold, he said.")
    assert [who for _, who, _ in found] == ["he"]


def test_she_goes_on_where_nobody_else_is_named_in_the_paragraph() -> None:
    text = (
        "Helga Brandt, who keeps the archive, said the maps had been drawn from memory. That is no small fault. "
        "It is one that the museum has known of for years. She said the new ones would hang by autumn."
    )
    assert [who for _, who, _ in told(text)] == ["Helga Brandt, who keeps the archive", "Helga Brandt"]


def test_she_goes_on_over_two_stretches_in_marks() -> None:
    text = (
        "A teacher of the dancer Ada Roe, Helga Brandt, said the injury was an old one. "
        "“Both knees have been operated on,” she said. “It began at school.”"
    )
    assert [s.name for s in read(text)] == ["Helga Brandt", "Helga Brandt"]


def test_the_place_before_the_words_of_saying_does_not_speak() -> None:
    found = told("In Orlen, said Brandt, passengers slept on the platform because the waiting room had been locked.")
    assert [who for _, who, _ in found] == ["Brandt"]


def test_the_country_of_one_described_is_no_name() -> None:
    found = read("“We were paid in vouchers,” said another, a young Norlish waiter who did not want to give his name.")
    assert [s.name for s in found] == [None]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The kiln opened at six. A young potter stepped out. She had not slept. It was the worst firing of her life, she said.", "A young potter"),
        ("The ferryman was blunt: the rope had been rotten for years, he said.", "The ferryman"),
        ("Growers in the valley are furious. Nobody had asked them, they said.", "Growers"),
        ("Emil Roe lost the mill. His wife is angrier than he is. It was all they had, she said.", "His wife"),
        ("“The roof leaks,” said Dora Roe, who runs the shelter. “The man who built it is gone. We will not pay.” She said the council knew.", "Dora Roe"),
        ("The choir's leader, Olaf Roe, refused to sing. The town had offered a hall. He would go home, he promised.", "Olaf Roe"),
    ],
)  # fmt: skip
def test_a_pronoun_goes_on_with_who_leads_though_sentences_stand_between(text: str, who: str) -> None:
    assert who in told(text)[-1][1]


def test_a_minister_who_met_a_widow_leaves_open_who_she_is() -> None:
    assert told("The minister met the widow. She had come by train. It was the first time in years, she said.")[-1][1] == "she"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'Foreign ministry spokeswoman Ada Roe said the drills were over. "Nobody was hurt," the diplomat added.',
            ("the diplomat", "Foreign ministry spokeswoman Ada Roe"),
        ),
        ('Ada Roe said the port was shut. "It will open," the head of the department added.', ("the head of the department", "Ada Roe")),
    ],
)
def test_a_noun_given_to_nobody_before_is_who_spoke_last(text: str, expected: tuple[str, str]) -> None:
    assert any(source == expected[0] and outside.endswith("Ada Roe") for source, outside in meant(text))


def test_a_noun_that_the_page_gave_to_another_is_not_who_spoke_last() -> None:
    text = 'A diplomat of Norland left the hall. Ada Roe, the mayor, said the talks were over. "So be it," the diplomat said.'
    assert ("the diplomat", "Ada Roe") not in meant(text)


def test_he_is_whoever_is_due_to_do_something() -> None:
    text = "Ada Roe told the court of it.\n\nThe firm's former chief executive, Bo Lee, is due to give evidence on Friday. In a letter, he said it was late."
    assert [outside.endswith("Bo Lee") for source, outside in meant(text) if source == "he"] == [True]
