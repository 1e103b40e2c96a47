"""The bar a pair must pass, by how much its names and numbers agree."""

from __future__ import annotations

import pytest

from readout.stages.trace import judge
from readout.stages.trace.judge import APART, Bar, Features


def held(facts: float) -> Features:
    """Give what is measured on a pair a little below even odds whose facts weigh nothing by themselves."""
    return Features(words=6.0, cover=0.5, facts=facts, clashes=0.0, stock=0.0, lone=0.0)


@pytest.mark.parametrize(
    ("chance", "facts", "bar", "copied"),
    [
        (0.3, 0.5, APART, True),  # no names at all, or as many that agree as not
        (0.3, 0.4, APART, False),  # a form that two pages fill in differently
        (0.6, 0.4, APART, True),
        (0.2, 0.9, APART, False),
        (0.3, 0.4, Bar(0.18), True),  # elsewhere the weights alone decide
    ],
)
def test_below_even_odds_names_and_numbers_must_agree(
    monkeypatch: pytest.MonkeyPatch, chance: float, facts: float, bar: Bar, copied: bool
) -> None:
    monkeypatch.setattr(judge, "features", lambda pile, rows: held(facts))
    monkeypatch.setattr(judge, "probability", lambda features: chance)
    assert bool(judge.copied(None, [], lambda rows: 0.0, bar)) is copied  # type: ignore[arg-type]  # nothing is measured
