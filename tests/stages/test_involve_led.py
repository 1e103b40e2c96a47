"""A pronoun beside quoted words means whoever leads the sentence right before by the same pronoun, or turns down what it tells of."""

from __future__ import annotations

from readout.records import Attribution, Entity, Mention
from readout.stages.involve.known import Known
from readout.stages.involve.speakers import speaker
from readout.text.refused_offers import TAKING_UP

TEXT = "It rained. She had talks with Paola Conti in Sarn. “The bridge stays,” she said. No."
KERN, CONTI = (Entity(f"ent:{n}", "person", n, None, (), "") for n in ("Nora Kern", "Paola Conti"))


def span(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def known() -> Known:
    """She is Kern, Conti is named, and "she" beside the quoted words is linked with Conti."""
    pairs = [
        (Mention("men:1", "d", *span("She"), "pronoun"), KERN),
        (Mention("men:2", "d", *span("Paola Conti"), "name"), CONTI),
        (Mention("men:3", "d", *span("she"), "pronoun"), CONTI),
    ]
    return Known(TEXT, tuple(m.start for m, _ in pairs), tuple(pairs))


SAID = Attribution("att:1", "d", "direct", (span("“The bridge stays,”"),), (span("said"),), (span("she"),), None)


def test_who_leads_the_sentence_before_by_the_same_pronoun_goes_on() -> None:
    found = speaker(SAID, known())
    assert found and found.name == "Nora Kern" and "leads the sentence before" in found.because


def test_another_pronoun_does_not() -> None:
    kept = known()
    other = Known(TEXT.replace("She", "He,"), kept.starts, kept.mentions)
    found = speaker(SAID, other)
    assert found and found.name == "Paola Conti"


def test_who_turns_down_what_the_sentence_before_tells_of_is_meant_whoever_the_pronoun_is_linked_with() -> None:
    a = Attribution(
        "att:1",
        "d",
        "direct",
        SAID.content,
        SAID.cue,
        SAID.source,
        None,
        named=(span("Paola Conti"),),
        because=f"x, {TAKING_UP}",
    )
    linked = Known(
        TEXT,
        (0,),
        (
            (Mention("men:2", "d", *span("Paola Conti"), "name"), CONTI),
            (Mention("men:3", "d", *span("she"), "pronoun"), KERN),
        ),
    )
    linked = Known(TEXT, tuple(m.start for m, _ in linked.mentions), linked.mentions)
    found = speaker(a, linked)
    assert found and found.name == "Paola Conti"
