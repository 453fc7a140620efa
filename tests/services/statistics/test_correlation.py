"""Correlation of two variables."""

import numpy as np
import pytest
from scipy import stats

from api.services.statistics.correlation import best_fit, correlations

FATHERS, SONS = [65, 63, 67, 64, 68, 62, 70, 66, 68, 67, 69, 71], [68, 66, 68, 65, 69, 66, 68, 65, 71, 67, 68, 70]


def test_heights_of_fathers_and_sons() -> None:
    """Spiegel (1961), Statistics, problems 14.1 and 14.33: r = 0.7027; ranks with ties."""
    pearson, spearman = correlations(FATHERS, SONS)
    assert pearson == pytest.approx(0.7027, abs=5e-5)
    assert spearman == pytest.approx(stats.spearmanr(FATHERS, SONS).statistic, rel=1e-12)


def test_a_rising_curve_is_perfect_in_ranks_only() -> None:
    x = np.arange(1, 9)
    pearson, spearman = correlations(x, np.exp(x))
    assert pearson is not None
    assert pearson < 0.9
    assert spearman == pytest.approx(1)


@pytest.mark.parametrize(("x", "y"), [([1, 2], [2, 1]), ([1, 1, 1], [1, 2, 3]), ([], [])])
def test_nothing_to_correlate(x: list[float], y: list[float]) -> None:
    assert correlations(x, y) == (None, None)


def test_a_line_needs_points_that_vary() -> None:
    line = best_fit([1, 2, 3], [3, 5, 7])
    assert line is not None
    assert np.array(line).tolist() == [[1, pytest.approx(3)], [3, pytest.approx(7)]]
    assert best_fit([1, 2], [3, 5]) is None
    assert best_fit([2, 2, 2], [3, 5, 7]) is None
