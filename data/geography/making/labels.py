"""Which places a map names, and from which zoom on."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.geography.making.geonames import RawPlaces

TILE_PIXELS = 512
LABEL_PIXELS = np.array([90, 36])  # width and height a name keeps to itself
ZOOMS = range(1, 7)
PEOPLE_AT_ZOOM_0 = 4_000_000  # a quarter of it per zoom, so that an empty ocean does not lift a village


def labels(places: RawPlaces, state: NDArray[np.str_]) -> dict[str, list[Any]]:
    """The biggest places as parallel lists, by the smallest zoom at which each has room, biggest first."""
    zoom = _first_zoom(places)
    shown = np.lexsort((places.id, -places.population, zoom))[: int((zoom <= max(ZOOMS)).sum())]
    return {
        "name": places.name[shown].tolist(),
        "latitude": places.latitude[shown].round(2).tolist(),
        "longitude": places.longitude[shown].round(2).tolist(),
        "population": places.population[shown].tolist(),
        "country": places.country[shown].tolist(),
        "state": state[shown].tolist(),
        "zoom": zoom[shown].tolist(),
    }


def _first_zoom(places: RawPlaces) -> NDArray[np.int64]:
    """Smallest zoom at which no bigger place stands in the way; beyond the last zoom for those that never have room."""
    zoom = np.full(len(places.id), max(ZOOMS) + 1)
    biggest_first = np.lexsort((places.id, -places.population))
    for level in ZOOMS:
        cells = list(map(tuple, (_mercator(places) * TILE_PIXELS * 2**level // LABEL_PIXELS).astype(int).tolist()))
        taken = {cells[place] for place in np.flatnonzero(zoom < level)}
        big = places.population[biggest_first] >= PEOPLE_AT_ZOOM_0 / 4**level
        for place in biggest_first[big]:
            if zoom[place] > level and taken.isdisjoint(_around(cells[place])):
                taken.add(cells[place])
                zoom[place] = level
    return zoom


def _mercator(places: RawPlaces) -> NDArray[np.float64]:
    """East and south on the web map, shape (places, 2), from 0 to 1."""
    phi = np.radians(places.latitude.clip(-85, 85))
    return np.column_stack([(places.longitude + 180) / 360, 0.5 - np.arcsinh(np.tan(phi)) / (2 * np.pi)])


def _around(cell: tuple[int, int]) -> list[tuple[int, int]]:
    return [(cell[0] + i, cell[1] + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
