"""Whom the words before name that a pronoun stands for is not replaced by somebody of another name."""

from __future__ import annotations

from dataclasses import replace

from readout.records import Attribution, Entity, Mention
from readout.stages.involve.known import Known
from readout.stages.involve.speaker_pages import gender_by, genders
from readout.stages.involve.speakers import speaker

TEXT = "Dr Kern has warned us. Bo Lee left. “We know where the door is,” she said."
LEE = Entity("ent:l", "person", "Bo Lee", None, (), "")


def span(words: str, at: int = 0) -> tuple[int, int]:
    start = TEXT.index(words, at)
    return start, start + len(words)


SHE = span("she said")[0]
SAID = Attribution(
    "att:1", "d", "direct", (span("“We know where the door is,”"),), (span("said"),), ((SHE, SHE + 3),), None, "Kern",
    (span("Dr Kern"),),
)  # fmt: skip


def known(*pairs: tuple[Mention, Entity]) -> Known:
    return Known(TEXT, tuple(m.start for m, _ in pairs), pairs)


def test_a_name_that_nobody_known_bears_stands_before_whom_the_pronoun_is_linked_with() -> None:
    linked = (Mention("men:1", "d", SHE, SHE + 3, "pronoun"), LEE)
    assert speaker(SAID, known(linked)) is None
    found = speaker(replace(SAID, speaker_name="Lee"), known(linked))
    assert found and found.name == "Bo Lee"


def test_a_courtesy_title_outweighs_a_pronoun_linked_amiss() -> None:
    text = "Mrs Lee spoke. He left. He came."
    pairs = [(Mention("men:0", "d", 4, 7, "name"), LEE)]
    pairs += [(Mention(f"men:{s}", "d", s, s + 2, "pronoun"), LEE) for s in (15, 24)]
    page = Known(text, tuple(m.start for m, _ in pairs), tuple(pairs))
    assert gender_by(genders([page])["ent:l"]) == "female"
    assert gender_by(genders([Known(text, page.starts[1:], page.mentions[1:])])["ent:l"]) == "male"
