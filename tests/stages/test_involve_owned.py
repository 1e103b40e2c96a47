"""Whose ministry spoke is told by its own words; which court acts, by the town it is set in."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from readout.records import Attribution, Entity, Mention, Participant
from readout.stages.involve.groups import seated_elsewhere
from readout.stages.involve.known import Known, involvement
from readout.stages.involve.speakers import speaker

TEXT = "The Orlan Foreign Ministry spoke. Dario Menk fell ill, his ministry said. Union of Weavers and Spinners president Ida Roe left."
Kind = Literal["organisation", "person"]


def known(*named: tuple[str, str, Kind]) -> Known:
    """The mentions of some words, each with the name of what they mean."""
    pairs = []
    for words, name, kind in named:
        at = TEXT.index(words)
        form: Literal["name", "descriptor"] = "descriptor" if "inistry" in words else "name"
        pairs.append(
            (Mention(f"men:{words}", "d", at, at + len(words), form), Entity(f"ent:{name}", kind, name, None, (), ""))
        )
    pairs.sort(key=lambda pair: pair[0].start)
    return Known(TEXT, tuple(m.start for m, _ in pairs), tuple(pairs))


def span(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


SAID = Attribution(
    "att:1", "d", "indirect", (span("Dario Menk fell ill"),), (span("said"),), (span("his ministry"),), None,
    named=(span("The Orlan Foreign Ministry"),),
)  # fmt: skip


def test_his_ministry_is_the_one_its_own_words_mean() -> None:
    ours = known(
        ("Orlan Foreign Ministry", "Ministry of Orla", "organisation"),
        ("his ministry", "Ministry of Velia", "organisation"),
    )
    found = speaker(SAID, ours)
    assert found and found.name == "Ministry of Velia"


def test_where_its_words_mean_none_the_last_ministry_told_of_is_not_meant() -> None:
    assert speaker(SAID, known(("Orlan Foreign Ministry", "Ministry of Orla", "organisation"))) is None
    assert speaker(replace(SAID, named=()), known()) is None


def test_the_and_in_the_name_of_a_body_ends_no_phrase() -> None:
    body = "Union of Weavers and Spinners"
    ours = known((body, body, "organisation"), ("Ida Roe", "Ida Roe", "person"))
    found = involvement("e", "actor", 0, span(f"{body} president Ida Roe"), ours)
    assert found and found.name == "Ida Roe"


def test_a_court_in_one_town_is_not_the_court_of_another() -> None:
    court = Entity("ent:c", "organisation", "court in Selby", None, ("the court in Selby",), "")
    text = "A court in Halvern ruled. The court adjourned. The court in Selby sat."
    told = [
        Participant(None, "court", at, at + 5, None, None)
        for at in (2, text.index("court adj"), text.index("court in S"))
    ]
    assert [seated_elsewhere(text, p, court) for p in told] == [True, False, False]
