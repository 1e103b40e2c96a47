"""What the short brief tells: laws of choosing acts and differences, and small examples."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from readout.api import Record
from readout.pile import KIND_RANK, Pile, Told
from readout.records import Evidence, Finding, FindingValue
from readout.text.doubts import doubt
from readout.web import choosing, differences
from readout.web.importance import importance


def test_every_act_has_a_chance_and_the_weightiest_stands_first(made: Record) -> None:
    pile = Pile(made)
    weight = importance(pile)
    assert set(weight) == set(pile.occurrences) and all(0 < w < 1 for w in weight.values())
    told = [weight[str(line.about)] for _, line in choosing.chosen(pile)]
    assert told and told == sorted(told, reverse=True)


def test_no_sentence_stands_twice_and_no_section_holds_more_than_its_room(made: Record) -> None:
    told = choosing.chosen(Pile(made))
    assert len({line.text for _, line in told}) == len(told) <= choosing.ACTS
    assert all(sum(name == section for section, _ in told) <= room for name, room in choosing.ROOM.items())


def test_words_that_a_machine_changed_tell_no_act_that_another_page_tells(made: Record) -> None:
    pile = Pile(made)
    kinds = {pile.documents[line.evidence[0].doc_id].kind for _, line in choosing.chosen(pile)}
    assert all(KIND_RANK[kind] < choosing.ALTERED for kind in kinds)


def test_less_sure_lines_are_told_of_the_weightiest_acts_only(made: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choosing, "chance", lambda *_: choosing.LESS_SURE)
    monkeypatch.setattr(choosing, "WEIGHTIEST", 1)
    assert len(choosing.chosen(Pile(made))) == 1


def finding(agreement: str, because: str, *values: str) -> Finding:
    listed = tuple(FindingValue(f"val:{v}", v, "person", (Evidence("d", 0, 1),), ("o",), 1, 1) for v in values)
    return Finding("fin:1", "occ:1", "participants", listed, agreement, because)  # type: ignore[arg-type]  # a stand-in


def test_one_value_agreement_and_one_number_more_or_less_exactly_are_no_difference(made: Record) -> None:
    pile = Pile(made)
    differ = finding("conflict", "300 and 900 cannot both be right", "300", "900")
    assert differences.differs(pile, differ)
    assert not differences.differs(pile, replace(differ, agreement="agree"))
    assert not differences.differs(pile, finding("conflict", "", "300"))
    assert not differences.differs(pile, finding("compatible", "almost 300, 300: one number fits all of them", "300", "almost 300"))


def test_values_that_may_be_of_two_things_are_told_with_that_or_not_at_all(made: Record) -> None:
    pile, why = Pile(made), "300 and 900 cannot both be right"
    unsure, hardly = (finding("conflict", why + doubt("900", chance), "300", "900") for chance in (0.45, 0.3))
    assert differences.differs(pile, unsure)
    assert differences.in_short(pile, unsure).startswith("Told differently, though it is not sure that 900 is of the same thing (2")
    assert not differences.differs(pile, hardly)


def test_a_difference_says_that_it_contradicts_or_adds_up_and_else_nothing_of_why(made: Record) -> None:
    pile = Pile(made)
    assert differences.in_short(pile, finding("conflict", "x", "1", "2")).startswith("The reports contradict each other (2 values")
    assert differences.in_short(pile, finding("compatible", "the number changes with the day of writing: 1, 2", "1", "2")) == (
        "Told differently (2 values from 1 origin)"
    )
    assert "1 and 2 make 3" in differences.in_short(pile, finding("compatible", "parts and whole: 1 and 2 make 3", "1", "2", "3"))


def test_that_an_act_was_moved_need_not_look_ahead() -> None:
    words = "The hearing has been moved from Tuesday to Friday."
    pile: Any = SimpleNamespace(words=lambda e: words[e.start : e.end], parsed={})
    event: Any = SimpleNamespace(doc_id="d", start=4, end=11, holder=None)
    moved: Any = (SimpleNamespace(status="postponed", type="CONSULT"), Told(event, Evidence("d", 0, len(words))))
    assert not choosing.untold_fate(pile, moved)
    planned: Any = (SimpleNamespace(status="planned", type="CONSULT"), moved[1])
    assert choosing.untold_fate(pile, planned)


@pytest.mark.parametrize(("words", "trigger", "told"), [
    ("Nine men held since Sunday's march were freed.", "march", True),
    ("The guild threatened to march on Sunday.", "march", False),
    ("The mayor denied that there was a march at all.", "march", False),
    ("Whether the march was banned is not known.", "march", False),
    ("Nobody knew what would follow the march.", "march", True),
])  # fmt: skip
def test_an_act_is_mentioned_as_done_where_it_is_not_only_wished_or_denied(
    words: str, trigger: str, told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, found in (("unaltered", True), ("tells_fate", True), ("untold_fate", False), ("adrift", False)):
        monkeypatch.setattr(choosing, name, lambda *_, found=found: found)
    pile: Any = SimpleNamespace(words=lambda e: words[e.start : e.end].strip())
    at = words.index(trigger)
    event: Any = SimpleNamespace(doc_id="d", start=at, end=at + len(trigger))
    act: Any = SimpleNamespace(status="happened", type="PROTEST")
    assert choosing.mentions(pile, act, Told(event, Evidence("d", 0, len(words)))) is told
    act.status = "planned"
    assert not choosing.mentions(pile, act, Told(event, Evidence("d", 0, len(words))))


def test_no_line_holds_the_words_of_another(made: Record) -> None:
    texts = [line.text for _, line in choosing.chosen(Pile(made)) if line.text]
    assert not any(a != b and a in b for a in texts for b in texts)
