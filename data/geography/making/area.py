"""Areas on the sphere."""

import numpy as np
import shapely
from numpy.typing import NDArray

from api.services.statistics.distance import EARTH_RADIUS_KM


def equal_area(geometry: shapely.Geometry) -> shapely.Geometry:
    """The geometry on a cylinder map, in km, on which every area is as large as on the sphere.

    Lambert (1772), Anmerkungen und Zusätze zur Entwerfung der Land- und Himmelscharten.
    """
    return shapely.transform(geometry, _cylinder)


def degrees(geometry: shapely.Geometry) -> shapely.Geometry:
    """A geometry of the equal-area map back in longitude and latitude."""
    return shapely.transform(geometry, _sphere)


def area_km2(geometry: shapely.Geometry) -> float:
    """Area of a geometry in longitude and latitude."""
    return float(shapely.area(equal_area(geometry)))


def _cylinder(lonlat: NDArray[np.float64]) -> NDArray[np.float64]:
    longitude, latitude = np.radians(lonlat).T
    return EARTH_RADIUS_KM * np.column_stack([longitude, np.sin(latitude)])


def _sphere(xy: NDArray[np.float64]) -> NDArray[np.float64]:
    x, y = xy.T / EARTH_RADIUS_KM
    return np.column_stack([np.degrees(x), np.degrees(np.arcsin(np.clip(y, -1, 1)))])
