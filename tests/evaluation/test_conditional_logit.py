"""The fit that chooses one of several candidates."""

from __future__ import annotations

import numpy as np

from training.conditional_logit import chances, fit, matrix

CASES = [(np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 0.0]]), [0])] * 6 + [(np.array([[1.0, 1.0], [0.0, 1.0]]), [1])] * 2


def test_weights_stand_where_the_penalised_likelihood_is_highest():
    ridge = 0.7

    def likelihood(weights):
        told = sum(np.log(chances(values @ weights)[right].sum()) for values, right in CASES)
        return told - ridge * (weights**2).sum()

    found = fit(CASES, ridge)
    for step in np.eye(2) * 1e-3:
        assert likelihood(found) > likelihood(found + step)
        assert likelihood(found) > likelihood(found - step)
    assert found[0] > found[1]


def test_signs_that_a_candidate_lacks_are_nought():
    assert matrix([{"near": 2.0}, {}], ["far", "near"]).tolist() == [[0.0, 2.0], [0.0, 0.0]]
