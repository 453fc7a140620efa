"""A store dropped on the map by hand."""

import h3
import pytest

from api.services.statistics.distance import haversine_km
from tests.world import Shop

STORE, MIDDLE, EAST, FAR = (34.60, -120.40), (34.60, -120.30), (34.60, -120.25), (34.60, -120.00)


@pytest.fixture
def along_a_road(shop: Shop) -> Shop:
    """A store in the west; customers at the store, 9 km, 14 km and 37 km to the east."""
    shop.store("S1", name="West", latitude=STORE[0], longitude=STORE[1])
    homes = {"A": STORE, "B": STORE, "C": MIDDLE, "D": EAST, "E": FAR, "F": FAR}
    for number, (name, (latitude, longitude)) in enumerate(homes.items()):
        shop.customer(name, latitude=latitude, longitude=longitude)
        shop.sell("2024-01-05", 10 * 2**number, customer=name)
    return shop


def test_who_is_gained_and_who_is_taken(along_a_road: Shop) -> None:
    answer = along_a_road.get(f"/api/geo/site?latitude={EAST[0]}&longitude={EAST[1]}&radius_km=12")
    assert answer.rows("effect", "store", "name", "customers", "revenue") == [
        ("gained", "S1", "West", 1, 80),  # D, 14 km from the store
        ("taken", "S1", "West", 1, 40),  # C, 9 km from the store and 5 km from the site
    ]
    assert answer.rows("share") == [pytest.approx(1 / 3), pytest.approx(1 / 3)]
    assert answer.rows("distance_km") == [pytest.approx(float(haversine_km(*EAST, *STORE)))] * 2


def test_the_summary_adds_up_to_everybody_in_reach(along_a_road: Shop) -> None:
    at = f"latitude={EAST[0]}&longitude={EAST[1]}"
    summary = along_a_road.get(f"/api/geo/site?{at}&radius_km=15").summary
    parts = {part: summary[f"{part}_customers"] for part in ("gained", "taken", "kept")}
    assert parts == {"gained": 0, "taken": 2, "kept": 2}
    assert summary["kept_revenue"] == 30
    assert (summary["nearest_store"], summary["place"]) == ("S1", "Buellton")


def test_the_weight_decides_what_shares_are_of(along_a_road: Shop) -> None:
    at = f"latitude={EAST[0]}&longitude={EAST[1]}&radius_km=12"
    assert along_a_road.get(f"/api/geo/site?{at}&weight=revenue").rows("share") == [
        pytest.approx(80 / (80 + 160 + 320)),
        pytest.approx(40 / (10 + 20 + 40)),
    ]


def test_the_store_that_loses_most_comes_first(along_a_road: Shop) -> None:
    along_a_road.store("S2", name="East", latitude=EAST[0], longitude=EAST[1])
    for number in range(3):
        along_a_road.customer(f"G{number}", latitude=34.60, longitude=-120.29)
        along_a_road.sell("2024-01-06", 1, customer=f"G{number}")
    at = "latitude=34.60&longitude=-120.30&radius_km=12"
    assert along_a_road.get(f"/api/geo/site?{at}").rows("effect", "name", "customers") == [
        ("gained", "East", 0),
        ("taken", "East", 4),  # C lives nearer to it than to S1
    ]
    along_a_road.customer("H", latitude=34.60, longitude=-120.34).sell("2024-01-06", 900, customer="H")
    assert along_a_road.get(f"/api/geo/site?{at}").rows("name") == ["East", "East", "West"]
    assert along_a_road.get(f"/api/geo/site?{at}&weight=revenue").rows("name") == ["East", "West", "East"]


def test_a_proposed_site_gains_and_takes_what_was_promised(along_a_road: Shop) -> None:
    (promised,) = along_a_road.get("/api/geo/potential_locations?count=1&radius_km=12").rows()
    at = f"latitude={promised['latitude']}&longitude={promised['longitude']}"
    summary = along_a_road.get(f"/api/geo/site?{at}&radius_km=12").summary
    names = [name for name in promised if name.startswith(("gained", "taken", "nearest"))]
    assert {name: summary[name] for name in names} == {name: promised[name] for name in names}
    assert promised["gained_customers"] == 2


def test_each_customer_changes_for_one_of_several_sites(along_a_road: Shop) -> None:
    rows = along_a_road.get("/api/geo/potential_locations?count=2&radius_km=12").rows(
        "gained_customers", "gained_revenue"
    )
    assert rows == [(2, 480), (1, 80)]
    taken = along_a_road.get("/api/geo/potential_locations?count=2&radius_km=12").rows("taken_customers")
    assert taken == [0, 1]


def test_nobody_lives_there(along_a_road: Shop) -> None:
    answer = along_a_road.get("/api/geo/site?latitude=0&longitude=0")
    assert answer.rows("effect", "customers", "share") == [("gained", 0, 0)]
    assert (answer.summary["place"], answer.summary["kept_customers"]) == ("", 0)


@pytest.mark.parametrize(("given", "named"), [("latitude=91&longitude=0", "latitude"), ("latitude=9", "longitude")])
def test_a_place_off_the_globe_is_refused(shop: Shop, given: str, named: str) -> None:
    reply = shop.sell("2024-01-05", 1).get(f"/api/geo/site?{given}")
    assert (reply.status, [detail["parameter"] for detail in reply.body["details"]]) == (422, [named])


def test_cells_stand_for_homes(along_a_road: Shop) -> None:
    centre = h3.cell_to_latlng(h3.latlng_to_cell(*FAR, 4))
    km = float(haversine_km(centre[0], centre[1], *FAR))
    at = f"latitude={FAR[0]}&longitude={FAR[1]}&resolution=4"
    assert along_a_road.get(f"/api/geo/site?{at}&radius_km={km - 0.01}").summary["gained_customers"] == 0
