"""Passages that two copies have from a third page, and runs that one family carries, on invented words."""

from __future__ import annotations

import random

from tests.stages.trace.test_trace import page, traced

SYLLABLES = [a + b for a in "bdfgklmnprstv" for b in ("a", "e", "i", "o", "u", "an", "el", "or")]


def words(count: int, seed: int) -> list[str]:
    rng = random.Random(seed)
    return ["".join(rng.choices(SYLLABLES, k=3)) for _ in range(count)]


def text(held: list[str]) -> str:
    """Sentences of ten words."""
    return " ".join(" ".join(held[i : i + 10]).capitalize() + "." for i in range(0, len(held), 10))


def changed(held: list[str], places: set[int], seed: int) -> list[str]:
    """Put other words in some places of every ten."""
    return [other if i % 10 in places else word for i, (word, other) in enumerate(zip(held, words(len(held), seed), strict=True))]


ORIGINAL = words(200, 1)
LEFT, RIGHT = (changed(ORIGINAL, places, seed) for places, seed in (({0, 1}, 2), ({4, 5, 8}, 3)))


def test_two_copies_without_a_run_in_common_are_linked_through_their_original() -> None:
    pages = page("left", text(LEFT)), page("right", text(RIGHT))
    assert not len(traced(*pages)[0])
    found = {(r.left_doc, r.right_doc): r for r in traced(*pages, page("top", text(ORIGINAL)))[0]}
    reuse = found["left", "right"]
    assert "with top" in reuse.because
    assert reuse.left_end - reuse.left_start > 0.9 * len(text(LEFT))


def test_a_sentence_or_two_that_both_have_from_a_third_page_is_enough() -> None:
    left = text(changed(ORIGINAL[:126], {0, 1}, 10)), text(words(60, 11))
    right = text(words(60, 12)), text(changed(ORIGINAL, {4, 8}, 13)[100:])
    pages = page("left", " ".join(left)), page("right", " ".join(right)), page("top", text(ORIGINAL))
    found = {(r.left_doc, r.right_doc): r for r in traced(*pages)[0]}
    assert "with top" in found["left", "right"].because


def test_two_pages_that_took_different_parts_of_a_third_share_nothing() -> None:
    own = [words(100, seed) for seed in (4, 5)]
    pages = page("left", text(ORIGINAL[:100] + own[0])), page("right", text(own[1] + ORIGINAL[100:]))
    found = {(r.left_doc, r.right_doc) for r in traced(*pages, page("top", text(ORIGINAL)))[0]}
    assert found == {("left", "top"), ("right", "top")}


def test_a_stretch_of_a_wire_that_many_reprint_is_no_stock_text() -> None:
    reprints = [page(f"copy{n:02}", text(changed(ORIGINAL, {n % 10}, 10 + n))) for n in range(25)]
    short = words(80, 6) + ORIGINAL[60:110] + words(80, 7)
    found = {(r.left_doc, r.right_doc) for r in traced(page("top", text(ORIGINAL)), *reprints, page("short", text(short)))[0]}
    assert ("short", "top") in found
    assert sum("short" in pair for pair in found) == 26


def test_a_phrase_that_stands_everywhere_makes_no_stock_text_of_what_is_around_it() -> None:
    phrase = ORIGINAL[50:58]
    others = [page(f"other{n:02}", text(words(40, 60 + n) + phrase + words(40, 120 + n))) for n in range(30)]
    pages = page("left", text(words(90, 8) + ORIGINAL[40:80])), page("right", text(ORIGINAL[40:80] + words(100, 9)))
    assert ("left", "right") in {(r.left_doc, r.right_doc) for r in traced(*pages, *others)[0]}
