"""story_words: pages that use the same uncommon words tell of one thing."""

from __future__ import annotations

from readout.text.story_words import alike, profiles

TANK = (
    "A storage tank at the Agrovan fertiliser works in Lorne exploded. Ammonia leaked, said the fire brigade of Lorne."
)
FIRE = (
    "Firefighters in Lorne poured water on the burning tank of the fertiliser works for hours after ammonia had leaked."
)
BAN = (
    "The federation banned the sprinter for doping after a second sample had tested positive in the laboratory at Tarn."
)


def test_two_reports_of_one_accident_are_alike_without_a_person_in_common():
    found = {(i, j) for i, j, _ in alike(profiles([TANK, FIRE, BAN]), 0.18)}
    assert found == {(0, 1)}


def test_common_words_bring_no_pages_together():
    plain = [
        "The man said that the house was old and the road was long.",
        "She said that the road to the old house was long.",
    ]
    assert list(alike(profiles(plain), 0.18)) == []


def test_one_surname_in_common_is_of_two_people():
    one = "Sela Zorndal opened the flower market with a pair of golden scissors."
    other = "Goalkeeper Anja Zorndal saved two penalties in the cup final on Sunday."
    assert list(alike(profiles([one, other]), 0.12)) == []
