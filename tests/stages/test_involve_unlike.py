"""Whom the words around a saying cannot mean did not say it. All persons are invented."""

from __future__ import annotations

import pytest

from readout.records import Attribution, Entity, Involvement, Mention
from readout.stages.involve.known import Known
from readout.stages.involve.unlike import possible

POE = Entity("ent:poe", "person", "Ada Poe", None, (), "")


def spoke(text: str, source: str, cue: str, content: str, name: str) -> str | None:
    """Whom a saying is left to, of which Poe is thought to be the speaker and is named once."""
    at = {words: (text.index(words), text.index(words) + len(words)) for words in (source, cue, content, name)}
    known = Known(text, (at[name][0],), ((Mention("men:1", "d", *at[name], "name"), POE),))
    said = Attribution("att:1", "d", "mixed", (at[content],), (at[cue],), (at[source],), None)
    row = Involvement("att:1", "speaker", 0, POE.entity_id, POE.name, None, "")
    return possible({("att:1", "speaker", 0): row}, [said], {"d": known})["att:1", "speaker", 0].entity_id


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "name", "kept"),
    [
        ("The decree accuses Mrs Poe of neglect.", "The decree", "accuses", "Mrs Poe of neglect", "Poe", False),
        ("The council freed them, as it had promised, and Poe left.", "it", "promised", "The council freed them", "Poe", False),
        ("The mayor, Ada Poe, said Rome was far.", "The mayor, Ada Poe", "said", "Rome was far", "Ada Poe", True),
        ("She said that Poe was out.", "She", "said", "Poe was out", "Poe", True),
        ("She accused Poe's party of theft.", "She", "accused", "Poe's party of theft", "Poe", True),
    ],
)
def test_who_cannot_have_spoken_is_left_out(
    text: str, source: str, cue: str, content: str, name: str, kept: bool
) -> None:  # fmt: skip
    assert (spoke(text, source, cue, content, name) is not None) is kept
