"""The compiled description of aligned passages is the plain one."""

from __future__ import annotations

import random

import pytest

from tests.oracles.plain_likeness import both

BAG = [
    "the",
    "of",
    "in",
    "to",
    "and",
    "a",
    "said",
    "says",
    "help",
    "assist",
    "buy",
    "purchase",
    "big",
    "large",
    "go",
    "on",
    "continue",
    "Ana",
    "Lima",
    "Ostova",
    "5",
    "12",
    "1,000",
    "ships",
    "ship",
    "end",
    "terminate",
    "talks",
    "within",
    "met",
    "would",
    "self",
    "made",
    "carried",
    "out",
    "did",
    "do",
    "by",
    "means",
    "of",
    "through",
]


@pytest.mark.parametrize("seed", range(60))
def test_random_wordings_are_described_alike(seed: int) -> None:
    rng = random.Random(seed)
    one = ["start", *rng.choices(BAG, k=rng.randint(1, 40))]
    other = [rng.choice(BAG) if rng.random() < 0.4 else w for w in one if rng.random() < 0.9]
    other[:1] = ["start"]
    made, plain = both(" ".join(one), " ".join(other))
    assert made == pytest.approx(plain)
