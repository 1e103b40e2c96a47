"""Two numbers conflict only where they are tied to one thing."""

from __future__ import annotations

from dataclasses import replace

from readout.records import Evidence
from readout.stages.weigh.judge import judge
from readout.stages.weigh.telling import worth_telling
from readout.stages.weigh.ties import tied
from readout.stages.weigh.values import Said, Thing
from readout.text.figure_alignment import Chances
from readout.text.figure_contexts import Item, Scene
from readout.text.ranges import Range

SURELY_ONE = Chances((), {(0, 1): 0.9}, (0, 1))
HARDLY_ONE = Chances((), {(0, 1): 0.2}, (0, 1))


def figure(page: str, number: float, group: int, unit: str = "lorry", **told: object) -> Said:
    """A count on a page, the first or the other figure of a story, of a group of figures of one thing."""
    thing = Thing(int(page != "a"), group, bool(told.pop("has_part", False)), told.pop("chances", SURELY_ONE))  # type: ignore[arg-type]  # as given
    evidence = Evidence(page, int(number), int(number) + 1)
    return Said(
        "lorries", f"{number:g}", unit, Range(number, number), False, frozenset(), evidence, (page,), "2025-05-02", None,
        thing=thing, against=bool(told.pop("against", False)),
    )  # fmt: skip


def agreement(*given: Said, name: str = "lorries") -> str:
    """How a property with these values is judged, each from a page of its own."""
    return judge(name, [[s] for s in given]).agreement


def test_numbers_of_one_thing_conflict():
    assert agreement(figure("a", 40, 1), figure("b", 55, 1)) == "conflict"


def test_numbers_that_nothing_ties_to_one_thing_do_not():
    assert agreement(figure("a", 40, 1), figure("b", 55, 2)) == "compatible"


def test_numbers_that_are_hardly_of_one_thing_do_not():
    assert agreement(figure("a", 40, 1, chances=HARDLY_ONE), figure("b", 55, 1, chances=HARDLY_ONE)) == "compatible"


def test_a_value_that_is_hardly_of_one_thing_with_its_row_contradicts_none_of_it():
    doubtful = [replace(figure(page, number, 1), sure=0.4) for page, number in (("a", 40), ("b", 55))]
    assert agreement(*doubtful) == "compatible"
    against = [replace(figure(page, number, 1, against=True), sure=0.4) for page, number in (("a", 40), ("a", 55))]
    assert agreement(*against) == "conflict"  # a page sets them against each other


def test_numbers_that_are_surely_of_one_thing_need_no_other_tie():
    sure = [replace(figure(page, number, group), sure=0.8) for page, number, group in (("a", 40, 1), ("b", 55, 2))]
    assert agreement(*sure) == "conflict"


def test_the_whole_of_which_a_part_is_told_is_no_rival_of_other_parts():
    assert agreement(figure("a", 90, 1, has_part=True), figure("b", 55, 1)) == "compatible"


def test_a_number_many_times_another_is_of_something_else_unless_a_page_sets_them_against_each_other():
    assert agreement(figure("a", 12, 1), figure("b", 90, 1)) == "compatible"
    one, other = figure("a", 12, 1, against=True), figure("a", 90, 1, against=True)
    assert tied("lorries", [one], [other])


def test_a_row_without_a_word_of_its_own_is_judged_as_any_other():
    groups = [[figure("a", 40, 1)], [figure("b", 60, 1)]]
    assert judge("lorries", groups).agreement == "conflict"
    assert judge("lorries: 2", groups).agreement == "conflict"


def crowd(page: str, number: float, giver: str | None = None, *, part: bool = False) -> Said:
    """An estimate of those who came, on no figure that ties it to another."""
    at = Evidence(page, int(number), int(number) + 1)
    return Said(
        "participants", f"{number:g}", "person", Range(number, number), False, frozenset(), at, (page,), "2025-05-02", giver,
        giver=giver, part=part,
    )  # fmt: skip


def test_two_estimates_of_a_crowd_by_two_sides_conflict():
    assert agreement(crowd("a", 3000, "the police"), crowd("b", 9000, "the farmers"), name="participants") == "conflict"


def test_two_estimates_of_a_crowd_on_one_page_conflict():
    assert agreement(crowd("a", 3000), crowd("a", 9000), name="participants") == "conflict"


def test_two_crowds_of_two_pages_do_not():
    assert agreement(crowd("a", 3000), crowd("b", 9000), name="participants") == "compatible"


def test_a_part_of_a_crowd_is_no_other_estimate():
    assert agreement(crowd("a", 3000, part=True), crowd("a", 9000), name="participants") == "compatible"


def test_a_length_of_days_is_told_by_more_than_one_voice():
    weeks, hours = (figure("a", n, 1, "minute") for n in (20160, 180))
    assert not worth_telling("duration", [[weeks]])
    assert worth_telling("duration", [[weeks, figure("b", 20160, 1, "minute")]])
    assert worth_telling("duration", [[hours]])


def item(page: str, *keys: str, planned: bool = False) -> Item:
    """What is known of a figure: the words around it."""
    return Item(page, 0, 1, "count", "crane", Range(2, 2), dict.fromkeys(keys, 0.8), None, 0, scene=Scene(planned=planned))


def test_the_time_set_aside_is_no_rival_of_how_long_it_took():
    chances = Chances((item("a", planned=True), item("b")), {(0, 1): 0.9}, (0, 1))
    one, other = (replace(figure(p, n, 1, "minute", chances=chances), property="duration") for p, n in (("a", 40), ("b", 65)))
    assert judge("duration", [[one], [other]]).agreement == "compatible"


def test_members_of_a_guild_are_no_crowd():
    gate, guild = crowd("a", 5000, "consul"), replace(crowd("b", 9000, "guild"), unit="member")
    assert judge("participants", [[gate], [guild]]).agreement == "compatible"
