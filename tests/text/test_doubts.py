"""A finding says where it is not sure of a value."""

from __future__ import annotations

from readout.text.doubts import doubt, doubted


def test_a_doubt_names_the_value_and_its_chance_and_is_seen():
    said = "41 and 55 cannot both be right" + doubt("55", 0.412)
    assert said.endswith("it is not sure that 55 is of the same thing (chance 0.41)")
    assert doubted(said) == ("it is not sure that 55 is of the same thing", 0.41)
    assert doubted("41 and 55 cannot both be right") is None
