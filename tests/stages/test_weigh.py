"""weigh: values side by side, judged by what they can mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import SimpleNamespace

from readout.ids import make_id
from readout.records import (
    Attribution,
    Document,
    Entity,
    Event,
    Evidence,
    Finding,
    Involvement,
    Lineage,
    Parse,
    Reuse,
    Sentence,
    Story,
    Utterance,
)
from readout.stages import weigh as weigh_stage
from readout.stages.weigh import grouped, of_now, weigh
from readout.stages.weigh.judge import fallen_back, judge
from readout.stages.weigh.values import Pages, Said
from readout.stages.weigh.worth import judged
from readout.tables import Table
from readout.text.ranges import Range
from tests.stages.fusing import PEOPLE, event, fused, lasting, on, page


def findings(pages: Sequence[Document], events: Sequence[Event]) -> dict[str, Finding]:
    """Fuse and weigh the events of one story; findings by property."""
    occurrences, _, links, _ = fused(pages, events)
    sentences = [Sentence(make_id("sen", d.doc_id, 0, len(d.text)), d.doc_id, 0, len(d.text), 0) for d in pages]
    story = Story("sto:1", tuple(sorted(d.doc_id for d in pages)), "")
    found, _ = weigh(
        Table.of(Document, pages), Table.of(Sentence, sentences), Table.of(Event, events), links, occurrences,
        Table.of(Story, [story]), Table.of(Utterance, ()), Table.of(Attribution, ()), Table.of(Involvement, ()),
        Table.of(Entity, PEOPLE), Table.of(Reuse, ()), Table.of(Lineage, ()), Table.of(Parse, ()),
    )  # fmt: skip
    return {f.property: f for f in found}


def talks(name: str, words: str, minutes: float, modifier: str | None = None) -> tuple[Document, Event]:
    """Make a page on one meeting with a duration."""
    told = page(name, f"Ana Kol met Ilir Ruse for {words}.")
    return told, event(
        told,
        "met",
        "CONSULT",
        ["Ana Kol", "Ilir Ruse"],
        **on("2025-03-10"),
        attributes=lasting(told, words, minutes, modifier),
    )


def test_rounded_and_hedged_lengths_of_one_meeting_are_compatible():
    told = [talks("a", "five and a half hours", 330), talks("b", "almost six hours", 360, "almost")]
    found = findings([d for d, _ in told], [e for _, e in told])["duration"]
    assert (found.agreement, len(found.values)) == ("compatible", 2)
    assert "rounding" in found.because


def test_a_length_with_the_dinner_counted_in_is_explained():
    told = [talks("a", "almost eight hours, dinner included", 480), talks("b", "five and a half hours", 330)]
    eight = page("a", "Ana Kol met Ilir Ruse for almost eight hours including a dinner.")
    first = event(
        eight, "met", "CONSULT", ["Ana Kol", "Ilir Ruse"], **on("2025-03-10"),
        attributes=lasting(eight, "almost eight hours", 480, "almost"),
    )  # fmt: skip
    found = findings([eight, told[1][0]], [first, told[1][1]])["duration"]
    assert found.agreement == "compatible"
    assert "meal" in found.because


def test_lengths_no_rounding_reconciles_are_a_conflict():
    told = [talks("a", "four hours and ten minutes", 250), talks("b", "two hours", 120)]
    assert findings([d for d, _ in told], [e for _, e in told])["duration"].agreement == "conflict"


def test_a_number_beside_no_act_goes_to_the_act_of_the_page():
    told = page("a", "Ana Kol met Ilir Ruse. The two were together for three hours.")
    met = event(told, "met", "CONSULT", ["Ana Kol", "Ilir Ruse"], **on("2025-03-10"))
    found = findings([told], [met])["duration"]
    assert (found.agreement, found.values[0].value, found.values[0].unit) == ("single", "180", "minute")
    start = told.text.index("three hours")
    assert [(e.start, e.end) for e in found.values[0].evidence] == [(start, start + len("three hours"))]


def test_the_same_status_everywhere_is_no_finding():
    told = [talks("a", "two hours", 120), talks("b", "two hours", 120)]
    assert "status" not in findings([d for d, _ in told], [e for _, e in told])


def test_a_plan_that_came_true_is_a_history_not_a_conflict():
    early = page("early", "Ana Kol will meet Ilir Ruse on Monday.", "2025-03-07")
    planned = event(early, "meet", "CONSULT", ["Ana Kol", "Ilir Ruse"], status="planned", **on("2025-03-10"))
    later, held = talks("a", "two hours", 120)
    assert findings([early, later], [planned, held])["status"].agreement == "compatible"


def test_parts_and_whole_explain_values_that_fit_neither():
    told = [
        talks("a", "five hours", 300),
        talks("b", "five and a half hours", 330),
        talks("c", "seven and a half hours", 450),
    ]
    both = page("d", "Ana Kol met Ilir Ruse for five and a half hours. They met again for two hours.")
    parts = [("five and a half hours", 330.0), ("two hours", 120.0)]
    again = [event(both, "met", "CONSULT", ["Ana Kol", "Ilir Ruse"], **on("2025-03-10"),
                   attributes=(*lasting(both, *parts[0]), *lasting(both, *parts[1])))]  # fmt: skip
    found = findings([*(d for d, _ in told), both], [*(e for _, e in told), *again])["duration"]
    assert found.agreement == "compatible"
    assert "parts and whole" in found.because


def test_a_length_told_only_by_another_page_is_no_part():
    told = [
        talks("a", "five and a half hours", 330),
        talks("b", "seven and a half hours", 450),
        talks("c", "two hours", 120),
    ]
    assert findings([d for d, _ in told], [e for _, e in told])["duration"].agreement == "conflict"


def test_two_givers_on_one_day_conflict_and_the_days_before_are_a_series():
    told = [
        page("a", "The quake in Orlan killed people. The death toll rose to 41.", "2025-03-10"),
        page("b", "The quake in Orlan was bad. The mayor put the toll at 77. The army spoke of 63 dead.", "2025-03-11"),
    ]
    quakes = [event(p, "quake", None, [], **on("2025-03-10"), mode="quake", place="Orlan") for p in told]
    found = findings(told, quakes)["deaths"]
    assert (found.agreement, [v.value for v in found.values]) == ("partly", ["41", "63", "77"])


def test_the_dead_of_an_earlier_year_are_none_of_todays():
    now, then = page("a", "The quake killed 41 people.", "2025-03-10"), page("b", "In 1983 a quake killed 112.", "2025-03-11")
    undated = replace(page("c", "In 1983 a quake killed 112.", "2025-03-11"), published=None)

    def dead(told: Document, words: str) -> Said:
        at = told.text.index(words)
        here = Evidence(told.doc_id, at, at + len(words))
        return Said("deaths", words, None, Range(float(words), float(words)), False, frozenset(), here, (told.doc_id,), None, None)

    lines = SimpleNamespace(at=lambda doc_id, _: SimpleNamespace(start=0, end=99))
    none = SimpleNamespace()
    pages = Pages({d.doc_id: d for d in (now, then, undated)}, {}, frozenset(), none, none, lines)
    told = [dead(now, "41"), dead(then, "112"), dead(undated, "112")]
    assert of_now(told, pages) == told[:1]
    assert of_now(told[1:], pages) == told[1:]  # of nothing but an earlier year


def test_terms_and_firsts_are_compared_by_what_they_come_to():
    told = [
        page("a", "Ana Kol met Ilir Ruse. It was the first such meeting since 2011."),
        page("b", "Ana Kol met Ilir Ruse. It was their first meeting in 14 years."),
    ]
    met = [event(p, "met", "CONSULT", ["Ana Kol", "Ilir Ruse"], **on("2025-03-10")) for p in told]
    found = findings(told, met)["first_since"]
    assert found.agreement == "compatible"
    assert "2025 less 14 is 2011" in found.because


def test_who_denies_in_words_joined_to_nothing_is_told_beside_those_who_tell_it(monkeypatch):
    monkeypatch.setattr(weigh_stage, "worth_a_row", judged)  # whether a reader writes it down is another question
    told = page("a", "Ana Kol fired foam rounds at marchers on the Mill Bridge, three doctors said.", "2025-03-10")
    fired = event(told, "fired", "COERCE", ["Ana Kol"], **on("2025-03-09"))
    denial = page("b", "No foam rounds were fired at marchers on the bridge, the minister said.", "2025-03-10")
    denied = event(denial, "fired", "COERCE", [], status="negated", attributed_to="the minister")
    found = findings([told, denial], [fired, denied])["status"]
    assert (found.agreement, {v.value for v in found.values}) == ("partly", {"happened", "denied"})
    talk = page("c", "You do not fire foam rounds at marchers on a bridge, the minister said.", "2025-03-10")
    general = event(talk, "fire", "COERCE", [], status="negated", attributed_to="the minister")
    assert "status" not in findings([told, talk], [fired, general])


def test_lengths_of_sittings_on_two_days_are_no_dispute():
    first, one = talks("a", "four hours", 240)
    second = page("b", "Ana Kol met Ilir Ruse for six hours.", "2025-03-20")
    other = event(
        second, "met", "CONSULT", ["Ana Kol", "Ilir Ruse"], **on("2025-03-19"),
        attributes=lasting(second, "six hours", 360),
    )  # fmt: skip
    known = {"duration": [*values_of(one, first), *values_of(other, second)]}
    assert judge("duration", grouped(known["duration"])).agreement == "compatible"


def test_a_number_that_a_later_page_goes_back_to_has_not_grown():
    def dead(number: int, page: str, day: str) -> list[Said]:
        reach = Range(number, number)
        return [Said("deaths", str(number), None, reach, False, frozenset(), Evidence(page, 0, 2), (page,), day, None)]

    risen = [dead(11, "a", "2025-03-01"), dead(12, "b", "2025-03-02"), dead(14, "c", "2025-03-03")]
    assert fallen_back(risen) is None
    assert "goes back" in str(fallen_back([*risen, dead(12, "d", "2025-03-04")]))


def counted(name: str, *told: tuple[int, str, str]) -> list[list[Said]]:
    """Group counts of one thing: number, page, day of writing."""
    groups: dict[int, list[Said]] = {}
    for number, where, day in told:
        said = Said(name, str(number), None, Range(number, number), False, frozenset(), Evidence(where, 0, 2), (where,), day, None)
        groups.setdefault(number, []).append(said)
    return list(groups.values())


def test_the_dead_do_not_grow_fewer_with_time_though_the_missing_do():
    fewer = (14, "a", "2025-03-01"), (11, "b", "2025-03-03")
    assert judge("deaths", counted("deaths", *fewer)).agreement == "conflict"
    assert judge("missing", counted("missing", *fewer)).agreement == "compatible"
    more = (11, "a", "2025-03-01"), (14, "b", "2025-03-03")
    assert judge("deaths", counted("deaths", *more)).agreement == "compatible"
    mixed = (14, "a", "2025-03-01"), (11, "b", "2025-03-01"), (11, "c", "2025-03-03")
    assert judge("deaths", counted("deaths", *mixed)).agreement != "conflict"


def test_a_number_that_its_own_page_takes_back_is_no_conflict():
    dead = counted("deaths", (41, "a", "2025-03-01"), (14, "a", "2025-03-01"), (17, "b", "2025-03-03"))
    assert judge("deaths", dead).agreement == "conflict"
    dead[0] = [replace(s, giver="An earlier version of this article") for s in dead[0]]
    found = judge("deaths", dead)
    assert found.agreement == "compatible"
    assert found.because.startswith("41: taken back by the page that told it; 14, 17: ")
    assert judge("deaths", dead[:2]).agreement == "compatible"


def test_how_long_an_act_took_on_two_pages_is_compared_unless_one_is_twice_the_other():
    def lasted(hours: float, where: str) -> list[Said]:
        minutes = 60 * hours
        return [Said("duration", f"{hours}", "minute", Range(minutes, minutes), False, frozenset(), Evidence(where, 0, 2), (where,),
                     "2025-03-01", None)]  # fmt: skip

    assert judge("duration", [lasted(14, "a"), lasted(17, "b")]).agreement == "conflict"
    assert judge("duration", [lasted(2, "a"), lasted(9, "b")]).agreement == "compatible"


def values_of(told, document):
    words = document.text[told.attributes[0].start : told.attributes[0].end]
    number = told.attributes[0].number
    place = Evidence(document.doc_id, told.attributes[0].start, told.attributes[0].end)
    reach = Range(number - 30, number + 30)
    return [
        Said(
            "duration",
            words,
            "minute",
            reach,
            False,
            frozenset(),
            place,
            (document.doc_id,),
            None,
            None,
            day=told.date_start,
        )
    ]
