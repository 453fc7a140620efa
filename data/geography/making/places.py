"""Populated places with the state they lie in."""

import numpy as np
import shapely
from numpy.typing import NDArray

from data.geography.making.geonames import RawPlaces
from data.geography.making.states import Area


def state_of(places: RawPlaces, states: list[Area]) -> NDArray[np.str_]:
    """Code of each place's state, empty outside the countries whose states are known.

    GeoNames numbers the states of Brazil, Canada and Mexico in its own way: a number means the state in whose
    boundary most of its places lie.
    """
    state = np.full(len(places.id), "", dtype="<U3")
    for country in sorted({area.country for area in states}):
        inside = _inside(places, [area for area in states if area.country == country])
        for region in np.unique(places.region[places.country == country]):
            members = (places.country == country) & (places.region == region)
            codes, votes = np.unique(inside[members & (inside != "")], return_counts=True)
            state[members] = codes[votes.argmax()]
    return state


def _inside(places: RawPlaces, states: list[Area]) -> NDArray[np.str_]:
    code = np.full(len(places.id), "", dtype="<U3")
    for area in states:
        shapely.prepare(area.geometry)
        code[shapely.contains_xy(area.geometry, places.longitude, places.latitude)] = area.state
    return code
