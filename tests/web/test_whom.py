"""Whom he and she mean: the first whom the sentence before names, or who speaks in it; nobody where another may be meant."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

from readout.records import Evidence
from readout.web.standing import PRONOUN
from readout.web.whom import all_hold, holds, whom

BEFORE = "Minister Ana Weld wrote to the envoy, Rosa Marn. "
SHE = "She wants an answer."


def pile(means: str, *, speaker: str = "") -> Any:
    text = BEFORE + SHE
    named = [SimpleNamespace(start=text.index(name), end=0, entity_id=key, form="name") for name, key in (("Ana", "weld"), ("Rosa", "marn"))]
    said = [SimpleNamespace(speaker=speaker, source=((text.index("Rosa"), 0),))] if speaker else []
    people = {key: SimpleNamespace(entity_id=key, type="person", name=key) for key in ("weld", "marn")}
    return SimpleNamespace(
        documents={"d": SimpleNamespace(text=text)}, sentence_starts={"d": [0, len(BEFORE)]}, named={"d": named},
        pronouns={("d", len(BEFORE)): means}, pronouns_of={"d": [(len(BEFORE), means)]}, attributions_in={"d": said},
        entities=people, offices_of={"weld": [SimpleNamespace(role="minister of trade")]}, name=lambda key: key,
    )  # fmt: skip


def meant(made: Any) -> str | None:
    sentence = Evidence("d", len(BEFORE), len(BEFORE) + len(SHE))
    pronoun = PRONOUN.search(BEFORE + SHE, len(BEFORE))
    assert isinstance(pronoun, re.Match)
    return whom(made, sentence, pronoun)


def test_she_is_the_first_whom_the_sentence_before_names_or_who_speaks_there() -> None:
    assert meant(pile("weld")) == "weld"
    assert meant(pile("marn")) is None
    assert meant(pile("marn", speaker="marn")) == "marn"


def test_who_is_spoken_of_by_an_office_holds_it() -> None:
    made = pile("weld")
    assert holds(made, "weld", "Minister") and not holds(made, "marn", "minister")
    assert not all_hold(made, ["weld", "marn"], "ministers") and all_hold(made, ["weld", "marn"], "men")
