"""Pronouns among the parties of an act mean who speaks, where they stand for the speaker or open what he says."""

from __future__ import annotations

from readout.records import Attribution, Entity, Involvement, Participant
from readout.stages.involve.pronouns import Speakers

UNION = Entity("ent:u", "organisation", "Porters' Union", None, (), "")
POE = Entity("ent:p", "person", "Ana Poe", None, (), "")
TEXT = "The union said it would march. Poe said it would rain. “We shall not pay,” Poe said."


def saying(content: str, kind: str, who: Entity, source: str = "") -> tuple[Attribution, Involvement]:
    start = TEXT.index(content)
    at = TEXT.index(source) if source else 0
    made = Attribution(
        f"att:{start}", "doc:1", kind, ((start, start + len(content)),), (), ((at, at + len(source)),) if source else ()  # type: ignore[arg-type]  # a test's word
    )
    return made, Involvement(made.attribution_id, "speaker", 0, who.entity_id, who.name, None, "")


def meant(word: str, after: str, *told: tuple[Attribution, Involvement]) -> str | None:
    start = TEXT.index(word, TEXT.index(after))
    speakers = Speakers([a for a, _ in told], [r for _, r in told], {e.entity_id: e for e in (UNION, POE)})
    found = speakers.meant("doc:1", TEXT, Participant(None, word, start, start + len(word), None, None))
    return found.name if found else None


def test_it_that_opens_what_a_union_says_is_the_union() -> None:
    assert meant("it", "said it would march", saying("it would march", "indirect", UNION)) == "Porters' Union"


def test_it_is_no_person() -> None:
    assert meant("it", "said it would rain", saying("it would rain", "indirect", POE)) is None


def test_we_within_quotation_marks_is_who_speaks() -> None:
    assert meant("We", "“We", saying("“We shall not pay,”", "direct", POE)) == "Ana Poe"


def test_nobody_known_speaks() -> None:
    assert meant("We", "“We") is None
