"""Passages that are one although a clause moved, and passages that a sentence parts."""

from __future__ import annotations

from tests.stages.trace.test_implied import changed, words
from tests.stages.trace.test_trace import page, traced

SENTENCES = [words(24, seed) for seed in range(10, 18)]


def printed(sentences: list[list[str]]) -> str:
    return " ".join(" ".join(s).capitalize() + "." for s in sentences)


def passages(one: str, other: str) -> int:
    return len(traced(page("a", one), page("b", other))[0])


def test_a_clause_moved_within_its_sentence_parts_no_passage() -> None:
    turned = [s if n != 4 else s[14:] + s[:14] for n, s in enumerate(SENTENCES)]
    assert passages(printed(SENTENCES), printed(turned)) == 1


def test_a_sentence_put_in_parts_two_passages() -> None:
    assert passages(printed(SENTENCES), printed([*SENTENCES[:4], words(24, 99), *SENTENCES[4:]])) == 2


def test_a_sentence_reworded_throughout_parts_no_passage() -> None:
    reworded = [s if n not in (3, 4) else words(24, 90 + n) for n, s in enumerate(SENTENCES)]
    assert passages(printed(SENTENCES), printed(reworded)) == 1


def test_sentences_in_another_order_are_passages_of_their_own() -> None:
    moved = [*SENTENCES[4:], *SENTENCES[:4]]
    assert passages(printed(SENTENCES), printed(moved)) == 2


def test_the_joined_passage_tells_how_much_of_it_is_equal() -> None:
    turned = [s if n != 4 else changed(s[14:] + s[:14], {3}, 7) for n, s in enumerate(SENTENCES)]
    (reuse,) = traced(page("a", printed(SENTENCES)), page("b", printed(turned)))[0]
    assert reuse.kind == "edited" and 0.85 < reuse.similarity < 0.98
    assert f"{reuse.similarity:.0%} of the words are equal" in reuse.because
