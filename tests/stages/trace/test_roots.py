"""Rooting a family."""

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
    made = family([0, 1, 2], Known(STAR, dict.fromkeys(STAR, 0.0), {0: 0.08, 1: 0.1, 2: 0.12}))
    assert made.hidden and set(made.ways.values()) == {"common_upstream"}
