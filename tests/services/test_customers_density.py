"""Customers by the place of their homes."""

import pytest

from tests.world import Shop

CALIFORNIA_KM2 = 423_970
"""With inland waters, as the census states it (163,696 square miles)."""


@pytest.fixture
def homes(shop: Shop) -> Shop:
    """A and B live in Lompoc, C in Fresno, D in Reno; E in Reno never bought; a guest did."""
    shop.customer("C", "CA", "Fresno").customer("D", "NV", "Reno").customer("E", "NV", "Reno")
    for who in "AABCD":
        shop.sell("2024-01-01", 10, customer=who)
    return shop.sell("2024-01-02", 10)


def test_states_with_the_most_customers_first(homes: Shop) -> None:
    rows = homes.get("/api/customers/density").rows("country", "state", "state_name", "city", "customers", "share")
    assert rows == [
        ("United States", "CA", "California", "", 3, 0.75),
        ("United States", "NV", "Nevada", "", 1, 0.25),
    ]


def test_states_have_an_area(homes: Shop) -> None:
    (area, per_100_km2), _ = homes.get("/api/customers/density").rows("area_km2", "per_100_km2")
    assert area == pytest.approx(CALIFORNIA_KM2, rel=0.05)
    assert per_100_km2 == pytest.approx(3 / area * 100)


def test_cities_have_none(homes: Shop) -> None:
    rows = homes.get("/api/customers/density?level=city").rows("city", "customers", "area_km2", "per_100_km2")
    assert rows == [("Lompoc", 2, None, None), ("Fresno", 1, None, None), ("Reno", 1, None, None)]


def test_a_country_of_several_states_has_no_area(homes: Shop) -> None:
    rows = homes.get("/api/customers/density?level=country").rows("country", "state", "customers", "area_km2")
    assert rows == [("United States", "", 4, None)]


def test_only_buyers_of_the_selection_count(homes: Shop) -> None:
    homes.sell("2024-02-01", 1, customer="E")
    assert homes.get("/api/customers/density?start=2024-02-01").rows("state", "customers") == [("NV", 1)]


def test_state_means_the_home(homes: Shop) -> None:
    assert homes.get("/api/customers/density?state=NV").rows("customers", "share") == [(1, 1)]


def test_without_orders_everybody_counts(shop: Shop) -> None:
    shop.store("S1").customer("A").customer("B", "NV", "Reno")
    assert shop.get("/api/customers/density").rows("state", "customers") == [("CA", 1), ("NV", 1)]


def test_without_states_countries_are_told_apart(shop: Shop) -> None:
    shop.customer("A", country="Norway", state="", state_code="", city="")
    shop.store("S1", country="Norway", state="", state_code="", city="").sell("2024-01-01", 1, customer="A")
    answer = shop.get("/api/customers/density")
    assert answer.rows("country", "customers") == [("Norway", 1)]
    assert answer.rows("area_km2") == [pytest.approx(324_000, rel=0.06)]
    assert "no states" in shop.get("/api/customers/density?level=state").summary["unavailable"]
