"""clean: whom a line of the head, the first paragraph or the last line credits, in the forms that papers print. All are made up."""

from __future__ import annotations

import pytest

from tests.stages.test_clean import BODY, HEAD
from tests.stages.test_clean_document import document

TOP = "Vell Daily, 4 May 2031"
IN_HEAD = [
    (f"{TOP}\nBy Ada Brenn and Norda Press", "Norda Press"),
    ("Vell Daily\nTuesday, 4 May 2031\nBy Ada Brenn and Sarn News Agency", "Sarn News Agency"),
    (f"{TOP}. Source: Radio Sarn", "Radio Sarn"),
    (f"{TOP} - via Radio Sarn", "Radio Sarn"),
    (f"{TOP}. Text: NPQ", "NPQ"),
    (f"{TOP}\nStaff writer, with Norda", "Norda"),
    (f"{TOP}\nFrom our economics desk and Radio Sarn", "Radio Sarn"),
    (f"{TOP}\nEdited from a report by Radio Sarn", "Radio Sarn"),
    (f"{TOP}\nEdited by Ada Brenn, from a report in Recado de Sarn", "Recado de Sarn"),
    (f"{TOP}\nBy Ada Brenn; with material from Norda Press", "Norda Press"),
    (f"{TOP} / Norda Press", "Norda Press"),
    ("*Vell Daily, foreign desk and NPQ — Tuesday 4 May 2031*", "NPQ"),
    ("Vell Daily, 4 May 2031, Daily staff and Norda", "Norda"),
]
AT_FOOT = [
    ("Norda Press - abridged", "Norda Press"),
    ("Radio Sarn (shortened)", "Radio Sarn"),
    ("Radio Sarn", "Radio Sarn"),
    ("(Norda)", "Norda"),
    ("This report by the broadcaster Radio Sarn has been shortened.", "Radio Sarn"),
    ("Shortened from a report by Radio Sarn", "Radio Sarn"),
    ("This is an abridged version of a report first printed in Sarn Post.", "Sarn Post"),
]
IN_FRONT = [("(Radio Sarn) ", "Radio Sarn"), ("(Norda Press) - ", "Norda Press")]
NOBODY = [
    f"{TOP}\nTalks with Norda",
    f"{TOP}\nBy Ada Brenn and Paul Renk",
    f"{TOP}\nText: Ada Brenn",
    f"{TOP}\nBy Staff and Wire Reports",
    f"{TOP}\nEdited by Ada Brenn from Sarn",
    f"{TOP}\nFrom our economics desk and the newsroom",
]


@pytest.mark.parametrize(("head", "name"), IN_HEAD)
def test_a_line_of_the_head_credits(head: str, name: str) -> None:
    found = document(f"{HEAD}\n\n{head}\n\n{BODY}")
    assert (found.credited_source, found.outlet, found.published) == (name, "Vell Daily", "2031-05-04")
    assert found.credited_because and name in found.credited_because


@pytest.mark.parametrize(("foot", "name"), AT_FOOT)
def test_the_last_line_credits(foot: str, name: str) -> None:
    assert document(f"{HEAD}\n\n{TOP}\n\n{BODY}\n\n{foot}").credited_source == name


@pytest.mark.parametrize(("front", "name"), IN_FRONT)
def test_a_publisher_in_brackets_before_the_first_sentence_is_credited(front: str, name: str) -> None:
    assert document(f"{HEAD}\n\n{TOP}\n\n{front}{BODY}").credited_source == name


@pytest.mark.parametrize("head", NOBODY)
def test_a_line_of_the_head_that_credits_nobody(head: str) -> None:
    assert document(f"{HEAD}\n\n{head}\n\n{BODY}").credited_source is None


def test_an_outlets_own_name_at_the_end_is_no_credit() -> None:
    assert document(f"{HEAD}\n\n{TOP}\n\n{BODY}\n\nVell Daily").credited_source is None
    assert document(f"{HEAD}\n\n{BODY}\n\nRadio Sarn").credited_source is None


def test_the_first_paragraph_credits_at_its_end_and_a_later_one_does_not() -> None:
    told = "The ferry will run again from Monday after two years in the yard, the newspaper Recado de Sarn reports."
    assert document(f"{HEAD}\n\n{TOP}\n\n{told}\n\n{BODY}").credited_source == "Recado de Sarn"
    assert document(f"{HEAD}\n\n{TOP}\n\n{BODY}\n\n{told}").credited_source is None


def test_letters_are_told_in_full_where_the_page_has_the_name() -> None:
    text = f"{HEAD}\n\n{TOP}. Text: NPA\n\n{BODY}"
    assert document(text).credited_source == "NPA"
    assert document(f"{text}\n\nNorda Press Agency").credited_source == "Norda Press Agency"


def test_lines_of_a_head_that_are_one_paragraph_of_markdown() -> None:
    text = f"# {HEAD}\n\n*Vell Daily, 4 May 2031*\n*By Ada Brenn*\n*Based on a report by Radio Sarn.*\n\n{BODY}"
    found = document(text, media_type="text/markdown")
    assert (found.outlet, found.published, found.credited_source) == ("Vell Daily", "2031-05-04", "Radio Sarn")
    assert found.bylines == ("Ada Brenn",)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Recado de Sarn", None),
        ("Gazeta de Sarn, 4 May 2031", "Gazeta de Sarn"),
        ("Voice of Sarn, 4 May 2031", "Voice of Sarn"),
        ("The Sarn Lamplighter, 4 May 2031", "The Sarn Lamplighter"),
        ("Vell Daily (Port Sarn), 4 May 2031", "Vell Daily"),
    ],
)
def test_the_outlet_beside_the_day(line: str, name: str | None) -> None:
    assert document(f"{HEAD}\n\n{line}\n\n{BODY}").outlet == name
