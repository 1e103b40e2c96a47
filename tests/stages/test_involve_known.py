"""Whom the words of a participant name."""

from __future__ import annotations

from typing import Literal

from readout.records import Entity, Mention
from readout.stages.involve.known import Known, involvement

TEXT = "The coalition's smaller partner, the Reeds of Hollin, agreed."


def known(*named: tuple[str, Literal["organisation", "country"]]) -> Known:
    pairs = []
    for words, kind in named:
        at = TEXT.index(words)
        entity = Entity(f"ent:{words}", kind, words, "Hollin", (), "")
        pairs.append((Mention(f"men:{words}", "d", at, at + len(words), "name"), entity))
    return Known(TEXT, tuple(m.start for m, _ in pairs), tuple(pairs))


def test_a_name_with_an_article_behind_a_comma_is_who_is_meant_and_not_the_country_it_is_of() -> None:
    span = (4, TEXT.index(", agreed"))
    found = involvement("e", "actor", 0, span, known(("Reeds", "organisation"), ("Hollin", "country")))
    assert found and found.name == "Reeds"
    alone = involvement("e", "actor", 0, span, known(("Hollin", "country")))
    assert alone and (alone.entity_id, alone.country) == (None, "Hollin")
