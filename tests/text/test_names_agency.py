"""By syntax, a place that acts stands for its government. Words are given as a parser would give them."""

from __future__ import annotations

import pytest

from readout.lexicon.names import name_words
from readout.lexicon.places import places
from readout.text.names_agency import stands_for_people
from readout.text.names_groups import groups
from readout.text.names_tokens import Token


def parsed(words: str) -> list[Token]:
    """Read `form/lemma/head/relation` words."""
    made, at = [], 0
    for word in words.split():
        form, lemma, head, relation = word.split("/")
        upos = "VERB" if lemma.isupper() else "PROPN" if form[0].isupper() else "NOUN"
        made.append(Token(at, at + len(form), form, form.lower(), upos, "O", lemma.lower(), int(head), relation))
        at += len(form) + 1
    return made


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("Lima/lima/1/nsubj hid/HIDE/-1/root it/it/1/obj", 0),
        ("They/they/1/nsubj sued/SUE/-1/root Lima/lima/1/obj", 2),
        ("talks/talk/-1/root between/between/2/case Lima/lima/0/nmod and/and/4/cc Quito/quito/2/conj", 4),
        ("sanctions/sanction/-1/root against/against/2/case Lima/lima/0/nmod", 2),
        ("Lima/lima/2/nmod:poss 's/'s/0/case stance/stance/-1/root", 0),
        ("According/accord/2/case to/to/0/fixed Lima/lima/3/obl nothing/NOTHING/-1/root", 2),
        ("Lima/lima/1/nsubj ready/ready/-1/root", 0),
    ],
)
def test_a_place_that_does_what_only_people_do_stands_for_them(words: str, at: int) -> None:
    assert stands_for_people(parsed(words), at, at + 1, name_words())


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("He/he/1/nsubj arrived/ARRIVE/-1/root in/in/3/case Lima/lima/1/obl", 3),
        ("Lima/lima/1/nsubj lies/LIE/-1/root inland/inland/1/advmod", 0),
        ("Lima/lima/1/nsubj:pass flooded/FLOOD/-1/root", 0),
        ("talks/talk/-1/root in/in/2/case Lima/lima/0/nmod", 2),
        ("Lima/lima/2/nmod:poss 's/'s/0/case streets/street/-1/root", 0),
    ],
)
def test_a_place_where_something_is_or_happens_stays_a_place(words: str, at: int) -> None:
    assert not stands_for_people(parsed(words), at, at + 1, name_words())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("two Chinese officials spoke", ["Chinese officials"]),
        ("senior U.S. military officials spoke", ["U.S. military officials"]),
        ("he told South Korean diplomats", ["South Korean diplomats"]),
        ("officials in China spoke", []),
        ("the China visit and officials", []),
    ],
)
def test_groups_are_named_from_their_country_to_their_noun(text: str, found: list[str]) -> None:
    tokens, at = [], 0
    for form in text.split():
        tokens.append(Token(at, at + len(form), form, form.lower()))
        at += len(form) + 1
    spans = [(tokens[a].start, tokens[b - 1].end) for a, b in groups(tokens, places(), name_words())]
    assert [text[a:b] for a, b in spans] == found
