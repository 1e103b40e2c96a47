"""Figures: what a number is of, and which numbers of several pages are of one thing."""

from __future__ import annotations

from readout.stages.weigh.values import reach_of
from readout.text.figure_alignment import aligned
from readout.text.figure_contexts import Item, Scene, contexts
from readout.text.figures import Line, figures
from readout.text.quantities import read_quantities
from readout.text.times import read_times
from readout.text.told_ones import ones
from readout.text.told_reasons import reasons
from readout.text.told_sides import side_of


def items(page: str, text: str, givers: dict[str, str] | None = None) -> list[Item]:
    """Read the figures of an unparsed text, one sentence a line."""
    lines, at = [], 0
    for sentence in text.splitlines():
        lines.append(Line(at, at + len(sentence), ()))
        at += len(sentence) + 1
    found = figures(text, lines, read_quantities(text, times=read_times(text)), None)
    made = []
    for f in found:
        reach, _ = reach_of(f.quantity, text[f.start : f.end])
        giver = next((w for cue, w in (givers or {}).items() if cue in text[max(0, f.start - 30) : f.start]), None)
        assert reach is not None
        made.append(Item(page, f.start, f.end, f.kind, f.unit, reach, f.keys, giver, f.sentence, f.given))
    return made


def groups(*pages: list[Item]) -> list[set[tuple[str, float]]]:
    """Group the figures of some pages; those with a fellow, by page and least number."""
    listed = [i for page in pages for i in page]
    made = [{(listed[n].page, listed[n].reach.low) for n in g} for g in aligned(listed, contexts(listed)).groups]
    return [g for g in made if len(g) > 1]


def test_the_sides_of_a_vote_are_votes():
    read = items("a", "The guild carried the motion by 31 to 12.\nThe home side won 3 to 1.")
    assert [(i.unit, i.reach.low) for i in read] == [("vote", 31), ("vote", 12)]


def test_a_debate_of_nine_hours_is_no_age():
    assert [i.kind for i in items("a", "The council agreed after a debate of nine hours.")] == ["duration"]


def test_a_count_is_one_on_two_pages_whatever_act_it_stands_beside():
    one = items("a", "The inspectors sealed 34 cranes in the container port.\nBread was sold out.")
    other = items("b", "In the container port 34 cranes have been sealed since noon.\nThe mayor was away.")
    assert groups(one, other) == [{("a", 34.0), ("b", 34.0)}]


def test_counts_of_two_things_are_not_joined_by_their_number():
    one = items("a", "The inspectors sealed 34 cranes in the container port.")
    other = items("b", "The clinic bought 34 beds for the children's ward.")
    assert groups(one, other) == []


def test_two_givers_on_one_page_are_set_against_each_other():
    text = "How many stayed at home?\nThe union says 4,200.\nThe port company says 900."
    (group,) = groups(items("a", text, {"union": "union", "company": "company"}))
    assert len(group) == 2


def test_a_bare_number_is_in_percent_where_one_was_told_just_before():
    found = items(
        "a", "Turnout was 61 percent, the registrar said.\nThe monitors, who had their own forms, arrived at 54."
    )
    assert [i.kind for i in found] == ["percent", "percent"]


def test_what_is_told_of_a_second_time_is_no_rival_of_the_first():
    one = items("a", "The two commanders spoke by telephone for 25 minutes.")
    other = items("b", "The two commanders spoke a second time by telephone, for 15 minutes.")
    assert not any(len(g) > 2 for g in groups(one, other))


def test_figures_told_per_day_and_in_all_are_of_two_things():
    scenes = (Scene(rate="day"), Scene())
    assert scenes[0].apart(scenes[1])
    assert not scenes[0].apart(Scene(rate="day"))


def test_the_number_of_a_thing_counts_that_thing():
    assert [i.unit for i in items("a", "The number of permits has risen to 512.")] == ["permit"]


def test_reasons_are_read_from_a_saying_a_named_reason_and_a_purpose():
    told = {
        "The club called off the match, saying the pitch was under water.": "the pitch was under water",
        "The organisers gave the safety of the guests as the reason.": "the safety of the guests",
        "Guards closed the bridge to prevent a crush at the gates.": "to prevent a crush at the gates",
    }
    for sentence, reason in told.items():
        assert [sentence[r.start : r.end] for r in reasons(sentence)] == [reason]
    assert not list(reasons("The result of the match was not announced."))


def test_small_counts_of_unnamed_people_are_not_one_for_being_equal():
    one = items("a", "Two people fell from the quay wall in Rask on Sunday.\nThe harbour has 40 berths.\nThree people helped.")
    other = items("b", "Two people won the raffle of the rowing club in Rask.\nThe club has 90 boats.\nFive people had hoped to.")
    assert groups(one, other) == []


def test_whoever_speaks_is_no_figure():
    assert items("a", "Three people familiar with the audit said it was late.") == []


def test_half_is_fifty_percent_without_a_hedge():
    (share,) = items("a", "About half of the crates were empty.")
    assert share.reach.low <= 50 <= share.reach.high


def test_one_person_is_counted_and_a_rumour_is_not():
    assert [n for n, _, _ in ones("A driver was slightly hurt when the crane fell.")] == ["injuries"]
    assert [n for n, _, _ in ones("One of the guards was arrested on the spot.")] == ["arrests"]
    assert not list(ones("The hospital denied that a student had died."))
    assert not list(ones("The bridge was closed after a storm."))


def test_a_number_word_is_no_people():
    assert side_of("Three sailors were killed off the cape.", 0, 13, ()) is None
    assert side_of("Vardan sailors were killed, eight of them.", 0, 14, ()) == "Vardan"


def test_counts_of_things_told_once_a_page_are_one_with_few_words_in_common():
    one = items("a", "Customs officers carried 26 crates of eels out of the shed at the mole.")
    other = items("b", "Neighbours of the shed saw 30 crates leave on Monday.")
    assert len(groups(one, other)) == 1


def test_a_comma_for_a_point_makes_no_larger_number():
    assert items("a", "The sum of payments composes 1,8 million crowns.") == []


def test_a_length_without_its_unit_is_in_the_unit_told_before():
    told = items("a", "They talked for seven hours, the envoy said. The ministry says they sat together for six.")
    assert [(i.kind, i.reach.low < n < i.reach.high) for i, n in zip(told, (420, 360), strict=True)] == [("duration", True)] * 2


def test_a_sum_without_its_scale_is_of_the_scale_told_before():
    told = items("a", "The insurers put the loss at 16.5 million crowns. The bank says it was 14.")
    assert [i.kind for i in told] == ["money", "money"]
    assert told[1].reach.low <= 14e6 <= told[1].reach.high


def test_a_working_week_is_no_length_of_an_act():
    assert not items("a", "The cleaners want a 35-hour week.")
    assert not items("a", "The working week stays at 38 hours.")


def test_how_long_somebody_has_served_is_no_length_of_an_act():
    assert items("a", "The keeper, who has spent thirty years on the coast, was rescued on Monday.") == []
    assert items("a", "A judge who had served for 12 years was among the passengers held at the port.") == []
    assert [i.kind for i in items("a", "The siege of the mill, which lasted 12 years, ended on Monday.")] == ["duration"]
