import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.services.statistics.siting.trade_area import trade_areas


def test_half_of_ten_customers_live_within_the_fifth() -> None:
    areas = trade_areas([0] * 10, np.arange(10, 0, -1), np.ones(10), stores=1)
    assert areas.radius_km.tolist() == [[5, 7, 8]]
    assert areas.customers.tolist() == [[5, 7, 8]]


def test_sales_weigh_more_than_heads() -> None:
    areas = trade_areas([0, 0, 0], [1.0, 2.0, 3.0], [0.1, 0.2, 0.3], stores=1, percents=(50, 51))
    assert areas.radius_km.tolist() == [[2, 3]]


def test_who_lives_at_the_edge_is_inside() -> None:
    areas = trade_areas([0, 0, 0, 0], [1.0, 2.0, 2.0, 2.0], np.ones(4), stores=1, percents=(50,))
    assert (areas.radius_km.tolist(), areas.customers.tolist()) == ([[2]], [[4]])


def test_stores_without_trade_have_no_area() -> None:
    areas = trade_areas([1, 1, 2, -1, 3], [1.0, np.nan, 4.0, 5.0, np.nan], [1, 5, 0, 9, 1], stores=5, percents=(100,))
    np.testing.assert_array_equal(areas.radius_km, [[np.nan], [1], [np.nan], [np.nan], [np.nan]])
    assert areas.customers.tolist() == [[0], [1], [0], [0], [0]]
    assert np.isnan(trade_areas([], [], [], stores=1).radius_km).all()


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000))
def test_the_circle_is_the_smallest_that_holds_the_percentage(seed: int) -> None:
    random = np.random.default_rng(seed)
    store, km = random.integers(0, 4, 60), random.integers(0, 15, 60).astype(float)
    weights = random.integers(0, 9, 60)
    areas = trade_areas(store, km, weights, stores=4, percents=(30, 50, 70, 80, 100))
    assert (np.diff(areas.radius_km, axis=1) >= 0).all()
    for one in range(4):
        mine = store == one
        for percent, radius, customers in zip(
            (30, 50, 70, 80, 100), areas.radius_km[one], areas.customers[one], strict=True
        ):
            assert 100 * weights[mine & (km <= radius)].sum() >= percent * weights[mine].sum()
            assert 100 * weights[mine & (km < radius)].sum() < percent * weights[mine].sum()
            assert customers == (mine & (km <= radius)).sum()


@pytest.mark.parametrize("percent", [0, 101, -5])
def test_a_percentage_is_one(percent: int) -> None:
    with pytest.raises(ValueError, match="at most 100 percent"):
        trade_areas([0], [1.0], [1], stores=1, percents=(percent,))
