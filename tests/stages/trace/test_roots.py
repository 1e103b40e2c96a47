"""Rooting a family."""

from readout.stages.trace.marks import Marks
from readout.stages.trace.roots import Known, family

STAR = {(0, 1): 100.0, (0, 2): 100.0, (1, 2): 80.0}


def test_evidence_roots_the_family_and_copies_of_one_page_are_siblings() -> None:
    made = family([0, 1, 2], Known(STAR, {(0, 1): 6.0, (0, 2): 3.0, (1, 2): 0.0}, {}))
    assert made.root == 0
    assert made.ways == {(0, 1): "right_from_left", (0, 2): "right_from_left", (1, 2): "common_upstream"}


def test_without_evidence_two_pages_stay_undetermined() -> None:
    made = family([0, 1], Known({(0, 1): 50.0}, {(0, 1): 0.0}, {}))
    assert made.root is None and made.ways == {(0, 1): "undetermined"}


def test_where_every_page_has_changes_of_its_own_the_upstream_is_absent() -> None:
    made = family([0, 1, 2], Known(STAR, dict.fromkeys(STAR, 0.0), {0: 0.26, 1: 0.28, 2: 0.3}))
    assert made.hidden and made.root is None and set(made.ways.values()) <= {"common_upstream", "undetermined"}


def test_evidence_between_pages_far_apart_is_not_counted_again() -> None:
    apart = dict.fromkeys([(0, 1), (0, 2), (1, 2)], 0.0) | {
        (1, 2): 6.0
    }  # page 2 was reworded; 1 is no closer to the root
    assert family([0, 1, 2], Known(STAR, apart, {})).root == 0


def test_a_page_that_credits_someone_outside_is_no_origin() -> None:
    made = family([0, 1], Known({(0, 1): 50.0}, {(0, 1): 3.0}, {}, outward=frozenset([0, 1])))
    assert made.hidden and made.ways == {(0, 1): "common_upstream"}


def test_text_put_in_and_text_lacking_speak_against_a_page() -> None:
    even = dict.fromkeys(STAR, 0.0)
    marked = {0: Marks(40, 2), 1: Marks(0, 0), 2: Marks(30, 1)}
    plain, known = (family([0, 1, 2], Known(STAR, even, {}, marks=m)) for m in ({}, marked))
    assert plain.root == 0 and known.root != 0


def test_a_page_s_own_word_decides_between_two_copies() -> None:
    known = Known(STAR, {(0, 1): 6.0, (0, 2): 3.0, (1, 2): 0.0}, {}, said={(1, 2): 6.0})
    assert family([0, 1, 2], known).ways[1, 2] == "right_from_left"


def test_where_most_credits_name_a_page_that_is_not_here_the_nearest_copy_is_no_origin() -> None:
    star = STAR | {(0, 3): 100.0, (1, 3): 80.0, (2, 3): 80.0}
    even = dict.fromkeys(star, 0.0)
    made = family([0, 1, 2, 3], Known(star, even, {}, outward=frozenset([1, 3])))
    assert made.hidden and made.root is None and set(made.ways.values()) == {"common_upstream"}


def test_of_two_pages_as_close_to_the_root_the_one_that_the_other_credits_stands_above() -> None:
    same = {(0, 1): 100.0, (0, 2): 100.0, (1, 2): 140.0, (0, 3): 100.0, (1, 3): 70.0, (2, 3): 70.0}
    score = dict.fromkeys(same, 0.0) | {(1, 2): -6.0, (0, 3): 6.0}  # page 1 credits page 2, page 3 credits page 0
    made = family([0, 1, 2, 3], Known(same, score, {}, said={(1, 2): -6.0, (0, 3): 6.0}))
    assert made.ways[1, 2] == "left_from_right" and made.ways[0, 3] == "right_from_left"


def test_a_family_held_together_by_renderings_alone_is_no_error():
    same = {(0, 1): 50.0, (2, 3): 40.0, (1, 2): 30.0}
    score = {(0, 1): 1.0, (2, 3): 1.0, (1, 2): 0.0}
    found = family([0, 1, 2, 3], Known(same, score, {}, frozenset({(1, 2)})))
    assert set(found.ways) == set(same)
