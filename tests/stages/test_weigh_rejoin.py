"""rejoin: one count that several pages give stands on one act."""

from __future__ import annotations

from types import SimpleNamespace

from readout.records import Evidence
from readout.stages.weigh.rejoin import rejoined
from readout.stages.weigh.values import Said
from readout.text.ranges import Range

KNOWN = {"aid": SimpleNamespace(type="AID", reports=2), "no": SimpleNamespace(type="REJECT", reports=5)}
TOLD = {"aid": SimpleNamespace(stems=frozenset()), "no": SimpleNamespace(stems=frozenset())}
ACTS = SimpleNamespace(known=KNOWN, told=TOLD, story={"a": "s", "b": "s", "c": "s"})


def count(name, number, unit, doc):
    reach = Range(number, number)
    return Said(
        name, f"{number:g}", unit, reach, False, frozenset(), Evidence(doc, 0, 5), (doc,), None, None, gated=True
    )


def test_a_count_goes_to_the_act_and_not_to_its_refusal():
    given = {
        "aid": {"participants": [count("participants", 60, "rescuer", "a")]},
        "no": {"rescuers": [count("rescuers", 60, "rescuer", "b")]},
    }
    made = rejoined(given, [count("rescuers", 60, "rescuer", "c")], ACTS)
    assert {s.evidence.doc_id for s in made["aid"]["participants"]} == {"a", "b", "c"}
    assert made["no"] == {}


def test_people_and_small_numbers_stay_where_they_are():
    given = {
        "aid": {"participants": [count("participants", 60, "person", "a")]},
        "no": {"boats": [count("boats", 2, "boat", "b")]},
    }
    made = rejoined(given, [count("boats", 2, "boat", "c"), count("participants", 60, "person", "c")], ACTS)
    assert {s.evidence.doc_id for said in made.values() for listed in said.values() for s in listed} == {"a", "b"}
