"""Questions are answered with the pages' sentences by voice, or with the word that no report states it."""

from __future__ import annotations

import json
import subprocess
import sys

import jsonschema
import pytest

from readout.api import Record
from readout.pile import Pile
from readout.store.schema import json_schemas
from readout.web.answers import NOTHING, UNASKED, UNSPOKEN, ask, holds, is_of, nothing
from readout.web.question import read_question
from tests.web.world import LEAD, NO, PLAN, SHORT, span


@pytest.mark.parametrize(
    ("text", "asked", "names"),
    [
        ("How long did the talks last?", "duration", ()),
        ("For how many hours did Ada Brenn talk?", "duration", ("Ada Brenn",)),
        ("How many people marched in Torve?", "number", ("Torve",)),
        ("When will Brenn visit Torve?", "date", ("Brenn", "Torve")),
        ("In which city did they meet?", "place", ()),
        ("Why did Marsh refuse?", "reason", ("Marsh",)),
        ("Who is Olek Marsh?", "office", ("Olek Marsh",)),
        ("What did Brenn say about the talks?", "said", ("Brenn",)),
        ("Who met the envoy?", "who", ()),
        ("Did Marsh free the captain?", "any", ("Marsh",)),
    ],
)
def test_a_question_tells_what_it_asks_for(text: str, asked: str, names: tuple[str, ...]) -> None:
    found = read_question(text)
    assert (found.asked, found.names) == (asked, names)


def words(made: Record, text: str) -> dict[str, str]:
    return {row["voice"]: row["words"] for row in ask(Pile(made), text)}


def test_each_voice_answers_once_with_its_best_page_and_names_the_copies(made: Record) -> None:
    rows = ask(Pile(made), "How long did Brenn and Marsh talk?")
    assert {r["voice"]: r["words"] for r in rows} == {"Morning Post": LEAD, "Harbour News": SHORT}
    post = next(r for r in rows if r["voice"] == "Morning Post")
    assert post["external_id"] == "post.txt" and post["also"] == ["echo.txt", "mill.txt"]
    assert (post["start"], post["end"]) == (span("post.txt", LEAD).start, span("post.txt", LEAD).end)
    for row in rows:
        jsonschema.validate(json.loads(json.dumps(row)), json_schemas()["ask"])


def test_days_offices_words_and_refusals_are_found(made: Record) -> None:
    assert words(made, "When will Brenn visit Torve?") == {"Morning Post": PLAN}
    assert words(made, "Who is Ada Brenn?") == {"Morning Post": LEAD}
    assert words(made, "Did Marsh free the captain?") == {"Morning Post": NO}
    assert set(words(made, "What did Ada Brenn say?")) == {"Morning Post", "Harbour News"}


@pytest.mark.parametrize(
    "text",
    ["How many people died?", "How long did the flood last?", "When will Brenn visit Lissen?", "Who is Ilse Toren?", "Why?", "",
     "Who shot the captain?", "What did Marsh say about herring?"],
)  # fmt: skip
def test_what_no_report_states_has_no_answer(made: Record, text: str) -> None:
    assert ask(Pile(made), text) == []


def test_a_day_is_no_number_of_people_and_a_month_no_march(made: Record) -> None:
    pile = Pile(made)
    assert not holds(pile, read_question("How many people came?"), span("post.txt", "on 9 April"))
    assert holds(pile, read_question("When was it?"), span("post.txt", "on 9 April"))


def test_the_command_says_so(made: Record) -> None:
    command = [sys.executable, "-m", "readout", "ask", str(made.path), "How many people died?"]
    assert subprocess.run(command, capture_output=True, text=True).stdout.strip() == UNSPOKEN
    asked = subprocess.run([*command, "--json"], capture_output=True, text=True)
    assert (asked.stdout.strip(), asked.stderr) == ("", "")


@pytest.mark.parametrize(
    ("text", "why"),
    [("Who shot the captain?", NOTHING), ("How many people drowned?", UNSPOKEN), ("", UNASKED)],
)
def test_why_there_is_no_answer_is_told_apart(made: Record, text: str, why: str) -> None:
    assert nothing(Pile(made), text) == why


def test_a_name_alone_gives_the_sentences_that_hold_it(made: Record) -> None:
    assert "Morning Post" in words(made, "Marsh")


@pytest.mark.parametrize(
    ("word", "land", "same"),
    [("norlandish", "norland", True), ("tarvian", "tarvia", True), ("morvene", "morva", True), ("norland", "norland", False),
     ("tarragon", "tarvia", False), ("port", "po", False)],
)  # fmt: skip
def test_an_adjective_is_of_its_land(word: str, land: str, same: bool) -> None:
    assert is_of(word, land) is same


@pytest.mark.parametrize(
    ("text", "asked"),
    [("What caused the fire?", "cause"), ("What was the cause of the fire?", "cause"), ("Why did she go?", "reason")],
)
def test_a_cause_is_no_motive(text: str, asked: str) -> None:
    assert read_question(text).asked == asked
