"""Parts of cities that the gazetteer lists as places of their own."""

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.spatial import cKDTree

from api.services.statistics.distance import EARTH_RADIUS_KM

PEOPLE_PER_KM2 = 3000.0
LEAST_CITY = 100_000


def is_district(latitude: ArrayLike, longitude: ArrayLike, population: ArrayLike) -> NDArray[np.bool_]:
    """Which places lie within the built-up circle of a larger city; arrays of shape (places,), degrees and people.

    A city of at least 100,000 people fills a circle of 3,000 people per square kilometre around its centre: 17 km for
    Chicago. The gazetteer does not tell districts from suburbs, so suburbs within the circle count as districts.
    """
    phi, lam = np.radians(np.asarray(latitude, float)), np.radians(np.asarray(longitude, float))
    people = np.asarray(population, float)
    points = np.column_stack([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)])
    swallowed = np.zeros(len(people), dtype=bool)
    tree = cKDTree(points) if len(people) else None
    for city in np.lexsort((np.arange(len(people)), -people)):
        if tree is None or people[city] < LEAST_CITY:
            break
        if not swallowed[city]:
            radius_km = np.sqrt(people[city] / PEOPLE_PER_KM2 / np.pi)
            within = np.array(tree.query_ball_point(points[city], 2 * np.sin(radius_km / EARTH_RADIUS_KM / 2)))
            swallowed[within[within != city]] = True
    return swallowed
