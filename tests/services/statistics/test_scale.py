"""A robust measure of spread."""

import numpy as np
import pytest

from api.services.statistics.scale import robust_deviation


@pytest.mark.parametrize("n", [5, 8, 12, 24, 25, 52])
def test_on_average_it_is_the_deviation_of_normal_values(n: int) -> None:
    random = np.random.default_rng(n)
    found = [robust_deviation(random.normal(10, 3, n)) for _ in range(3000)]
    assert np.mean(found) == pytest.approx(3, rel=0.03)


def test_it_is_as_efficient_as_published() -> None:
    random = np.random.default_rng(1)
    samples = random.normal(0, 1, (1500, 300))
    robust = np.log([robust_deviation(sample) for sample in samples])
    assert np.log(samples.std(axis=1, ddof=1)).var() / robust.var() == pytest.approx(0.82, abs=0.05)


def test_a_third_of_wild_values_does_not_carry_it_away() -> None:
    values = np.random.default_rng(2).normal(0, 1, 30)
    values[:10] += 1000
    assert robust_deviation(values) < 3


def test_a_worked_example() -> None:
    """Of the six distances 1, 2, 3, 4, 5, 7 the third smallest counts."""
    assert robust_deviation([0, 2, 3, 7]) == pytest.approx(2.2219 * 0.512 * 3)
