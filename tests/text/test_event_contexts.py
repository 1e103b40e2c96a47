"""Contexts: told by words and phrases, and by the status of the act."""

from __future__ import annotations

import pytest

from readout.lexicon.contexts import context_book
from readout.text.event_contexts import ContextBook, contexts_of


@pytest.mark.parametrize(
    ("words", "context"),
    [
        ("the two foreign minister sign a treaty", "diplomatic"),
        ("the court sentence the editor", "legal"),
        ("the central bank buy bond", "economic"),
        ("voter queue at polling station", "election"),
        ("the deputy pass the bill in parliament", "legislative"),
        ("hacker attack the ministry", "cyber"),
        ("the flood destroy the bridge", "enviro_disaster"),
        ("the minister deny take bribe", "corruption"),
        ("police seize cocaine", "crime_drugs"),
    ],
)
def test_words_tell_a_context(words: str, context: str) -> None:
    lemmas = words.split()
    assert context in context_book().told(lemmas, lemmas)


def test_a_phrase_asks_for_all_its_words() -> None:
    book = ContextBook.of({"legislative": ["second reading"]})
    assert not book.told(["a", "second", "man"], ["a", "second", "man"])
    assert book.told(["the", "second", "reading"], ["the", "second", "readings"]) == {"legislative"}


def test_a_phrase_cut_off_by_the_end_of_the_sentence_tells_nothing() -> None:
    assert not ContextBook.of({"legislative": ["second reading"]}).told(["second"], ["second"])


def test_political_stands_only_where_nothing_more_specific_is_told() -> None:
    assert contexts_of(frozenset({"political"}), "happened") == ("political",)
    assert contexts_of(frozenset({"political", "legal"}), "happened") == ("legal",)


def test_the_status_of_the_act_adds_its_context() -> None:
    assert contexts_of(frozenset({"legal"}), "planned") == ("future", "legal")
    assert contexts_of(frozenset(), "historical") == ("historical",)
    assert contexts_of(frozenset(), "conditional") == ("hypothetical",)
    assert contexts_of(frozenset(), "happened") == ()
