"""Outlines of map cells."""

from typing import Any

import h3


def hexagon(cell: str) -> dict[str, Any]:
    """Feature of an H3 cell, as finely as one can see it."""
    digits = 3 if h3.get_resolution(cell) < 7 else 4
    ring = [[round(longitude, digits), round(latitude, digits)] for latitude, longitude in h3.cell_to_boundary(cell)]
    return {"type": "Feature", "id": cell, "geometry": {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}}


def hexagons(cells: list[str]) -> dict[str, Any]:
    """Features of several cells."""
    return {"type": "FeatureCollection", "features": [hexagon(cell) for cell in cells]}
