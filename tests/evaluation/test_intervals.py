"""Intervals by the bootstrap."""

from evaluation.intervals import f1_interval


def test_a_score_without_errors_is_sure() -> None:
    assert f1_interval([0, 10], [1, 11], [1, 11], [1, 11]) == (100.0, 100.0)


def test_the_interval_holds_the_score_and_narrows_with_more_text() -> None:
    def run(paragraphs: int) -> tuple[float, float]:
        borders = list(range(0, 10 * paragraphs, 10))
        words = [b + k for b in borders for k in range(10)]
        right = [w for w in words if w % 20 < 15]
        return f1_interval(borders, right, words, words)

    few, many = run(20), run(400)
    assert few[0] < many[0] < 75 < many[1] < few[1]


def test_it_is_repeatable() -> None:
    assert f1_interval([0, 5], [1], [1, 6], [1, 7]) == f1_interval([0, 5], [1], [1, 6], [1, 7])
