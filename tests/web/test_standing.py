"""What a sentence can say alone: pronouns, pairs and bare nouns are explained where the page does so, else it is lacking."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from readout.records import Evidence
from readout.web.standing import lacking, meant

NAMES = {
    "Odra": ("country", "Odra"), "Velm": ("country", "Velm"), "Tissen": ("country", "Tissen"), "Ada Brenn": ("person", None),
    "Olek Marsh": ("person", None), "Canal Board": ("organisation", None),
}  # fmt: skip


def page(*sentences: str, pronouns: dict[str, str] | None = None) -> Any:
    """Give a pile of one page whose names are those of NAMES."""
    text = " ".join(sentences)
    starts = [text.index(s) for s in sentences]
    mentions = [
        SimpleNamespace(start=at, end=at + len(name), entity_id=name, form="name")
        for name in NAMES for at in range(len(text)) if text.startswith(name, at)
    ]  # fmt: skip
    entities = {n: SimpleNamespace(entity_id=n, type=kind, name=n, country=country) for n, (kind, country) in NAMES.items()}
    known = {("d", text.index(f" {word} ") + 1): who for word, who in (pronouns or {}).items()}
    return SimpleNamespace(
        documents={"d": SimpleNamespace(text=text)}, named={"d": mentions}, entities=entities, pronouns=known,
        country_names={"Odra": "Odra", "Velm": "Velm", "Tissen": "Tissen"}, sentence_starts={"d": starts},
        name=lambda who: who, words=lambda e: text[e.start : e.end], pronouns_of={}, attributions_in={},
        offices_of={who: [SimpleNamespace(role="minister of trade")] for who in ("Ada Brenn", "Olek Marsh")},
    )  # fmt: skip


def last(pile: Any) -> Evidence:
    return Evidence("d", pile.sentence_starts["d"][-1], len(pile.documents["d"].text))


@pytest.mark.parametrize(("sentence", "missing"), [
    ("All but six were let go on Sunday.", True),
    ("None of them had seen the second lorry.", True),
    ("The rest stayed on the quay all night.", True),
    ("Odra wanted a separate one, and the mayor agreed to wait.", True),
    ("Ada Brenn maintains there were three.", True),
    ("Ada Brenn puts that down to the frost.", True),
    ("The guild has said yes.", True),
    ("All three towns agreed to that yesterday.", True),
    ("On the same day the court freed the manager of the mill.", True),
    ("The nine were taken from a bus near Tamm.", True),
    ("The move was meant to calm the fishermen.", True),
    ("Six men died in the flood that followed.", True),
    ("Velm has agreed in principle, a diplomat said.", True),
    ("The tug withdrew to Tamm on Sunday, as agreed.", False),
    ("The former mayor of Tamm was freed on Sunday.", False),
    ("Olek Marsh and Ada Brenn spoke, and the former will go to Tamm.", True),
    ("Olek Marsh denied that the kiln had been shut.", False),
    ("Olek Marsh denied that outright.", True),
    ("Olek Marsh put his name to it in the town hall.", True),
    ("The loss of the bridge in April stopped it.", True),
    ("Foreign Minister Olek Marsh will chair them in person.", True),
    ("The court gave her an assurance that the barge will be returned.", True),
    ("A consul is to see her husband in the prison of Tamm.", True),
    ("The minister said he had seen no such letters.", True),
    ("All but six of the miners were let go on Sunday.", False),
    ("There were three warnings before the dam gave way.", False),
    ("Ada Brenn met the pilots and thanked them.", False),
    ("Odra seized the barge and took it to Tamm.", False),
    ("Ada Brenn is to see her husband in the prison of Tamm.", False),
    ("The driver said the police had beaten him.", False),
    ("Velm agreed to open the lock on Friday.", False),
    ("The one-page protocol lifts the ban.", False),
    ("Odra said that it would send a doctor.", False),
])  # fmt: skip
def test_words_left_out_or_pointed_at_make_a_sentence_lacking(sentence: str, missing: bool) -> None:
    pile = page(sentence)
    assert lacking(pile, last(pile)) is missing


def test_a_pair_is_named_where_the_sentences_before_name_two_and_no_more() -> None:
    pile = page("Odra and Velm met in the spring.", "Both sides promised to keep the lock open.")
    assert meant(pile, last(pile)) == ["“Both sides”: Odra and Velm"] and not lacking(pile, last(pile))
    pile = page("Odra and Velm met in Tissen.", "Both sides promised to keep the lock open.")
    assert meant(pile, last(pile)) == [] and lacking(pile, last(pile))
    pile = page("Odra and Velm said that both governments had promised to keep the lock open.")
    assert meant(pile, last(pile)) == [] and not lacking(pile, last(pile))
    pile = page("Odra asked Velm for a pilot.", "Ada Brenn of the Canal Board said both sides had promised to wait.")
    assert meant(pile, last(pile)) == ["“both sides”: Odra and Velm"]
    pile = page("Ada Brenn of Odra received Olek Marsh.", "The two ministers promised to keep the lock open.")
    assert meant(pile, last(pile)) == ["“The two ministers”: Ada Brenn and Olek Marsh"]


def test_a_pair_is_of_whom_the_page_tells_most() -> None:
    pile = page("Odra and Velm met. Odra asked Velm for a pilot.", "Tissen has sided with Velm.", "Both sides promised to wait.")
    assert meant(pile, last(pile)) == []


def test_who_urges_both_is_neither() -> None:
    pile = page("Odra and Tissen have quarrelled for years.", "Tissen has urged both governments to settle the line.")
    assert meant(pile, last(pile)) == [] and lacking(pile, last(pile))


def test_a_bare_noun_is_told_as_the_page_has_named_it_before() -> None:
    pile = page("They set up a joint harbour commission.", "The commission will meet in May.")
    assert meant(pile, last(pile)) == ["“The commission”: joint harbour commission"]
    pile = page("They met at noon.", "The commission will meet in May.")
    assert meant(pile, last(pile)) == []


def test_a_bare_noun_for_somebody_is_not_told_by_what_another_is() -> None:
    pile = page("They called in the Odran defence minister.", "The minister will speak in May.")
    assert meant(pile, last(pile)) == []


def test_a_pronoun_that_a_name_in_its_sentence_can_own_is_not_given_to_another() -> None:
    pile = page("The Canal Board said in a note that it would pay.", pronouns={"it": "Odra"})
    assert meant(pile, last(pile)) == []
    pile = page("The note said that it would pay.", pronouns={"it": "Odra"})
    assert meant(pile, last(pile)) == ["“it”: Odra"]
