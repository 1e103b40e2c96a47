"""What belongs to the words that were said, and what to who said them."""

from __future__ import annotations

import pytest

from tests.text.speech_reading import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The firm denied having sold the lock.", ("indirect", "The firm", "having sold the lock")),
        ("She denied being owed money.", ("indirect", "She", "being owed money")),
        ("Two rowers broke the gate, took the oars and left at night, according to the harbour office.",
         ("indirect", "the harbour office", "Two rowers broke the gate, took the oars and left at night")),
        ("Ann Poe told Bea Lee that the lock would close, according to a note from the port.",
         ("indirect", "Ann Poe", "that the lock would close")),
        ("The lock will open in May, according to Ann Poe, who spoke of “a new age”.",
         ("indirect", "Ann Poe, who spoke of “a new age”", "The lock will open in May")),
        ("The repair was “late and dear”, the head of the rowers' club, Ann Poe, wrote.",
         ("mixed", "the head of the rowers' club, Ann Poe", "The repair was “late and dear”")),
        ("They had, she said, “sold the boats and kept the oars”.",
         ("mixed", "she", "They had … “sold the boats and kept the oars”")),
        ("A keeper at the lock, Ann Poe, said by telephone that the gates had been left open for weeks.",
         ("indirect", "Ann Poe", "that the gates had been left open for weeks")),
        ("“I rang twice,” the paper quoted Ann Poe as saying.", ("direct", "Ann Poe", "“I rang twice,”")),
        ("The port had offered an extra rest day each month, a spokeswoman, Ann Poe, said, and the union had “not even looked”.",
         ("mixed", "a spokeswoman, Ann Poe", "The port had offered an extra rest day each month … the union had “not even looked”")),
        ("An expert will testify that “no two oars match”, lawyer Ann Poe announced.",
         ("mixed", "lawyer Ann Poe", "An expert will testify that “no two oars match”")),
        ("The radio quoted a rower as saying that the lock was “no place for a boat”.",
         ("mixed", "a rower", "that the lock was “no place for a boat”")),
        ("“It is shut”, was the answer of keeper Ann Poe.", ("direct", "keeper Ann Poe", "“It is shut”")),
        ("“It is shut”, has also said the keeper of the lock, Ann Poe.", ("direct", "the keeper of the lock, Ann Poe", "“It is shut”")),
        ("“It is shut,” shrugged Ann Poe, a rower.", ("direct", "Ann Poe, a rower", "“It is shut,”")),
        ("20:05 “It is shut,” says Ann Poe.", ("mixed", "Ann Poe", "“It is shut,”")),
        ("The gates were called “unsafe and old” in the report of the port office.",
         ("partial", "the report of the port office", "“unsafe and old”")),
        ("Ann Poe sees the lock “at its best” again.", ("partial", "Ann Poe", "the lock “at its best”")),
        ("Ann Poe made “clear demands on rowers”.", ("partial", "Ann Poe", "“clear demands on rowers”")),
        ("The union had one demand: the lock must “open by May”.", ("mixed", "The union", "the lock must “open by May”")),
        ("R. Tessa Oakley, a lock keeper, said the gates were old.", ("indirect", "R. Tessa Oakley", "the gates were old")),
        ("In an interview with the weekly Oar, Poe, 38, said that the lock was old.", ("indirect", "Poe, 38", "that the lock was old")),
        ("Poe promised on Saturday to row home within a year.", ("indirect", "Poe", "to row home within a year")),
        ("The club now expects fees to rise by May.", ("indirect", "The club", "fees to rise by May")),
        ("The fee, the signatories write, has risen by a third.", ("indirect", "the signatories", "The fee … has risen by a third")),
        ("The gates would need to come down, said Ann Poe of the club that did the survey: “You don't mend rust.”",
         ("direct", "Ann Poe of the club that did the survey", "“You don't mend rust.”")),
        ("That, says Poe, is not true.", ("indirect", "Poe", "That … is not true")),
        ("Poe and the keeper of the lock, Bo Lee, said that they would row.",
         ("indirect", "Poe and the keeper of the lock, Bo Lee", "that they would row")),
        ("If nothing happens by May, they say, many of the rowers will leave.",
         ("indirect", "they", "If nothing happens by May … many of the rowers will leave")),
        ("The race will be held, the notice says, “if the lock still holds”.",
         ("mixed", "the notice", "The race will be held … “if the lock still holds”")),
        ("“We row,” the letter, published on Monday, begins.", ("direct", "the letter, published on Monday", "“We row,”")),
        ("“We row,” comments Poe.", ("direct", "Poe", "“We row,”")),
        ("She called it “cowardly”; the lock would shut on Friday.", ("partial", "She", "it “cowardly”")),
        ("The rowers “won two prizes and a boat”, he added.", ("mixed", "he", "The rowers “won two prizes and a boat”")),
        ("Poe denied the charge in a post on X.", ("indirect", "Poe", "the charge")),
        ("The rowers “will win again”, the deputy coach, Ann Poe, promised.",
         ("mixed", "the deputy coach, Ann Poe", "The rowers “will win again”")),
    ],
)  # fmt: skip
def test_content_and_source_end_where_they_should(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Rowers at the lock asked not to be named.", 0),
        ("Six hurt in fire at lock; keeper held", 0),
        ("The harbour office said it regretted the delay.", 1),
        ("The union called a strike.", 0),
        ("Asked if the lock would open, Poe told reporters: “As sure as rain.”", 1),
        ("Asked whether the lock would open, she smiled.", 0),
    ],
)
def test_one_act_of_saying_is_one_row(text: str, rows: int) -> None:
    assert len(told(text)) == rows


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("No second goat without a fence, says union", "union"),
        ("As noted the head of the lamp service Olga Roe, the tower is dark.", "Olga Roe"),
        ("As it was stated by the guild of bakers, the ovens are cold.", "the guild of bakers"),
        ("The judge was blunt: the gate will stay shut until spring.", "The judge"),
        ("The growers' demand: the dam must go.", "The growers"),
        ("The beekeeper had an explanation: the hives had been moved at night.", "The beekeeper"),
        ("The representative of the rebels Juna Roe asserted that two mules perished.", "Juna Roe"),
    ],
)
def test_headings_colons_and_habits_of_translators_say_who_spoke(text: str, who: str) -> None:
    assert who in told(text)[-1][1]


@pytest.mark.parametrize("text", ["The road was clear: nobody had come.", "He has a problem: nobody believes him."])
def test_a_colon_alone_brings_in_no_speech(text: str) -> None:
    assert told(text) == []


def test_quoted_words_that_begin_a_headline_are_not_of_whom_the_headline_ends_with() -> None:
    first, second, *_ = told('"It rang all night": bell cracks, guild says frost is to blame\n\n"It rang all night," says the sexton Ferdo Roe.')
    assert (first[1], first[2]) == ("the sexton Ferdo Roe", '"It rang all night"')
    assert second[1] == "guild"
