"""All areas of the world as one coverage: neighbours share their border exactly, nothing overlaps."""

import numpy as np
import shapely

from data.geography.making.antimeridian import areas_only
from data.geography.making.area import degrees, equal_area
from data.geography.making.states import Area

SNAP_DEGREES = 0.0001
GAP_DEGREES = 0.05  # between the borders of two sources; real lakes are wider


def joined(areas: list[Area], gap_degrees: float = GAP_DEGREES) -> list[Area]:
    """The areas without overlaps and slivers; of two that overlap the first keeps the land."""
    cleaned = shapely.coverage_clean(  # type: ignore[attr-defined]  # newer than the type stubs
        np.array([area.geometry for area in areas]),
        gap_width=gap_degrees,
        snapping_distance=SNAP_DEGREES,
        merge_strategy="min_index",
    )
    return _with_geometry(areas, cleaned)


def simplified(areas: list[Area], tolerance_km: list[float]) -> list[Area]:
    """The areas with fewer vertices, still a coverage; a shared border is as fine as the finer of its neighbours.

    Visvalingam & Whyatt (1993), Line generalisation by repeated elimination of points, Cartographic Journal 30(1).
    """
    flat = np.array([equal_area(area.geometry) for area in areas])
    tolerance = np.array(tolerance_km)
    borders, rough = [], np.empty(len(areas), dtype=object)
    for step in np.unique(tolerance):
        coverage = shapely.coverage_simplify(flat, step)
        own, finer = coverage[tolerance == step], coverage[tolerance < step]
        borders.append(shapely.difference(_borders(own), _borders(finer)))
        rough[tolerance == step] = own
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(shapely.union_all(borders))))
    owner = _owner(faces, rough, tolerance)
    merged = [shapely.union_all(faces[owner == index]) for index in range(len(areas))]
    return _with_geometry(areas, [degrees(geometry) for geometry in merged])


def dissolved(areas: list[Area], country: str, name: str) -> Area:
    """The country its states make up."""
    return Area(country, "", name, shapely.union_all([area.geometry for area in areas if area.country == country]))


def _borders(geometries: np.ndarray) -> shapely.Geometry:
    return shapely.union_all(shapely.boundary(geometries))


def _owner(faces: np.ndarray, rough: np.ndarray, tolerance: np.ndarray) -> np.ndarray:
    """Index of the area each face belongs to, -1 for water; where two claim it, the finer knows better."""
    face, claimant = shapely.STRtree(rough).query(shapely.point_on_surface(faces), predicate="within")
    coarse_first = np.argsort(-tolerance[claimant], kind="stable")
    owner = np.full(len(faces), -1)
    owner[face[coarse_first]] = claimant[coarse_first]
    return owner


def _with_geometry(areas: list[Area], geometries: list[shapely.Geometry] | np.ndarray) -> list[Area]:
    changed = [area._replace(geometry=areas_only(new)) for area, new in zip(areas, geometries, strict=True)]
    return [area for area in changed if not shapely.is_empty(area.geometry)]
