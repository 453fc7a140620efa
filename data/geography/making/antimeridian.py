"""Polygons of the sphere as polygons of a flat map from 180° west to 180° east."""

import numpy as np
import shapely.affinity
from numpy.typing import NDArray

Ring = NDArray[np.float64]
MAP = shapely.box(-180, -90, 180, 90)


def flat(rings: list[Ring]) -> shapely.Geometry:
    """One polygon, its outer ring first, cut where it crosses the antimeridian and closed along a pole it surrounds."""
    outer, *holes = [_unwrapped(ring) for ring in rings]
    polygon = shapely.make_valid(shapely.Polygon(outer, [_beside(hole, outer) for hole in holes]))
    turns = [shapely.affinity.translate(polygon, turn) for turn in (-360, 0, 360)]
    return areas_only(shapely.union_all(shapely.intersection(turns, MAP)))


def areas_only(geometry: shapely.Geometry) -> shapely.Geometry:
    """The polygons of a geometry, without the lines and points a repair may leave."""
    parts = shapely.get_parts(shapely.get_parts(geometry))
    return shapely.MultiPolygon([part for part in parts if part.geom_type == "Polygon"])


def _unwrapped(ring: Ring) -> Ring:
    """Longitudes that run on beyond 180 instead of jumping to -180."""
    longitude = np.unwrap(ring[:, 0], period=360)
    unwrapped = np.column_stack([longitude, ring[:, 1]])
    if abs(longitude[-1] - longitude[0]) < 180:
        return unwrapped
    pole = np.copysign(90, ring[:, 1].mean())
    return np.vstack([unwrapped, [longitude[-1], pole], [longitude[0], pole], unwrapped[:1]])


def _beside(hole: Ring, outer: Ring) -> Ring:
    """The hole on the same turn around the globe as its outer ring."""
    turns = np.round((outer[:, 0].mean() - hole[:, 0].mean()) / 360)
    return np.column_stack([hole[:, 0] + 360 * turns, hole[:, 1]])


def whole(geometry: shapely.Geometry) -> shapely.Geometry:
    """Parts the antimeridian cut are one again, beyond 180° east, so that a map draws no border there."""
    west, _, east, _ = shapely.bounds(shapely.get_parts(geometry)).T
    moved = (west <= -180) & (east < 180)
    if not moved.any():
        return geometry
    parts = shapely.get_parts(geometry)
    beyond = [shapely.affinity.translate(part, 360) for part in parts[moved]]
    return areas_only(shapely.union_all([*parts[~moved], *beyond]))
