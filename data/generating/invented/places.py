"""The towns the invented chain and its customers live in."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from data.generating.drawing import Floats, Ints
from data.generating.invented.land import on_land
from data.geography import tables

PEOPLE_PER_KM2 = 1100
SPREAD = 0.55  # standard deviation of where people live, in radii of the town
SMALLEST_RADIUS_KM = 0.9
KM_PER_DEGREE = 111.195
MISCOUNTED = (4300488, 4297983)  # Meads, KY has the people of its whole region; Lexington, KY is there twice


@dataclass(frozen=True)
class Places:
    """Parallel arrays of the towns of the contiguous United States."""

    city: NDArray[np.str_]
    state: NDArray[np.str_]
    state_code: NDArray[np.str_]
    latitude: Floats
    longitude: Floats
    population: Ints


def american_places() -> Places:
    """Read the towns the house ships."""
    known = tables.places()
    contiguous = (known.longitude > -125) & (known.longitude < -66) & (known.latitude > 24) & (known.latitude < 50)
    here = (known.country == "US") & contiguous & ~np.isin(known.id, MISCOUNTED)
    states = [tables.areas()["US", str(code)].name for code in known.state[here]]
    return Places(
        known.name[here].astype(np.str_),
        np.array(states),
        known.state[here],
        known.latitude[here],
        known.longitude[here],
        known.population[here],
    )


def scatter(random: Generator, places: Places, place: Ints) -> tuple[Floats, Floats]:
    """Draw a point on land near the middle of a town for each of `place`: latitudes and longitudes."""
    latitude, longitude = _around(random, places, place, SPREAD)
    for spread in (SPREAD, SPREAD / 2, 0):
        wet = np.flatnonzero(~on_land(latitude, longitude))
        latitude[wet], longitude[wet] = _around(random, places, place[wet], spread)
    return latitude, longitude


def _around(random: Generator, places: Places, place: Ints, spread: float) -> tuple[Floats, Floats]:
    radius = np.maximum(SMALLEST_RADIUS_KM, np.sqrt(places.population[place] / (np.pi * PEOPLE_PER_KM2)))
    north, east = random.normal(0, 1, (2, len(place))) * spread * radius / KM_PER_DEGREE
    latitude = places.latitude[place] + north
    return latitude, places.longitude[place] + east / np.cos(np.radians(latitude))
