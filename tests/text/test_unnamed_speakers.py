"""Who is described and not named."""

from __future__ import annotations

import pytest

from readout.text.unnamed_speakers import described


@pytest.mark.parametrize(
    ("words", "name", "sort"),
    [
        ("A ferry inspector", "a ferry inspector", "person"),
        ("One of the weavers", "one of the weavers", "person"),
        ("two of his trainers", "two of his trainers", "group"),
        ("Beekeepers", "beekeepers", "group"),
        ("the choir's treasurer, reached in the hills", "the choir's treasurer", "person"),
        ("a porter who asked not to be named", "a porter", "person"),
        ("one of them, a retired stoker who served there", "a retired stoker", "person"),
        ("Another passer-by", "another passer-by", "person"),
        ("the orchard growers' union", "the orchard growers' union", "group"),
        ("people close to the bishop", "people close to the bishop", "group"),
        ("Friends of Ondra, Belk and the Harness Club", "friends of Ondra, Belk and the Harness Club", "group"),
    ],
)
def test_a_description_is_kept_as_the_page_gives_it(words: str, name: str, sort: str) -> None:
    found = described(words)
    assert found is not None
    assert (found.name, found.type) == (name, sort)


@pytest.mark.parametrize("words", ["Harbour Trust", "Ondra", "the lighthouse", "the computer", "Admiral", "others", "he", "one", "Pyles"])
def test_names_things_and_nobody_in_particular_are_no_description(words: str) -> None:
    assert described(words) is None


def test_a_text_is_nobody() -> None:
    assert described("the petition", ["petition"]) is None


def test_the_mayor_is_definite_and_a_mayor_is_not() -> None:
    the, a = described("the mayor"), described("a mayor")
    assert the is not None and a is not None
    assert (the.definite, a.definite) == (True, False)
