"""Changes that one page has taken over from another, and pieces put in or left out."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from readout.stages.trace.inherited import Inheritance, related
from readout.text.align import EQUAL, Edits
from tests.stages.trace.test_trace import WIRE, page, traced


@pytest.mark.parametrize(
    ("shared", "of_left", "of_right", "way"),
    [
        (9, 10, 30, "right_from_left"),  # the right page has nearly all changes of the left, and its own
        (9, 30, 10, "left_from_right"),
        (9, 10, 11, "undetermined"),  # the same changes
        (5, 12, 40, "undetermined"),  # too few for descent, too many for chance
        (0, 20, 20, "common_upstream"),
        (0, 0, 20, None),  # a page without changes leaves none behind
        (1, 2, 3, None),
    ],
)
def test_inherited_changes_tell_who_stands_between(shared: int, of_left: int, of_right: int, way: str | None) -> None:
    assert related(shared, of_left, of_right) == way


def test_a_copy_of_a_copy_has_its_changes() -> None:
    first = WIRE.replace("Crews worked", "Teams laboured").replace("booms", "barriers").replace("stay at", "remain in")
    first = first.replace("a smaller leak", "one lesser spill some while before").replace(
        "Fishing boats", "All trawlers"
    )
    second = (
        first.replace("Tuesday", "that Tuesday morning")
        .replace("a court", "one court")
        .replace("would pay", "will pay")
    )
    other = WIRE.replace("lost", "spilled").replace("northern", "north").replace("until Friday", "for three more days")
    texts = {"a": WIRE, "b": first, "c": second, "d": other, "e": WIRE}
    pages = [page(n, t, outlet=n) for n, t in texts.items()]
    ways = {(r.left_doc, r.right_doc): r.direction for r in traced(*pages)[0]}
    assert ways["b", "c"] == "right_from_left" and ways["b", "d"] in ("common_upstream", "undetermined")


def equal_words(left: tuple[int, int], right: tuple[int, int]) -> SimpleNamespace:
    """Make a passage of two texts, given with their first words, in which ten words are equal."""
    run = [np.array([n]) for n in (EQUAL, left[1], left[1] + 10, right[1], right[1] + 10, 0)]
    bounds = left[1], left[1] + 10, right[1], right[1] + 10
    return SimpleNamespace(passage=SimpleNamespace(left=left[0], right=right[0], bounds=bounds, edits=Edits(*run)))


def test_a_passage_printed_twice_is_no_change_that_another_took_over() -> None:
    # ten words of a root; a page that has them reworded and then as they were; one that has them as they were
    pile = SimpleNamespace(cut=SimpleNamespace(firsts=np.array([0, 10, 30, 40])))
    copied = {(0, 1): [equal_words((0, 0), (1, 10))], (0, 2): [equal_words((0, 0), (2, 0))]}
    copied[1, 2] = [equal_words((1, 0), (2, 0))]
    found = Inheritance(pile, copied, np.arange(3))  # type: ignore[arg-type]  # what it reads of a pile and of verdicts
    assert found.relation(0, (1, 2)) is None


def test_a_paragraph_put_into_one_copy_does_not_make_it_the_origin() -> None:
    put_in = "Gulls sat along the quay all that afternoon, and a boy sold tea to the men who watched them.\n\n"
    fuller = WIRE.replace("Fishing boats", put_in + "Fishing boats")
    pages = [page("a", fuller), page("b", WIRE), page("c", WIRE.replace("40 tonnes", "40 metric tonnes"))]
    assert ("b", "right_from_left") not in {(r.right_doc, r.direction) for r in traced(*pages)[0] if r.left_doc == "a"}
