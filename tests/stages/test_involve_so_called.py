"""Whom a page names it may describe by an office when he speaks."""

from __future__ import annotations

from readout.records import Attribution, Entity, Mention, Office
from readout.stages.involve.known import Known
from readout.stages.involve.so_called import Later, fit, holders, named_later, titles_of
from readout.text.unnamed_speakers import described

ROE, LEE = (Entity(f"ent:{n}", "person", n, None, (), "") for n in ("Ida Roe", "Bo Lee"))
TITLES = {"ent:Ida Roe": [frozenset(("prime", "minister"))], "ent:Bo Lee": [frozenset(("minister", "of", "transport"))]}


def page(text: str) -> Known:
    """A page on which Roe and Lee are named."""
    pairs = [
        (Mention(f"men:{at}", "d", at, at + len(e.name), "name"), e)
        for e in (ROE, LEE) for at in range(len(text)) if text.startswith(e.name, at)
    ]  # fmt: skip
    pairs.sort(key=lambda pair: pair[0].start)
    return Known(text, tuple(m.start for m, _ in pairs), tuple(pairs))


def meant(text: str, words: str) -> list[str]:
    """Whom words of a page that describe who spoke mean."""
    by = described(words)
    assert by is not None
    return [e.name for e in holders(by, (text.rindex(words), text.rindex(words) + len(words)), page(text), TITLES)]


def test_the_head_of_government_is_the_prime_minister_whom_the_page_names() -> None:
    assert meant("Ida Roe met Bo Lee. It went well, the head of government said.", "the head of government") == ["Ida Roe"]


def test_of_two_ministers_the_words_tell_which_and_else_nobody() -> None:
    assert meant("Ida Roe met Bo Lee. It went well, the transport minister said.", "the transport minister") == ["Bo Lee"]
    assert meant("Ida Roe met Bo Lee. It went well, the minister said.", "the minister") == []


def test_nobody_is_meant_who_is_named_only_later_but_in_a_heading() -> None:
    assert meant("It went well, the head of government said. Ida Roe left.", "the head of government") == []
    assert meant("Work ends as premier hails “a day”\n\nIda Roe met Bo Lee.", "premier") == ["Ida Roe"]


def test_an_office_given_up_is_no_title() -> None:
    old = Office("ent:o", "president", None, None, "former", "d", 0, 1)
    assert titles_of([old]) == {} and fit("head of state", [frozenset(("president",))]) == 1


def test_the_pilot_is_whom_the_page_names_bare_with_the_next_words() -> None:
    text = "The pilot had waited, he said.\n\n“I called twice,” Ida Roe told the court."
    spoken = [
        Attribution("att:1", "d", "indirect", ((0, 20),), (), ((0, 9),)),
        Attribution("att:2", "d", "direct", ((32, 49),), ((58, 62),), ((50, 57),)),
    ]
    assert text[50:57] == "Ida Roe"
    assert list(named_later([Later((0, 9), 10)], spoken, page(text))) == [((0, 9), ROE)]
    titled = text.replace("Ida Roe", "Captain Ida Roe")
    assert list(named_later([Later((0, 9), 10)], spoken[:1], page(titled))) == []
