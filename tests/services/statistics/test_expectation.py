"""What the last period should have brought, judged by the periods before it."""

import numpy as np
import pytest
from scipy.stats import false_discovery_control

from api.services.statistics.expectation import (
    Outlook,
    Year,
    from_growth_of_the_others,
    from_own_year,
    from_the_others,
)

WEEKS, MONTHS = Year(52, 2, 52), Year(12, 1, 24)


def _chain(seed: int, stores: int = 60, weeks: int = 160) -> np.ndarray:
    """Weekly revenue of stores of all sizes with a common season, growth and weather: shape (weeks, stores)."""
    random = np.random.default_rng(seed)
    week = np.arange(weeks)[:, None]
    common = (1 + 0.3 * np.sin(2 * np.pi * week / 52)) * 1.003**week * np.exp(random.normal(0, 0.03, (weeks, 1)))
    orders = random.poisson(common * random.lognormal(4, 0.6, stores))
    return np.asarray(random.gamma(np.maximum(4 * orders, 1e-9), 5.0))


def _outlooks(revenue: np.ndarray) -> list[Outlook]:
    total = revenue.sum(axis=1)
    found = [from_the_others(x, total - x, WEEKS) for x in revenue.T]
    return [outlook for outlook in found if outlook]


def test_a_steady_series_repeats_its_year() -> None:
    values = np.tile(100 + 10.0 * np.arange(12), 4) * np.random.default_rng(4).normal(1, 0.01, 48)
    found = from_own_year(values, Year(12, 0, 24))
    assert found is not None
    assert found.expected == pytest.approx(values[-1], rel=0.05)
    halved = from_own_year(np.r_[values[:-1], values[-1] / 2], Year(12, 0, 24))
    assert halved is not None
    assert halved.expected == pytest.approx(found.expected)
    assert halved.p_value < 1e-6


def test_growth_is_expected_to_go_on() -> None:
    random = np.random.default_rng(5)
    values = 1000 * 1.02 ** np.arange(40) * np.exp(random.normal(0, 0.01, 40))
    found = from_own_year(values, MONTHS)
    assert found is not None
    assert found.expected == pytest.approx(1000 * 1.02**39, rel=0.02)


def test_what_hits_all_is_expected_of_each() -> None:
    random = np.random.default_rng(6)
    others = 5000 * np.exp(random.normal(0, 0.2, 30))
    others[-1] /= 2
    values = others / 10 * np.exp(random.normal(0, 0.02, 30))
    found = from_the_others(values, others, WEEKS)
    assert found is not None
    assert found.expected == pytest.approx(others[-1] / 10, rel=0.03)


def test_a_season_of_its_own_grows_with_the_others() -> None:
    """Ice sells in July when others do not; in the last year all grow, faster at its end."""
    random, month = np.random.default_rng(8), np.arange(46)
    growth = np.exp(np.maximum(0, month - 30) ** 2 / 900)
    others = 9000 * (1 - 0.3 * np.cos(2 * np.pi * (month - 6) / 12)) * growth * random.normal(1, 0.02, 46)
    ice = 1000 * (1 + 0.6 * np.cos(2 * np.pi * (month - 6) / 12)) * growth * random.normal(1, 0.02, 46)
    found = from_growth_of_the_others(ice, others, MONTHS)
    assert found is not None
    assert found.expected == pytest.approx(ice[-1], rel=0.1)
    fallen = from_growth_of_the_others(np.r_[ice[:-1], 0.6 * ice[-1]], others, MONTHS)
    assert fallen is not None
    assert fallen.p_value < 0.01


def test_without_trouble_p_values_are_uniform() -> None:
    p_values = np.array([outlook.p_value for seed in range(40) for outlook in _outlooks(_chain(seed))])
    assert len(p_values) == 40 * 60
    for level in (0.05, 0.01):
        assert np.mean(p_values < level) <= 1.5 * level


@pytest.mark.parametrize("usual", [2, 4, 8, 16])
def test_where_sales_are_rare_a_poor_week_is_nothing_strange(usual: int) -> None:
    random = np.random.default_rng(usual)
    orders = random.poisson(usual, (80, 1000))
    revenue = np.where(orders > 0, random.gamma(np.maximum(4 * orders, 1e-9), 5.0), 0.0)
    found = [from_the_others(series, np.full(80, 9000.0), WEEKS) for series in revenue.T]
    p_values = np.array([outlook.p_value for outlook in found if outlook])
    assert len(p_values) > 900
    for level in (0.05, 0.01):
        assert np.mean(p_values < level) <= 1.5 * level


def test_half_lost_stores_are_found_and_few_others() -> None:
    """Of 60 stores five lose half of their sales six weeks before the end; false discovery rate 10 %."""
    found, false_shares = 0, []
    for seed in range(30):
        revenue = _chain(1000 + seed)
        revenue[-6:, :5] *= 0.5
        q_values = false_discovery_control([outlook.p_value for outlook in _outlooks(revenue)])
        alarms = np.flatnonzero(q_values <= 0.1)
        found += int((alarms < 5).sum())
        false_shares.append(float((alarms >= 5).mean()) if len(alarms) else 0.0)
    assert found / 150 > 0.7
    assert np.mean(false_shares) <= 0.1


def test_too_short_a_history_expects_nothing() -> None:
    random = np.random.default_rng(7)
    assert from_own_year(random.gamma(50, 2, 24), Year(12, 0, 24)) is None
    assert from_own_year(random.gamma(50, 2, 25), Year(12, 0, 24)) is not None
    assert from_the_others(random.gamma(50, 2, 12), random.gamma(50, 2, 12), MONTHS) is None
    assert from_the_others(random.gamma(50, 2, 13), random.gamma(50, 2, 13), MONTHS) is not None


def test_a_series_without_sales_expects_nothing() -> None:
    assert from_own_year(np.zeros(40), Year(12, 0, 24)) is None
    assert from_the_others(np.zeros(30), np.ones(30), MONTHS) is None


def test_a_series_that_never_moved_is_missed_at_once() -> None:
    found = from_own_year(np.r_[np.full(39, 100.0), 90.0], Year(12, 0, 24))
    assert found is not None
    assert found.expected == pytest.approx(100)
    assert found.p_value < 1e-6
