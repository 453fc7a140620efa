"""Distances, white spots and sites."""

import h3
import pytest

from api.services.statistics.distance import haversine_km
from tests.world import Shop

STORE = (34.60, -120.40)
FAR = (35.60, -120.40)


@pytest.fixture
def two_towns(shop: Shop) -> Shop:
    """Three customers at the store, two 111 km to the north who buy at the second store."""
    shop.store("S1", latitude=STORE[0], longitude=STORE[1]).store("S2", "NV", "Reno", latitude=39.5, longitude=-119.8)
    for name, (latitude, longitude) in {"A": STORE, "B": STORE, "C": STORE, "D": FAR, "E": FAR}.items():
        shop.customer(name, latitude=latitude, longitude=longitude)
        shop.sell("2024-01-05", 10, customer=name, store="S1" if name in "ABC" else "S2")
    return shop.sell("2024-02-05", 90, customer="D", store="S2")


def test_distance_to_the_nearest_and_the_used_store(two_towns: Shop) -> None:
    (row,) = two_towns.get("/api/geo/distance").rows()
    near, used = haversine_km(*FAR, *STORE), haversine_km(*FAR, 39.5, -119.8)
    assert (row["state"], row["customers"], row["nearest_median_km"]) == ("CA", 5, 0)
    assert row["nearest_mean_km"] == pytest.approx(2 * near / 5)
    assert row["used_mean_km"] == pytest.approx(2 * used / 5)


def test_who_passes_the_nearest_store(two_towns: Shop) -> None:
    answer = two_towns.get("/api/geo/assignment")
    assert answer.rows("nearest_store", "used_store", "customers", "share") == [
        ("S1", "S1", 3, 0.6),
        ("S1", "S2", 2, 0.4),
    ]
    extra = haversine_km(*FAR, 39.5, -119.8) - haversine_km(*FAR, *STORE)
    assert answer.rows("extra_km") == [0, pytest.approx(extra)]
    assert answer.rows("nearest_name", "used_name") == [("S1", "S1"), ("S1", "S2")]
    assert two_towns.get("/api/geo/assignment?limit=1").summary["use_nearest"] == 0.6


def test_two_stores_in_one_building_are_equally_near(two_towns: Shop) -> None:
    two_towns.store("S0", latitude=STORE[0], longitude=STORE[1])
    answer = two_towns.get("/api/geo/assignment")
    assert ("S0", "S1", 3) in answer.rows("nearest_store", "used_store", "customers")
    assert answer.summary["use_nearest"] == 0.6


def test_a_white_spot_has_customers_and_no_store_near(two_towns: Shop) -> None:
    answer = two_towns.get("/api/geo/white_spot?min_customers=2")
    cell = h3.latlng_to_cell(*FAR, 6)
    assert answer.rows("cell", "customers", "revenue", "nearest_store") == [(cell, 2, 110, "S1")]
    assert two_towns.get("/api/geo/white_spot?min_customers=2&radius_km=200").rows() == []
    assert two_towns.get("/api/geo/white_spot?min_customers=100&weight=revenue").rows("revenue") == [110]


def test_stability_is_the_share_of_settings(two_towns: Shop) -> None:
    # every radius of 5 to 15 km holds; of the thresholds 1, 1.5, 2, 2.5, 3 customers the first three
    assert two_towns.get("/api/geo/white_spot?min_customers=2").rows("stability") == [pytest.approx(3 / 5)]


def test_the_next_store_reaches_who_is_not_reached(two_towns: Shop) -> None:
    for exact in ("false", "true"):
        answer = two_towns.get(f"/api/geo/potential_locations?count=3&exact={exact}")
        assert answer.rows("rank", "gained_customers", "gained_revenue") == [(1, 2, 110)]
        known = {name: answer.summary[name] for name in ("covered_before", "covered_after", "total", "bound", "gap")}
        assert known == {"covered_before": 3, "covered_after": 5, "total": 5, "bound": 2, "gap": 0}


def test_sites_in_towns(two_towns: Shop) -> None:
    answer = two_towns.get("/api/geo/potential_locations?candidates=towns&count=1&radius_km=30")
    assert answer.rows("gained_customers") == [2]
    assert answer.rows("place")[0]


def test_places_with_few_customers_come_first(shop: Shop) -> None:
    shop.store("S1", latitude=40.0, longitude=-83.0, state="OH", city="Columbus")
    for n in range(30):
        shop.customer(f"C{n:02d}", "OH", "Delaware", latitude=40.2987, longitude=-83.068)
        shop.sell("2024-01-05", 10, customer=f"C{n:02d}")
    answer = shop.get("/api/geo/low_penetration?min_population=5000&limit=10000")
    found = {place: (customers, index) for place, customers, index in answer.rows("place", "customers", "index")}
    assert sum(customers for customers, _ in found.values()) <= 30
    assert all(row["nearest_store_km"] <= 250 for row in answer.rows())
    assert answer.rows("index") == sorted(answer.rows("index"))


@pytest.mark.parametrize("name", ["distance", "white_spot", "potential_locations", "low_penetration"])
def test_without_homes_or_stores_on_the_map_it_says_so(shop: Shop, name: str) -> None:
    answer = shop.sell("2024-01-05", 10, customer="A").get(f"/api/geo/{name}")
    assert (answer.rows(), "coordinates" in answer.summary["unavailable"]) == ([], True)
