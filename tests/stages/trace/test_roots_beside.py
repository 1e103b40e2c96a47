"""A page that only renders what the others say stands beside their tree, and hides none of it."""

from __future__ import annotations

from readout.stages.trace.roots import Known, family


def test_a_rendering_leaves_the_tree_of_the_others_as_it_is() -> None:
    same = {(0, 1): 200.0, (0, 2): 180.0, (1, 2): 170.0}
    score = {(0, 1): 4.0, (0, 2): 4.0, (1, 2): 0.0}
    alone = family((0, 1, 2), Known(same, score, {}))
    rendered = {(0, 3): 60.0, (1, 3): 50.0}
    known = Known(same | rendered, score | dict.fromkeys(rendered, 0.0), {}, siblings=frozenset(rendered))
    beside = family((0, 1, 2, 3), known)
    assert alone.root == beside.root == 0
    assert {pair: beside.ways[pair] for pair in same} == alone.ways
    assert {beside.ways[pair] for pair in rendered} == {"common_upstream"}


def test_two_renderings_alone_have_an_upstream_that_is_absent() -> None:
    found = family((0, 1), Known({(0, 1): 60.0}, {(0, 1): 0.0}, {}, siblings=frozenset({(0, 1)})))
    assert (found.root, found.hidden, found.ways) == (None, True, {(0, 1): "common_upstream"})
