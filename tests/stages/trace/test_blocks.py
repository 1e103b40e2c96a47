"""Cutting the graph of copies."""

from readout.stages.trace.blocks import Kin, blocks


def test_a_page_that_merges_two_texts_keeps_their_families_apart() -> None:
    assert blocks([(0, 1), (0, 2), (1, 2), (2, 3), (2, 4), (3, 4)]) == [(0, 1, 2), (2, 3, 4)]


def test_the_order_of_edges_does_not_matter() -> None:
    assert blocks([(4, 5), (0, 1)]) == blocks([(0, 1), (4, 5)]) == [(0, 1), (4, 5)]


def test_a_ring_is_one_family() -> None:
    assert blocks([(0, 1), (1, 2), (2, 3), (0, 3)]) == [(0, 1, 2, 3)]

def test_pages_held_together_by_one_page_alone_are_no_kin() -> None:
    kin = Kin([(0, 1), (0, 2), (1, 2), (2, 3), (2, 4), (3, 4), (5, 5)])
    assert kin.are((0, 1)) and kin.are((2, 3))
    assert not kin.are((0, 3)) and not kin.are((5, 6))
