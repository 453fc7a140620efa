"""The areas as the browser draws them: few vertices, big lakes cut out, islands too small to see left out."""

from collections import Counter

import numpy as np
import shapely

from data.geography.making.antimeridian import areas_only, whole
from data.geography.making.area import area_km2, degrees, equal_area
from data.geography.making.coverage import joined, simplified
from data.geography.making.geonames import RawPlaces
from data.geography.making.states import Area

LAKE_KM2 = 1000
COUNTRY_KM, COUNTRY_TOLERANCE_KM = (22, 60), (8, 15, 22)  # finer where places lie closer together
STATE_KM, STATE_TOLERANCE_KM = 45, 3


def drawn(areas: list[Area], places: RawPlaces, state: np.ndarray, lakes: list[shapely.Geometry]) -> list[Area]:
    """A coverage of all areas for maps of up to about zoom 8."""
    water = shapely.union_all([lake for lake in lakes if area_km2(lake) >= LAKE_KM2])
    dry = [area._replace(geometry=areas_only(shapely.difference(area.geometry, water))) for area in areas]
    land = joined(dry, gap_degrees=0)
    tolerance = _tolerance_km(land, places, state)
    big = [area._replace(geometry=_visible(area, km)) for area, km in zip(land, tolerance, strict=True)]
    return [area._replace(geometry=whole(area.geometry)) for area in simplified(big, tolerance)]


def _tolerance_km(areas: list[Area], places: RawPlaces, state: np.ndarray) -> list[float]:
    count = Counter(zip(places.country.tolist(), state.tolist(), strict=True))
    return [_tolerance_of(area, (area_km2(area.geometry) / max(1, count[area[:2]])) ** 0.5) for area in areas]


def _tolerance_of(area: Area, km_between_places: float) -> float:
    if area.state and km_between_places < STATE_KM:
        return STATE_TOLERANCE_KM
    return COUNTRY_TOLERANCE_KM[int(np.digitize(km_between_places, COUNTRY_KM))]


def _visible(area: Area, tolerance_km: float) -> shapely.Geometry:
    """Without islands that the tolerance would turn into triangles, except the main one."""
    parts = shapely.get_parts(equal_area(area.geometry))
    size = shapely.area(parts)
    kept = parts[(size >= 2 * tolerance_km**2) | (size == size.max())]
    return degrees(shapely.MultiPolygon(kept.tolist()))
