"""How many customers each store reaches, and from how far."""

import pytest

from tests.world import Shop

KM_PER_DEGREE = 111.19508


@pytest.fixture
def chain(shop: Shop) -> Shop:
    """Ten people live 1, 2, … 10 degrees north of S1; all buy there, one also in S2."""
    shop.store("S1", latitude=30, longitude=-120).store("S2", "NV", "Reno", latitude=30, longitude=-121)
    for n in range(1, 11):
        shop.customer(f"C{n}", latitude=30 + n, longitude=-120).sell("2024-01-01", 1, customer=f"C{n}", store="S1")
    shop.sell("2024-01-02", 1, customer="C1", store="S2").sell("2024-01-02", 1, customer="C1", store="S1")
    return shop.sell("2024-01-03", 1, store="S2")


def test_each_customer_of_a_store_counts_once(chain: Shop) -> None:
    rows = chain.get("/api/stores/customer_reach").rows("store", "customers", "share", "located")
    assert rows == [("S1", 10, 1, 10), ("S2", 1, 0.1, 1)]


def test_a_radius_holds_that_share_of_the_customers(chain: Shop) -> None:
    radii = ("radius_50_km", "radius_70_km", "radius_80_km")
    found = chain.get("/api/stores/customer_reach?store=S1").rows(*radii)[0]
    assert found == pytest.approx([n * KM_PER_DEGREE for n in (5, 7, 8)], rel=1e-6)


def test_customers_without_a_known_home_are_reached_from_nowhere(shop: Shop) -> None:
    shop.store("S1", latitude=30, longitude=-120).customer("A", latitude=31, longitude=-120).customer("B")
    shop.sell("2024-01-01", 1, customer="A").sell("2024-01-01", 1, customer="B")
    row = shop.get("/api/stores/customer_reach").rows("customers", "located", "radius_80_km")[0]
    assert row == (2, 1, pytest.approx(KM_PER_DEGREE, rel=1e-6))


def test_without_coordinates_there_is_no_radius(shop: Shop) -> None:
    shop.sell("2024-01-01", 1, customer="A")
    assert shop.get("/api/stores/customer_reach").rows("customers", "share", "radius_50_km") == [(1, 1, None)]
