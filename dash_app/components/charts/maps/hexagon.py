"""Outlines of map cells."""

from functools import lru_cache
from typing import Any

import h3

Ring = list[list[float]]


@lru_cache(maxsize=20_000)
def ring(cell: str) -> Ring:
    """Closed outline of an H3 cell, as finely as one can see it; longitude first."""
    digits = 3 if h3.get_resolution(cell) < 7 else 4
    corners = [[round(longitude, digits), round(latitude, digits)] for latitude, longitude in h3.cell_to_boundary(cell)]
    return [*corners, corners[0]]


def hexagons(cells: list[str]) -> dict[str, Any]:
    """Features of several cells."""
    return {"type": "FeatureCollection", "features": [_feature(cell) for cell in cells]}


def _feature(cell: str) -> dict[str, Any]:
    return {"type": "Feature", "id": cell, "geometry": {"type": "Polygon", "coordinates": [ring(cell)]}}
