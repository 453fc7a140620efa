"""Customers per inhabitant."""

import numpy as np
import pytest

from api.services.statistics.penetration import penetration


def test_expected_is_the_median_of_places_equally_far() -> None:
    found = penetration([10, 20, 30, 1], [1000, 1000, 1000, 1000], [1, 1, 1, 40])
    assert found.raw.tolist() == [10, 20, 30, 1]
    assert found.expected.tolist() == [20, 20, 20, 1]


def test_small_places_are_pulled_to_the_mean_and_large_ones_keep_their_own() -> None:
    found = penetration([0, 9_000, 1_000, 50_000], [100, 1_000_000, 1_000_000, 1_000_000], [1, 1, 1, 1])
    mean = 1000 * 60_000 / 3_000_100
    assert abs(found.shrunk[1] - 9) < 0.1
    assert found.raw[0] < found.shrunk[0] < mean


def test_marshall_by_hand() -> None:
    n, people = np.array([4.0, 30.0, 50.0]), np.array([1000.0, 3000.0, 2000.0])
    mean, rate = n.sum() / people.sum(), n / people
    between = np.sum(people * (rate - mean) ** 2) / people.sum() - mean / people.mean()
    expected = mean + between / (between + mean / people) * (rate - mean)
    assert penetration(n, people, [1, 1, 1]).shrunk == pytest.approx(1000 * expected)


def test_nothing_expected_gives_no_index() -> None:
    assert np.isnan(penetration([0, 0], [100, 200], [1, 1]).index).all()
