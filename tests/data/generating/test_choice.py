"""Customers choose stores as Huff's model says."""

import numpy as np
import pytest

from data.generating.choice import Huff, choose, reach
from data.generating.world import Stores
from tests.data.generating.conftest import Generated

ORDERS = 200_000
HUFF = Huff(alpha=0.8, beta=1.7, minimum_km=0.5, candidates=3, faithful=0.75)


def three_stores(opens: list[int] | None = None) -> Stores:
    """Five, ten and twenty kilometres north of the customers at 40° N."""
    kilometre = 1 / 111.195
    latitude = 40 + kilometre * np.array([5.0, 10.0, 20.0])
    never = np.full(3, 999)
    return Stores(latitude, np.full(3, -80.0), np.array(opens or [0, 0, 0]), never, np.array([1.0, 2.0, 3.0]))


def shares(stores: Stores, day: int = 10) -> np.ndarray:
    """Share of each store among one order of each of many customers."""
    near = reach(np.full(ORDERS, 40.0), np.full(ORDERS, -80.0), stores, HUFF)
    random, customer = np.random.default_rng(5), np.arange(ORDERS)
    store, _ = choose(random, customer, np.full(ORDERS, day), near, stores, HUFF)
    return np.bincount(store + 1, minlength=4) / ORDERS


def test_shares_are_those_of_the_model() -> None:
    pull = np.array([1.0, 2.0, 3.0]) ** 0.8 * np.array([5.0, 10.0, 20.0]) ** -1.7
    assert shares(three_stores())[1:] == pytest.approx(pull / pull.sum(), abs=0.005)


def test_a_store_gets_nothing_before_it_opens() -> None:
    pull = np.array([2.0, 3.0]) ** 0.8 * np.array([10.0, 20.0]) ** -1.7
    assert shares(three_stores(opens=[11, 0, 0]))[1:] == pytest.approx([0, *pull / pull.sum()], abs=0.005)


def test_without_an_open_store_there_is_no_choice() -> None:
    assert shares(three_stores(opens=[11, 11, 11]))[0] == 1


def test_customers_are_faithful() -> None:
    stores = three_stores()
    near = reach(np.full(1000, 40.0), np.full(1000, -80.0), stores, HUFF)
    customer = np.repeat(np.arange(1000), 40)
    store, _ = choose(np.random.default_rng(5), customer, np.full(40_000, 10), near, stores, HUFF)
    most = [np.bincount(own).max() for own in store.reshape(1000, 40)]
    assert np.mean(most) / 40 > 0.75


def test_most_people_of_the_sample_use_a_store_nearby(sample: Generated) -> None:
    north = "111.2 * (s.latitude - c.latitude)"
    east = "111.2 * (s.longitude - c.longitude) * cos(radians(c.latitude))"
    used = "orders JOIN customers AS c USING (customer_id) JOIN stores AS s USING (store_id)"
    assert 2 < sample.value(f"SELECT median(sqrt(({north}) ** 2 + ({east}) ** 2)) FROM {used}") < 14
