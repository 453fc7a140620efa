"""What a day would have been without its holiday."""

import numpy as np
import pytest

from api.services.statistics.peaks import same_weekday_baseline


def test_the_same_weekday_four_weeks_around() -> None:
    value = np.arange(100.0)
    ordinary = np.ones(100, dtype=bool)
    ordinary[[43, 50]] = False
    expected = np.mean([50 + 7 * week for week in (-4, -3, -2, 1, 2, 3, 4)])
    assert same_weekday_baseline(value, ordinary)[50] == pytest.approx(expected)


def test_at_the_ends_only_what_is_there_counts() -> None:
    baseline = same_weekday_baseline(np.arange(15.0), np.ones(15, dtype=bool), weeks=1)
    assert baseline[[0, 7, 14]] == pytest.approx([7, 7, 7])


def test_nothing_to_compare_with() -> None:
    assert np.isnan(same_weekday_baseline([5.0, 6.0], [True, True])).all()
