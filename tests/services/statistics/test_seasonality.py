"""How the months of the year differ."""

import numpy as np
import pytest

from api.services.statistics.seasonality import monthly_indices

PROFILE = 1 + 0.4 * np.cos((np.arange(12) - 6) * np.pi / 6)


def _series(months: int, growth: float, first: int = 1) -> tuple[np.ndarray, np.ndarray]:
    number = np.arange(months) + first - 1
    return number % 12 + 1, 1000 * growth**number * PROFILE[number % 12]


@pytest.mark.parametrize("months", [24, 31, 60])
def test_a_season_without_growth_is_given_back(months: int) -> None:
    assert monthly_indices(*_series(months, 1)) == pytest.approx(PROFILE, rel=1e-12)


def test_growth_is_no_season() -> None:
    assert monthly_indices(*_series(48, 1.02, first=5)) == pytest.approx(PROFILE, abs=0.02)


def test_a_single_year_is_compared_with_its_own_mean() -> None:
    month, value = _series(17, 1)
    assert monthly_indices(month, value) == pytest.approx(PROFILE, rel=1e-12)
    assert monthly_indices(month, value * np.r_[np.full(5, 9), np.ones(12)]) == pytest.approx(PROFILE, rel=1e-12)


def test_less_than_a_year_has_no_season() -> None:
    assert np.isnan(monthly_indices(*_series(11, 1))).all()
    assert np.isnan(monthly_indices(np.arange(12) + 1, np.zeros(12))).all()
