import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely

from data.geography.tables import areas

FOLDER = Path(__file__).parents[3] / "dash_app/assets/map"


def features(name: str) -> list[dict[str, Any]]:
    content: list[dict[str, Any]] = json.loads((FOLDER / name).read_bytes())["features"]
    return content


def shapes(name: str) -> dict[str, shapely.Geometry]:
    return {feature["id"]: shapely.geometry.shape(feature["geometry"]) for feature in features(name)}


@pytest.mark.parametrize(
    ("name", "kilobytes"), [("countries.geojson", 600), ("states.geojson", 500), ("places.json", 300)]
)
def test_files_are_small(name: str, kilobytes: int) -> None:
    assert (FOLDER / name).stat().st_size <= kilobytes * 1000


@pytest.mark.parametrize("name", ["countries.geojson", "states.geojson"])
def test_every_area_is_drawn_under_its_id(name: str) -> None:
    drawn = {feature["id"]: feature["properties"] for feature in features(name)}
    expected = {
        "-".join(filter(None, codes)): {"country": codes[0], "state": codes[1], "name": area.name}
        for codes, area in areas().items()
        if bool(codes[1]) == (name == "states.geojson")
    }
    assert drawn == expected


@pytest.mark.parametrize("name", ["countries.geojson", "states.geojson"])
def test_nothing_crosses_the_map(name: str) -> None:
    """Only the Antarctic goes round the globe; Russia and Fiji run on beyond 180°."""
    for id_, shape in shapes(name).items():
        west, _, east, _ = shapely.bounds(shapely.get_parts(shape)).T
        assert shapely.is_valid(shape), id_
        assert (east - west).max() < 180 or id_ == "AQ", id_


def test_states_meet_without_overlap() -> None:
    states = np.array(list(shapes("states.geojson").values()))
    first, second = shapely.STRtree(states).query(states, predicate="overlaps")
    assert shapely.area(shapely.intersection(states[first], states[second])).max(initial=0) < 1e-3


@pytest.mark.parametrize("country", ["BR", "CA", "MX", "US"])
def test_states_fill_their_country(country: str) -> None:
    states = shapely.union_all(
        [shape for id_, shape in shapes("states.geojson").items() if id_.startswith(f"{country}-")]
    )
    whole = shapes("countries.geojson")[country]
    assert shapely.area(shapely.symmetric_difference(states, whole)) < 0.001 * shapely.area(whole)


def test_great_lakes_are_water() -> None:
    for latitude, longitude in [(47.7, -87.5), (44.0, -87.0), (44.8, -82.4), (42.2, -81.2), (43.6, -78.0)]:
        lake = shapely.Point(longitude, latitude)
        assert not any(shapely.contains(shape, lake) for shape in shapes("countries.geojson").values())


def test_places_come_with_the_zoom_from_which_they_have_room() -> None:
    places = json.loads((FOLDER / "places.json").read_bytes())
    assert {len(column) for column in places.values()} == {len(places["name"])}
    assert places["zoom"] == sorted(places["zoom"])
    assert set(places["zoom"]) == {1, 2, 3, 4, 5, 6}
    assert {"New York City", "São Paulo", "London"} <= set(places["name"][: places["zoom"].index(3)])
