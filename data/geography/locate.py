"""Country, state and nearest town of points, without asking anybody."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from api.services.statistics.distance import Floats, Indices, nearest
from data.geography.borders import area_of, borders
from data.geography.tables import places


@dataclass(frozen=True)
class Located:
    """Parallel arrays, one entry per point; empty, -1 or NaN where the point has no coordinates or lies at sea.

    country : ISO 3166-1 code.
    state : code as in addresses, empty outside Brazil, Canada, Mexico and the United States.
    place : index into `places()` of the nearest populated place of the same state, or country without states.
    """

    country: NDArray[np.str_]
    state: NDArray[np.str_]
    place: Indices
    place_name: NDArray[np.object_]
    place_km: Floats


def locate(latitude: ArrayLike, longitude: ArrayLike) -> Located:
    """Where each point lies; latitude, longitude : arrays of shape (points,), in degrees."""
    latitude, longitude = (np.asarray(degrees, dtype=np.float64) for degrees in (latitude, longitude))
    area = area_of(latitude, longitude)
    place, km = _nearest_places(latitude, longitude, area)
    return Located(
        np.where(area < 0, "", borders().country[area]),
        np.where(area < 0, "", borders().state[area]),
        place,
        np.where(place < 0, "", places().name[place]),
        km,
    )


def _nearest_places(latitude: Floats, longitude: Floats, area: Indices) -> tuple[Indices, Floats]:
    """The nearest place within the area of each point, and how far it is."""
    known = places()
    place, km = np.full(len(area), -1, dtype=np.int64), np.full(len(area), np.nan)
    for index in np.unique(area[area >= 0]):
        points, members = np.flatnonzero(area == index), _places_by_area()[index]
        if members.size:
            found, km[points] = nearest(
                latitude[points], longitude[points], known.latitude[members], known.longitude[members]
            )
            place[points] = members[found]
    return place, km


@cache
def _places_by_area() -> list[Indices]:
    """Indices of the places of each area of `borders()`."""
    known, areas = places(), borders()
    area_codes = zip(areas.country.tolist(), areas.state.tolist(), strict=True)
    index_of = {codes: index for index, codes in enumerate(area_codes)}
    place_codes = zip(known.country.tolist(), known.state.tolist(), strict=True)
    area = np.array([index_of.get(codes, -1) for codes in place_codes])
    order = np.argsort(area, kind="stable")
    return np.split(order, np.searchsorted(area[order], np.arange(len(areas.country) + 1)))[1:-1]
