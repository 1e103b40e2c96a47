"""Which lines of the sheet are worth one, and what stands on it once."""

from __future__ import annotations

from dataclasses import replace
from unittest.mock import patch

from readout.records import Document, Entity, Event, Evidence, Involvement, Kind, Link, Mention, Office, Parse, Relation
from readout.stages.relate import worth
from readout.stages.relate.index import pile_of
from readout.stages.relate.worth import again, weights
from readout.tables import Table
from tests.stages.fusing import event, page
from tests.stages.test_relate import MARN, OSTRAVA, occurrence, related

WORDS = [a + b + "rane" for a in "bcdfghjklm" for b in "aeiouyrlns"]
LINE = Relation(
    "rel:1",
    "upcoming",
    (MARN,),
    "Marn reopens the eastern ferry harbour",
    "planned",
    "2025-04-02",
    (Evidence("doc:a", 0, 5),),
)


def test_a_thing_stands_once_in_a_part_and_in_two_parts_only_where_both_are_likely():
    assert again(replace(LINE, relation_id="rel:2"), 0.3, 0.4, LINE)
    assert not again(replace(LINE, category="commitment"), 0.3, 0.4, LINE)
    assert again(replace(LINE, category="commitment"), 0.1, 0.4, LINE)


def test_two_days_are_two_lines():
    assert not again(replace(LINE, date="2025-05-02"), 0.3, 0.4, LINE)
    assert again(replace(LINE, date="2025-04"), 0.3, 0.4, LINE)


def test_an_accusation_is_a_line_of_the_one_who_makes_it_against_another():
    one = page("p", "Ostrava accused Marn of poisoning northern fishing harbours")
    act = event(one, "accused", "ACCUSE", ["Ostrava", "Marn"])
    made = related([one], [act], [occurrence("occ:1", "ACCUSE", "happened", [OSTRAVA], [MARN])])
    assert [(r.status, set(r.parties)) for r in made if r.category == "position"] == [("accusation", {OSTRAVA, MARN})]


def test_more_pages_and_two_sides_speak_for_a_line():
    none = dict.fromkeys(weights().of, 0.0)
    assert weights().chance(none | {"pages": 2.0, "stretches": 2.0, "two_sides": 1.0}) > weights().chance(none)


def test_a_sheet_holds_no_more_lines_than_its_story_has_room_for():
    def lines(pages: int) -> int:
        told = [page(f"p{n}", "Ostrava opened a bridge.") for n in range(pages)]
        pile = pile_of(
            Table.of(Document, told), *(Table.of(t, ()) for t in (Mention, Entity, Link, Event, Involvement, Parse, Kind, Office))
        )  # fmt: skip
        made = [replace(LINE, relation_id=f"rel:{n}", what=f"{word} {word} {word}", evidence=(Evidence("doc:p0", 0, 5),)) for n, word in enumerate(WORDS)]
        kept = replace(weights(), threshold=0.0)
        with patch.multiple(worth, by_people=lambda *_: True, again=lambda *_: False, weights=lambda: kept):
            return len(list(worth.worthy(pile, made)))

    assert lines(5) == lines(10) == worth.ROOM
    assert lines(20) == 2 * worth.ROOM
