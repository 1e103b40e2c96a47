"""Lengths of time go to the act they are told beside, where that is one of other parties."""

from __future__ import annotations

from types import SimpleNamespace

from readout.records import Evidence
from readout.stages.weigh.homes import homed


def act(*parties: str) -> SimpleNamespace:
    return SimpleNamespace(actors=parties, recipients=())


def test_a_length_beside_another_act_of_others_goes_there_and_of_the_same_stays() -> None:
    said = SimpleNamespace(property="duration", evidence=Evidence("page", 20, 29))
    known = {"talks": act("tarn"), "visit": act("osk"), "dinner": act("tarn")}
    parties = {p: SimpleNamespace(country=None, name=p) for p in ("tarn", "osk")}

    def acts(beside: str) -> SimpleNamespace:
        events = {"page": [(SimpleNamespace(start=10, end=16), beside)]}
        return SimpleNamespace(events=events, known=known, parties=parties, main=lambda about: about)

    given = {"talks": {"duration": [said]}}
    assert homed(given, acts("visit")) == {"visit": {"duration": [said]}}
    assert homed(given, acts("dinner")) == given


def test_the_first_since_goes_to_the_act_its_sentence_tells() -> None:
    text = "the visit of march failed. it would be the first meeting since 2022."
    said = SimpleNamespace(property="first_since", evidence=Evidence("page", text.index("since"), text.index("since") + 10))
    found = [(SimpleNamespace(start=4, end=9), "visit"), (SimpleNamespace(start=text.index("meeting"), end=50), "summit")]
    acts = SimpleNamespace(events={"page": found}, texts={"page": text}, main=lambda about: about, known={}, parties={})
    assert homed({"visit": {"first_since": [said]}}, acts) == {"summit": {"first_since": [said]}}
    assert homed({"summit": {"first_since": [said]}}, acts) == {"summit": {"first_since": [said]}}
