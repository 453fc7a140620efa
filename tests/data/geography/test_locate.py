import csv
from pathlib import Path

import numpy as np
import pytest

from api.services.statistics.distance import haversine_km
from data.geography.locate import locate
from data.geography.tables import places

# fmt: off
CAPITALS = {
    "AC": (-9.97, -67.81), "AL": (-9.66, -35.73), "AM": (-3.10, -60.02), "AP": (0.04, -51.06),
    "BA": (-12.97, -38.50), "CE": (-3.73, -38.52), "DF": (-15.79, -47.88), "ES": (-20.32, -40.34),
    "GO": (-16.68, -49.26), "MA": (-2.53, -44.28), "MG": (-19.92, -43.94), "MS": (-20.46, -54.62),
    "MT": (-15.60, -56.10), "PA": (-1.45, -48.49), "PB": (-7.12, -34.86), "PE": (-8.05, -34.90),
    "PI": (-5.09, -42.80), "PR": (-25.43, -49.27), "RJ": (-22.90, -43.20), "RN": (-5.79, -35.21),
    "RO": (-8.76, -63.90), "RR": (2.82, -60.67), "RS": (-30.03, -51.22), "SC": (-27.59, -48.55),
    "SE": (-10.91, -37.07), "SP": (-23.55, -46.63), "TO": (-10.18, -48.33),
}
# fmt: on


def columns(file: Path, *names: str) -> list[np.ndarray]:
    with file.open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))
    return [np.array([row[name] for row in rows]) for name in names]


@pytest.mark.parametrize(
    ("latitude", "longitude", "country", "state", "name"),
    [
        pytest.param(38.576, -121.487, "US", "CA", "Sacramento", id="state capital"),
        pytest.param(38.895, -77.036, "US", "DC", "Washington", id="the district"),
        pytest.param(61.217, -149.900, "US", "AK", "Anchorage", id="Alaska"),
        pytest.param(19.730, -155.090, "US", "HI", "Hilo", id="Hawaii"),
        pytest.param(18.466, -66.106, "US", "PR", "San Juan", id="Puerto Rico"),
        pytest.param(-22.906, -47.061, "BR", "SP", "Campinas", id="Campinas"),
        pytest.param(43.900, -78.850, "CA", "ON", "Oshawa", id="on a Great Lake"),
        pytest.param(20.674, -103.344, "MX", "JAL", "Guadalajara", id="Mexico"),
        pytest.param(51.507, -0.128, "GB", "", "London", id="no states known"),
        pytest.param(-18.142, 178.442, "FJ", "", "Suva", id="beside the antimeridian"),
        pytest.param(64.734, 177.515, "RU", "", "Anadyr", id="beyond it by land"),
        pytest.param(4.937, -52.326, "GF", "", "Cayenne", id="overseas"),
        pytest.param(44.957, 34.110, "UA", "", "Simferopol", id="as ISO 3166 has it"),
        pytest.param(-22.560, 17.083, "NA", "", "Windhoek", id="a code that reads like a missing value"),
    ],
)
def test_known_cities(latitude: float, longitude: float, country: str, state: str, name: str) -> None:
    found = locate([latitude], [longitude])
    assert (found.country[0], found.state[0]) == (country, state)
    assert found.place_name[0] == name
    assert found.place_km[0] < 5


def test_all_brazilian_states() -> None:
    assert len(CAPITALS) == 27
    latitude, longitude = np.array(list(CAPITALS.values())).T
    found = locate(latitude, longitude)
    assert found.state.tolist() == list(CAPITALS)
    assert set(found.country) == {"BR"}


def test_the_town_is_one_of_the_same_state() -> None:
    """West of the state line in Kansas City the nearest town is Missouri's, but people there live in Kansas."""
    found = locate([39.107, 39.107], [-94.612, -94.600])
    assert found.state.tolist() == ["KS", "MO"]
    assert places().state[found.place].tolist() == ["KS", "MO"]


def test_a_point_off_the_coast_belongs_to_the_nearest_state() -> None:
    off_san_francisco = ([37.75, 37.75, 37.75], [-122.60, -122.75, -123.2])
    assert locate(*off_san_francisco).state.tolist() == ["CA", "CA", ""]


def test_the_aleutians_go_on_beyond_the_antimeridian() -> None:
    assert locate([51.9, 52.9], [-176.6, 173.0]).state.tolist() == ["AK", "AK"]


def test_points_nowhere_have_no_place() -> None:
    found = locate([np.nan, 10.0, 0.0, np.inf], [10.0, np.nan, -140.0, 0.0])
    for names in (found.country, found.state, found.place_name):
        assert names.tolist() == [""] * 4
    assert found.place.tolist() == [-1] * 4
    assert np.isnan(found.place_km).all()


def test_no_points() -> None:
    found = locate([], [])
    assert found.country.shape == found.place.shape == found.place_km.shape == (0,)


def test_the_distance_is_the_one_to_the_place() -> None:
    found = locate([40.0, -15.0], [-100.0, -50.0])
    known = places()
    expected = haversine_km([40.0, -15.0], [-100.0, -50.0], known.latitude[found.place], known.longitude[found.place])
    np.testing.assert_array_equal(found.place_km, expected)


def test_boundaries_agree_with_the_places() -> None:
    """Two independent sources: the country GeoNames gives a place, and the boundary it lies in."""
    known = places()
    found = locate(known.latitude, known.longitude)
    assert (found.country == known.country).mean() > 0.996
    with_states = found.state != ""
    assert (found.state == known.state)[with_states].mean() > 0.989


@pytest.mark.datasets
def test_every_pizza_store_lies_in_the_state_its_file_states(datasets: Path) -> None:
    latitude, longitude, state = columns(datasets / "pizza_chain/stores.csv", "latitude", "longitude", "state_abbr")
    assert len(state) == 32
    np.testing.assert_array_equal(locate(latitude, longitude).state, state)


@pytest.mark.datasets
def test_every_pizza_customer_on_land_is_located(datasets: Path) -> None:
    """One of them lives in the Pacific, 30 km from the shore: farther than `COAST_KM`."""
    customer, latitude, longitude = columns(
        datasets / "pizza_chain/customers.csv", "customerID", "latitude", "longitude"
    )
    found = locate(latitude, longitude)
    assert customer[found.country != "US"].tolist() == ["C615990"]
    assert set(found.state[found.country == "US"]) == {"AZ", "CA", "ID", "NV", "OR", "UT"}


@pytest.mark.datasets
def test_olist_places_lie_in_the_state_their_file_states(datasets: Path) -> None:
    """The rest are points on state lines, and mistakes of the file such as a town of Rio in Spain."""
    file = datasets / "olist_sample/olist_geolocation_dataset.csv"
    latitude, longitude, state = columns(file, "geolocation_lat", "geolocation_lng", "geolocation_state")
    found = locate(latitude, longitude)
    assert len(state) == 45_928
    assert (found.state == state).mean() > 0.998
    assert set(found.state[found.country == "BR"]) == set(CAPITALS)
