"""Who said quoted words: behind a colon and a tag, quoted by others, turned down as, behind an offer turned down, in a letter."""

from __future__ import annotations

import pytest

from tests.text.test_sayings_marked import speakers


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("The Rowing Club asked for a hearing: “No crew trains for a minute,” said Otto Brandt, its chairman.",
         "No crew trains for a minute", "Otto Brandt"),
        ("Henrik Vale left on Tuesday. The contract was “a bad joke”, Mr Vale was quoted as saying.", "a bad joke", "Vale"),
        ("“We did not come to whisper,” the singer Pia Holm is remembered as saying.", "We did not come to whisper", "Pia Holm"),
        ("“The lake is closed,” the weekly quoted its owner, Ada Ferro, as telling the swimmers.", "The lake is closed", "Ada Ferro"),
        ("The professor Ines Calder, who heads the trust, turned down the grant as “a gift with a string”.", "a gift with a string",
         "Ines Calder"),
        ("Surgeon Amal Idris paid tribute to the nurse as “the one who never slept”.", "the one who never slept", "Amal Idris"),
        ("It is a sum rejected on Friday by the painter Mila Sand as “pocket money”.", "pocket money", "Mila Sand"),
        ("From the chairman of the jury, Leo Fontana, came praise for “a soup with a memory”.", "a soup with a memory", "Leo Fontana"),
        ("For the critic, Vera Lindt, the novel is “a house without stairs”.", "a house without stairs", "Vera Lindt"),
        ("“The bells will ring again,” wrote a letter sent by Clara Moss.", "The bells will ring again", "Clara Moss"),
        ("The poet Anna Wirth left a note. “Feed the cat,” her note read.", "Feed the cat", "Anna Wirth"),
        ("“Send bread,” came the answer from the foreman, Pavel Hruby.", "Send bread", "Pavel Hruby"),
        ("The hall, said Ada Moss, was “full of dust”.", "full of dust", "Ada Moss"),
        ("Tina Dahl offered to share the prize, a proposal that Britt Olsen turned down. “I won it alone,” she said.",
         "I won it alone", "Britt Olsen"),
        ("Nils Aker offered his shed to the town, an offer that Ms Bloom turned down on the spot: “Bronze is no hay.”",
         "Bronze is no hay", "Bloom"),
        ("Greta Lohm laughed. “We counted twice,” the astronomer said.", "We counted twice", "Greta Lohm"),
        ("The trainer complained of “a ploughed pitch”, and his rival, Juan Sol, agreed.", "a ploughed pitch", "trainer"),
    ],
)  # fmt: skip
def test_who_said_it(text: str, words: str, who: str) -> None:
    assert speakers(text).get(words, "").endswith(who)


def test_who_turns_an_offer_down_is_meant_by_he_only_right_behind_it() -> None:
    text = "Tina Dahl made an offer that Britt Olsen did not refuse. “It is a gift,” she said."
    assert not speakers(text).get("It is a gift", "").endswith("Britt Olsen")


def test_a_noun_that_the_page_has_given_to_another_stays_theirs() -> None:
    text = "An astronomer, Rolf Tann, built the dome. He left it to the town.\n\nGreta Lohm laughed. “We counted twice,” the astronomer said."
    assert speakers(text).get("We counted twice", "") != "Greta Lohm"


HEADED = "Strike closes zoo as director warns of “hungry lions”\n\nKeepers walked out on Monday. The zoo’s director, Ada Ferro, said so."


def test_a_heading_s_bare_noun_is_the_only_one_whom_the_page_names_by_it() -> None:
    assert speakers(HEADED)["hungry lions"].endswith("Ada Ferro")


def test_of_two_by_that_noun_a_heading_means_neither() -> None:
    assert "Ferro" not in speakers(f"{HEADED} The deputy director, Rolf Tann, fed them.")["hungry lions"]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("“A lecture by a man who kept looking at his watch” was how Ada Moss summed it up.", "A lecture by a man", "Ada Moss"),
        ("“The stop costs us a fortune”, calculates Ada Moss.", "The stop costs us a fortune", "Ada Moss"),
        ("“That is a lot”, finds the researcher Ada Moss.", "That is a lot", "Ada Moss"),
        ("“The water has answered”, has commented with satisfaction the mayor, Ada Moss.", "The water has answered", "Ada Moss"),
        ("Ada Moss let it be known that she “had not been asked”.", "had not been asked", "Moss"),
        ("Judge Ada Moss found that the guards used “undue force” on the stairs.", "undue force", "Moss"),
        ("Shorter hours cost us money too, warns Professor Ada Moss. “We need sixty more.”", "We need sixty more", "Ada Moss"),
        ("Ada Moss spoke on. Asked what it meant, she smiled. “We are at A.”", "We are at A", "Moss"),
        ("“Too wet” was the verdict of the painter Ada Moss.", "Too wet", "Ada Moss"),
        ("“Too late” was the verdict of the Evening Chronicle.", "Too late", "Evening Chronicle"),
        ("For the chairman, Ada Moss, instead, the deal is “worth it”.", "worth it", "Ada Moss"),
    ],
)  # fmt: skip
def test_who_said_it_however_it_is_told(text: str, words: str, who: str) -> None:
    assert next(named for said, named in speakers(text).items() if words in said).endswith(who)


def test_when_something_is_said_is_nobody() -> None:
    assert "Then" not in speakers("He thought about it. Then, after a silence: “Do not write that.”").values()
