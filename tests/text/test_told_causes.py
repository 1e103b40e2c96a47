"""told_causes: what a calamity is put down to, and what is none."""

from __future__ import annotations

import pytest

from readout.text.told_causes import causes
from readout.text.told_reasons import reasons


@pytest.mark.parametrize(("sentence", "wanted"), [
    ("A leak of solvent probably caused the explosion, the mayor said.", ["A leak of solvent"]),
    ("She named pilot error as the most likely cause.", ["pilot error"]),
    ("The crash was put down to black ice on the bridge.", ["black ice"]),
    ("The authority said engine failure could not be ruled out.", ["engine failure"]),
    ("Investigators said the cause was a short circuit in the kitchen.", ["a short circuit in the kitchen"]),
    ("The minister attributed the blackout to sabotage by foreign agents.", ["sabotage by foreign agents"]),
    ("It is not known what caused the accident.", []),
    ("The cause of the fire was not known on Friday.", []),
    ("A prisoner swap could not be ruled out.", []),
    ("The scandal led to the collapse of the government.", []),
    ("Police said the fire started in a storage room.", []),
])  # fmt: skip
def test_a_cause_is_what_a_calamity_is_put_down_to(sentence, wanted):
    assert [sentence[s:t] for s, t in causes(sentence)] == wanted


def test_what_is_due_to_take_place_has_no_reason_there():
    assert [*reasons("She cancelled the trip hours before she was due to land.")] == []
    assert [r.cause for r in reasons("The delay was due to fog.")] == [False]
    assert [r.cause for r in reasons("Her office cited a crisis at home.")] == [False]
