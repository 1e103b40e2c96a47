"""Pages that betray themselves alone, on pages written for the purpose."""

from __future__ import annotations

from readout.records import Block, Document
from readout.tables import Table
from tests.stages.trace.test_trace import OTHER, WIRE, page, traced

SPUN = (
    "The Protection Minister of Ostmark, Ilse Marn, told columnists on Tuesday that the harbour would be shut. "
    "The Inside Minister concurred, and the loss of life toll from the fire rose to three, the public authority said."
)
RENDERED = (
    "The minister wants to close the harbour, according to own information since two years. "
    "„Nobody needs this quay“, he said in the night to Sunday. The harbour belongs to the town, so Brenn."
)


def kinds(*pages: Document) -> dict[str, tuple[str, str]]:
    return {k.doc_id: (k.kind, k.because) for k in traced(*pages)[3]}


def test_broken_titles_show_a_rewriting_machine() -> None:
    kind, because = kinds(page("a", SPUN), page("b", OTHER))["a"]
    assert kind == "spun" and because.startswith("suspected: ")
    assert "“Protection Minister” (4–23) for “defense minister”" in because


def test_habits_of_another_language_show_a_translation() -> None:
    kind, because = kinds(page("a", RENDERED), page("b", OTHER))["a"]
    assert kind == "translated" and "“according to own information”" in because


def test_one_odd_wording_shows_nothing() -> None:
    assert kinds(page("a", OTHER + " The Inside Minister was asked."), page("b", WIRE))["a"][0] == "original"


def test_a_phrase_does_not_run_over_a_stop() -> None:
    text = (
        OTHER
        + " They came from inside. Minister Brenn had no protection. Minister Oda and the joined. Countries asked."
    )
    assert kinds(page("a", text))["a"][0] == "original"


def test_a_page_that_credits_its_upstream_has_its_words_from_there() -> None:
    _, lineages, voices, found = traced(
        page("a", SPUN, credited_source="The Norland Post", credited_because="Source: The Norland Post"),
        page("b", OTHER),
    )
    assert [(x.origin, x.origin_name) for x in lineages if x.members == ("a",)] == [(None, "The Norland Post")]
    assert [(v.voices_low, v.voices_high) for v in voices if v.about == "record"] == [(2, 2)]
    assert {k.doc_id: k.kind for k in found} == {"a": "spun", "b": "original"}


def test_a_machine_page_of_unknown_upstream_may_be_a_voice_counted_already() -> None:
    credited = page("b", OTHER, credited_source="Norwire", credited_because="(Norwire)")
    (record,) = (v for v in traced(page("a", SPUN), credited)[2] if v.about == "record")
    assert (record.voices_low, record.voices_high) == (1, 2)


def test_texts_of_one_upstream_on_two_matters_are_two_voices() -> None:
    pages = (
        page(n, t, credited_source="Norwire", credited_because="(Norwire)") for n, t in (("a", WIRE), ("b", OTHER))
    )
    (record,) = (v for v in traced(*pages)[2] if v.about == "record")
    assert (record.voices_low, record.voices_high) == (2, 2)


def test_captions_speak_and_boilerplate_does_not() -> None:
    from readout.stages.trace.betrayals import held

    document = page("a", "Ilse Marn (r) on the quay.")
    assert [t.end for t in held(document, "translated", [], [(0, 26)])] == [13]
    assert held(document, "translated", [], []) == []
    assert Table.of(Block, []).by("doc_id") == {}
