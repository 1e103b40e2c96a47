"""Names of properties told apart are words that a reader knows."""

from __future__ import annotations

from readout.records import Evidence, Parse, Sentence, Word
from readout.stages.weigh.lines import Lines
from readout.stages.weigh.naming import spelled_out
from readout.stages.weigh.values import Said
from tests.text.speech_reading import parser

TEXT = "Swiftly the negotiations lasted nine hours."


def lines() -> Lines:
    words = tuple(Word(*w) for w in parser().parse([TEXT])[0])
    return Lines({"doc:1": [Parse("doc:1", 0, len(TEXT), words)]}, {"doc:1": [Sentence("sen:1", "doc:1", 0, len(TEXT), 0)]})


def said(name: str) -> Said:
    return Said(name, "540", "minute", None, False, frozenset(), Evidence("doc:1", 33, 43), ("doc:1",), None, None)


def test_a_stem_is_spelled_as_the_page_spells_it() -> None:
    (name, rows), *rest = spelled_out({"duration: negoti": [said("duration: negoti")]}, lines()).items()
    assert name in ("duration: negotiation", "duration: 2")
    assert [s.property for s in rows] == [name]
    assert not rest


def test_what_is_no_noun_is_numbered_and_nothing_is_lost() -> None:
    found = spelled_out({n: [said(n)] for n in ("duration", "duration: swift", "duration: last")}, lines())
    assert list(found) == ["duration", "duration: 2", "duration: 3"]
