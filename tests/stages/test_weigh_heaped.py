"""Numbers of one thing stand on one row, numbers of two things on two."""

from __future__ import annotations

import pytest

from readout import read
from readout.stages import weigh
from readout.stages.weigh.heaped import sure, weights
from readout.stages.weigh.value_signs import apart
from readout.stages.weigh.worth import judged


@pytest.fixture
def rows(tmp_path, monkeypatch):
    """Give a reader of pages that lists every row of numbers as a set of values with its judgement."""
    monkeypatch.setattr(weigh, "worth_a_row", judged)

    def listed(**pages: str) -> list[tuple[frozenset[str], str]]:
        folder = tmp_path / "pages"
        folder.mkdir()
        for name, text in pages.items():
            (folder / f"{name}.txt").write_text(text, "utf-8")
        found = read([str(folder)], tmp_path / "x.readout").findings
        return [(frozenset(v["value"] for v in f["values"]), f["agreement"]) for f in found]

    return listed


def test_a_price_that_two_reporters_give_is_one_row_and_another_price_is_another(rows):
    one = (
        "Tram sale\n\nHOLM, June 3, 2024 - The town council of Holm on Monday sold its tram company for 41 million crowns, the mayor, Ada "
        "Brenn, said. A year's repairs of the sheds would have cost 9 million crowns."
    )
    other = (
        "Trams go\n\nHOLM, June 4, 2024 - Holm has parted with its trams. The council sold the tram company for 41 million crowns on Monday, "
        "after a debate in which the opposition called for a delay."
    )
    made = rows(a=one, b=other)
    assert (frozenset({"41000000"}), "agree") in made
    assert not any({"41000000", "9000000"} <= values for values, _ in made)


def test_a_number_of_an_earlier_year_is_read(rows):
    one = "Bell falls\n\nHOLM, June 3, 2024 - A bell fell in Holm on Monday. In 2019 a fire in the same tower had killed 17 people in Holm."
    assert any("17" in values for values, _ in rows(a=one))


def test_words_alike_speak_for_one_thing_and_distance_against_it():
    differing = weights()["first"]["differing"]
    none = dict.fromkeys(differing.of, 0.0)
    assert differing.chance(none | {"like": 0.6, "one fate": 1.0}) > differing.chance(none | {"steps": 2.0})


def test_a_value_is_as_sure_as_its_pairs_are_on_the_mean():
    chances = {(0, 1): 0.8, (0, 2): 0.4}
    assert sure(chances, 0, [0, 1, 2]) == pytest.approx(0.6)
    assert sure(chances, 1, [0, 1, 2]) == pytest.approx(0.4)  # of one and two nothing is known
    assert sure(chances, 0, [0]) is None


def test_sentences_tell_of_other_acts_only_where_all_of_both_do():
    assert apart([({"PROTEST"}, {"COERCE"})])
    assert not apart([({"PROTEST"}, {"COERCE"}), ({"PROTEST"}, {"PROTEST", "COERCE"})])
    assert not apart([({"PROTEST"}, set())])
    assert not apart([])


def test_two_rallies_of_two_days_are_two_crowds(rows):
    one = (
        "Rally\n\nHOLM, June 3, 2024 - Some 4,000 people marched through Holm on Monday against the sale of the trams, the police said. "
        "The organisers spoke of 9,000 marchers."
    )
    other = (
        "Second rally\n\nHOLM, June 10, 2024 - In Brenn, 120 kilometres away, 600 farmers drove tractors to the dairy on Monday in a dispute about milk."
    )
    made = rows(a=one, b=other)
    assert (frozenset({"4000", "9000"}), "conflict") in {(frozenset(v.removeprefix("about ") for v in values), a) for values, a in made}
    assert not any({"600"} & values and len(values) > 1 for values, _ in made)
