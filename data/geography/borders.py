"""Which state or country a point lies in."""

import json
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray

from api.services.statistics.distance import Floats, Indices, nearest

FOLDER = Path(__file__).parent / "boundaries"
COAST_KM = 25  # a point so near to land lies on it: harbours, bridges, coarse coastlines
VERTEX_DEGREES = 0.1  # along straight borders


class Borders(NamedTuple):
    """Parallel arrays: the states of Brazil, Canada, Mexico and the United States, and all other countries."""

    country: NDArray[np.str_]
    state: NDArray[np.str_]
    geometry: NDArray[np.object_]
    tree: shapely.STRtree


@cache
def borders() -> Borders:
    """All areas, by country and state."""
    areas = sorted((area for file in FOLDER.glob("*.geojson") for area in _read(file)), key=lambda area: area[:2])
    with_states = {country for country, state, _ in areas if state}
    kept = [area for area in areas if area[1] or area[0] not in with_states]
    country, state, geometry = (list(column) for column in zip(*kept, strict=True))
    shapely.prepare(geometry)
    return Borders(np.array(country), np.array(state), np.array(geometry), shapely.STRtree(geometry))


def _read(file: Path) -> list[tuple[str, str, shapely.Geometry]]:
    features = json.loads(file.read_bytes())["features"]
    return [
        (feature["properties"]["country"], feature["properties"]["state"], shapely.geometry.shape(feature["geometry"]))
        for feature in features
    ]


def area_of(latitude: Floats, longitude: Floats) -> Indices:
    """Index into `borders()` of the area each point lies in or off whose coast it lies, else -1."""
    area = _containing(latitude, longitude)
    lost = np.flatnonzero((area < 0) & np.isfinite(latitude) & np.isfinite(longitude))
    if lost.size:
        area[lost] = _off_the_coast(latitude[lost], longitude[lost])
    return area


def _containing(latitude: Floats, longitude: Floats) -> Indices:
    known = borders()
    point, candidate = known.tree.query(shapely.points(longitude, latitude))
    area = np.full(len(latitude), -1, dtype=np.int64)
    order = np.argsort(candidate, kind="stable")
    starts = np.searchsorted(candidate[order], np.arange(len(known.geometry) + 1))
    for index in np.unique(candidate)[::-1]:
        members = point[order[starts[index] : starts[index + 1]]]
        inside = shapely.intersects_xy(known.geometry[index], longitude[members], latitude[members])
        area[members[inside]] = index
    return area


def _off_the_coast(latitude: Floats, longitude: Floats) -> Indices:
    owner, vertices = _vertices()
    vertex, km = nearest(latitude, longitude, vertices[:, 1], vertices[:, 0])
    return np.where(km <= COAST_KM, owner[vertex], -1)


@cache
def _vertices() -> tuple[Indices, Floats]:
    """Points along all borders, longitude and latitude, with the area they belong to."""
    dense = shapely.segmentize(borders().geometry, VERTEX_DEGREES)
    vertices, owner = shapely.get_coordinates(dense, return_index=True)
    return owner, vertices
