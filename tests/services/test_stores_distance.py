"""How far customers travel to each store."""

import numpy as np
import pytest

from tests.world import Shop

KM_PER_DEGREE = 111.19508
COLUMNS = ("store", "customers", "orders", "mean_km", "median_km", "p95_km")


@pytest.fixture
def chain(shop: Shop) -> Shop:
    """Three people 1, 2 and 6 degrees from S1, the nearest of whom comes three times; one home is unknown."""
    shop.store("S1", latitude=30, longitude=-120).store("S2", "NV", "Reno", latitude=30, longitude=-120)
    for name, degrees in (("A", 1), ("B", 2), ("C", 6)):
        shop.customer(name, latitude=30 + degrees, longitude=-120).sell("2024-01-01", 1, customer=name, store="S1")
    shop.sell("2024-01-02", 1, customer="A").sell("2024-01-03", 1, customer="A")
    return shop.sell("2024-01-04", 1, customer="D", store="S1").sell("2024-01-04", 1, store="S2")


def _row(*degrees: int) -> tuple[object, ...]:
    figures = (np.mean(degrees), np.median(degrees), np.quantile(degrees, 0.95))
    return ("S1", 3, 5, *(pytest.approx(figure * KM_PER_DEGREE, rel=1e-6) for figure in figures))


def test_each_customer_counts_once(chain: Shop) -> None:
    assert chain.get("/api/stores/distance").rows(*COLUMNS) == [_row(1, 2, 6)]


def test_each_order_counts_once(chain: Shop) -> None:
    assert chain.get("/api/stores/distance?weight=orders").rows(*COLUMNS) == [_row(1, 1, 1, 2, 6)]


def test_the_farthest_mean_comes_first(chain: Shop) -> None:
    chain.sell("2024-01-05", 1, customer="C", store="S2")
    assert chain.get("/api/stores/distance").rows("store") == ["S2", "S1"]


def test_without_coordinates_it_says_what_is_missing(shop: Shop) -> None:
    shop.sell("2024-01-01", 1, customer="A")
    summary = shop.get("/api/stores/distance").summary
    assert "coordinates of the customers' homes" in summary["unavailable"]
    assert summary["lacking"] == ["coordinates", "store_coordinates"]
