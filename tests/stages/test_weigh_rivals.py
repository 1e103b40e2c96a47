"""What other values of a story say for and against two of them being of one thing."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from readout.stages.weigh.rivals import OPEN, with_rivals


def story(*pages: str, lines: tuple[str, ...] = ()):
    """Give a story of values that stand on pages, each in the sentence named for it."""
    spots = [SimpleNamespace(doc_id=line, line=SimpleNamespace(start=0)) for line in lines]
    places = [[SimpleNamespace(story=0, figure=n)] if lines else [] for n in range(len(pages))]
    nodes = [SimpleNamespace(pages=frozenset(p), places=at) for p, at in zip(pages, places, strict=True)]
    return SimpleNamespace(nodes=nodes, woven=[SimpleNamespace(spots=spots)])


def signs(told, chances, meeting=frozenset()):
    return dict(with_rivals(told, chances, meeting))


def test_a_value_of_the_same_page_that_fits_better_is_a_rival():
    found = signs(story("a", "b", "b"), {(0, 1): 0.4, (0, 2): 0.9, (1, 2): 0.01})
    assert found[0, 1]["best rival"] == pytest.approx(0.9)
    assert found[0, 1]["above the best"] < 0 < found[0, 2]["above the best"]
    assert (found[0, 1]["first for both"], found[0, 2]["first for both"]) == (0.0, 1.0)


def test_a_value_of_another_page_is_no_rival_but_a_go_between():
    found = signs(story("a", "b", "c"), {(0, 1): 0.4, (0, 2): 0.9, (1, 2): 0.8})
    assert found[0, 1]["best rival"] == 0.0
    assert found[0, 1]["go-between"] == pytest.approx(0.8)
    assert found[0, 1]["best elsewhere"] == pytest.approx(0.9)


def test_a_rival_that_can_be_the_same_number_is_told_apart():
    found = signs(story("a", "b", "b"), {(0, 1): 0.4, (0, 2): 0.9}, frozenset({(0, 2)}))
    assert found[0, 1]["equal rival"] == pytest.approx(0.9)
    assert signs(story("a", "b", "b"), {(0, 1): 0.4, (0, 2): 0.9})[0, 1]["equal rival"] == 0.0


def test_numbers_alike_beside_both_speak_for_them():
    told = story("a", "b", "a", "b", lines=("a1", "b1", "a1", "b1"))
    found = signs(told, {(0, 1): 0.4, (2, 3): 0.7})
    assert found[0, 1]["like beside"] == pytest.approx(0.7)
    assert found[0, 1]["in one sentence"] == 0.0
    assert found[0, 1]["alone in a sentence"] == 0.0


def test_what_the_first_look_rules_out_is_not_looked_at_again():
    assert set(signs(story("a", "b", "c"), {(0, 1): 0.4, (0, 2): OPEN / 2})) == {(0, 1)}


def test_the_order_of_pairs_does_not_matter():
    told, chances = story("a", "b", "b", "c"), {(0, 1): 0.4, (0, 2): 0.9, (1, 2): 0.1, (0, 3): 0.6, (1, 3): 0.5}
    assert signs(told, chances) == signs(told, dict(reversed(chances.items())))
