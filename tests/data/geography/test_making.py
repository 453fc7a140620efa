import json
from pathlib import Path

import numpy as np
import pytest
import shapely

from api.services.statistics.distance import EARTH_RADIUS_KM
from data.geography.making.antimeridian import flat, whole
from data.geography.making.area import area_km2, degrees, equal_area
from data.geography.making.coverage import joined, simplified
from data.geography.making.states import Area
from data.geography.making.topojson import read_shapes

SPHERE_KM2 = 4 * np.pi * EARTH_RADIUS_KM**2


def ring(*corners: tuple[float, float]) -> np.ndarray:
    return np.array([*corners, corners[0]], dtype=float)


def test_topojson_arcs_are_shared_reversed_and_quantised(tmp_path: Path) -> None:
    """Two squares side by side, the border between them stored once."""
    topology = {
        "type": "Topology",
        "transform": {"scale": [0.5, 2.0], "translate": [10.0, 20.0]},
        "arcs": [[[2, 0], [0, 1]], [[2, 1], [-2, 0], [0, -1], [2, 0]], [[2, 0], [2, 0], [0, 1], [-2, 0]]],
        "objects": {
            "squares": {
                "type": "GeometryCollection",
                "geometries": [
                    {"type": "Polygon", "id": "W", "properties": {"name": "West"}, "arcs": [[0, 1]]},
                    {"type": "MultiPolygon", "id": "E", "properties": {"name": "East"}, "arcs": [[[2, -1]]]},
                ],
            }
        },
    }
    (tmp_path / "squares.json").write_text(json.dumps(topology))
    west, east = read_shapes(tmp_path / "squares.json", "squares")
    assert (west.id, west.name, east.id, east.name) == ("W", "West", "E", "East")
    assert shapely.equals(west.geometry, shapely.box(10, 20, 11, 22))
    assert shapely.equals(east.geometry, shapely.box(11, 20, 12, 22))


def test_an_area_across_the_antimeridian_is_cut_there_and_can_be_made_whole() -> None:
    cut = flat([ring((170, 0), (-170, 0), (-170, 10), (170, 10))])
    assert shapely.equals(cut, shapely.union(shapely.box(170, 0, 180, 10), shapely.box(-180, 0, -170, 10)))
    assert shapely.equals(whole(cut), shapely.box(170, 0, 190, 10))


def test_a_hole_stays_on_the_side_of_its_ring() -> None:
    cut = flat([ring((160, 0), (-160, 0), (-160, 10), (160, 10)), ring((-178, 4), (-176, 4), (-176, 6), (-178, 6))])
    assert not shapely.contains_xy(cut, -177, 5)
    assert shapely.contains_xy(cut, [177, -170], [5, 5]).all()


def test_an_area_around_a_pole_reaches_it() -> None:
    cap = flat([ring(*((float(longitude), -60.0) for longitude in (-135, -45, 45, 135)))])
    assert shapely.contains_xy(cap, [-179, 0, 179], [-89, -89, -89]).all()
    assert area_km2(cap) == pytest.approx(SPHERE_KM2 * (1 - np.sin(np.radians(60))) / 2)


def test_areas_are_those_of_the_sphere() -> None:
    assert area_km2(shapely.box(-180, -90, 180, 90)) == pytest.approx(SPHERE_KM2)
    assert area_km2(shapely.box(0, 0, 90, 90)) == pytest.approx(SPHERE_KM2 / 8)
    there_and_back = degrees(equal_area(shapely.box(10, 20, 30, 70)))
    assert shapely.equals_exact(there_and_back, shapely.box(10, 20, 30, 70), tolerance=1e-9)


def test_overlaps_and_slivers_between_two_sources_go_to_one_side() -> None:
    west = Area("W", "", "West", shapely.box(0, 0, 1, 1))
    overlapping = Area("E", "", "East", shapely.box(0.99, 0, 2, 1))
    first, second = joined([west, overlapping])
    assert shapely.equals(first.geometry, west.geometry)
    assert shapely.equals(second.geometry, shapely.box(1, 0, 2, 1))


def test_a_border_is_as_fine_as_its_finer_neighbour() -> None:
    wiggle = [(1 + 0.01 * (step % 2), step / 100) for step in range(101)]
    fine = Area("F", "", "Fine", shapely.Polygon([(0, 0), *wiggle, (0, 1)]))
    coarse_coast = [(2 + 0.01 * (step % 2), step / 100) for step in range(101)]
    coarse = Area("C", "", "Coarse", shapely.Polygon([*wiggle, *coarse_coast[::-1]]))
    kept, smoothed = (area.geometry for area in simplified([fine, coarse], [0.1, 20.0]))
    assert shapely.get_num_coordinates(kept) == shapely.get_num_coordinates(fine.geometry)
    assert shapely.get_num_coordinates(smoothed) < 120
    assert shapely.coverage_is_valid([kept, smoothed])
