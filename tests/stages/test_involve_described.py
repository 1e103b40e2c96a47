"""Somebody described between two sayings of one person is that person."""

from __future__ import annotations

from readout.records import Attribution, Entity, Involvement, Mention
from readout.stages.involve.described import between_two
from readout.stages.involve.known import Known

POE = Entity("ent:p", "person", "Ana Poe", None, (), "")
ROE = Entity("ent:r", "person", "Ben Roe", None, (), "")


def who(text: str, last: Entity = POE, between: str = "") -> list[str | None]:
    """Whom the middle of three sayings is given to; sayings are set apart by full stops, the source ends before "said"."""
    spoken, at = [], 0
    for n, sentence in enumerate(s + "." for s in text.split(".")[:-1]):
        start = at + len(sentence) - len(sentence.lstrip())
        comma = at + sentence.rindex(",")
        source = (comma + 2, at + sentence.rindex(" said"))
        spoken.append(Attribution(f"att:{n}", "doc:1", "indirect", ((start, comma),), (), (source,)))
        at += len(sentence)
    rows = [
        Involvement(f"att:{n}", "speaker", 0, e.entity_id, e.name, None, "")
        for n, e in ((0, POE), (len(spoken) - 1, last))
    ]
    named = [(text.index(between), ROE)] if between else []
    pairs = tuple((Mention(f"men:{s}", "doc:1", s, s + len(between), "name", None), e) for s, e in named)
    known = {"doc:1": Known(text, tuple(m.start for m, _ in pairs), pairs)}
    return [r.name for r in between_two(spoken, rows, {e.entity_id: e for e in (POE, ROE)}, known)]


def test_the_former_boxer_between_two_sayings_of_one_person_is_that_person() -> None:
    assert who("Rents must fall, Poe said. Nobody can pay them, the former boxer said. He will march, Poe said.") == [
        "Ana Poe"
    ]


def test_a_letter_is_no_person() -> None:
    assert who("Rents must fall, Poe said. Nobody can pay them, the open letter said. He will march, Poe said.") == []


def test_two_speakers_around_tell_nothing() -> None:
    assert who("Rents must fall, Poe said. Nobody can pay, the boxer said. Roe will march, Roe said.", last=ROE) == []


def test_somebody_else_named_between_tells_nothing() -> None:
    text = "Rents must fall, Poe said. Roe cannot pay, the boxer said. He will march, Poe said."
    assert who(text, between="Roe") == []


def test_the_next_paragraph_tells_nothing() -> None:
    assert who("Rents must fall, Poe said. Nobody can pay, the boxer said.\n\nHe will march, Poe said.") == []
