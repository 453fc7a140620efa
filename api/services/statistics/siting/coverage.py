"""Which demand lies within reach of which site."""

from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.sparse import csr_array
from scipy.spatial import cKDTree

from api.services.statistics.distance import EARTH_RADIUS_KM, TIE_CHORD, Floats, _unit_vectors

Coverage: TypeAlias = csr_array  # shape (sites, demand); 1.0 where a site covers the demand
MOST_PAIRS = 15_000_000  # a pair takes 12 bytes and a server has 512 MB
SITES_AT_ONCE = 256


class TooManyPairs(ValueError):
    """So much demand lies within reach of so many sites that the answer would not fit into memory."""

    def __init__(self, pairs: int) -> None:
        super().__init__(
            f"{pairs:,} pairs of demand and site lie within the radius, {MOST_PAIRS:,} fit: "
            "choose a smaller radius, coarser cells or fewer candidates."
        )


def coverage(sites: ArrayLike, demand: ArrayLike, radius_km: float) -> Coverage:
    """Who covers whom.

    sites, demand : arrays of shape (sites, 2) and (demand, 2), latitude and longitude in degrees.
    radius_km : distance up to which a site covers; 6 µm more still count, so that rounding never decides.
    Returns a sparse matrix of shape (sites, demand) with 1.0 where covered; without coordinates nothing is.
    """
    site_points, demand_points = places(sites), places(demand)
    located, placed = _located(site_points), _located(demand_points)
    starts, columns = _pairs(_unit_vectors(site_points[located]), _unit_vectors(demand_points[placed]), radius_km)
    lengths = np.zeros(len(site_points), dtype=np.int64)
    lengths[located] = np.diff(starts)
    indices, pointers = placed[columns].astype(np.int32), np.concatenate([[0], np.cumsum(lengths)])
    return csr_array(
        (np.ones(len(indices)), indices, pointers.astype(np.int32)), shape=(len(site_points), len(demand_points))
    )


def is_covered(demand: ArrayLike, sites: ArrayLike, radius_km: float) -> NDArray[np.bool_]:
    """Whether any site covers the demand; shapes as in `coverage`, returns shape (demand,)."""
    demand_points, site_points = places(demand), places(sites)
    covered = np.zeros(len(demand_points), dtype=np.bool_)
    placed, located = _located(demand_points), _located(site_points)
    if placed.size and located.size:
        tree = cKDTree(_unit_vectors(site_points[located]))
        chord, _ = tree.query(_unit_vectors(demand_points[placed]), distance_upper_bound=1.01 * _chord(radius_km))
        covered[placed] = chord <= _chord(radius_km)
    return covered


def places(points: ArrayLike) -> Floats:
    """Latitudes and longitudes as floats of shape (points, 2), also when there are none."""
    return np.asarray(points, dtype=np.float64).reshape(-1, 2)


def _located(points: Floats) -> NDArray[np.int64]:
    return np.flatnonzero(np.isfinite(points).all(axis=1))


def _chord(radius_km: float) -> float:
    """Chord on the unit sphere of a radius in km, with the tolerance for ties."""
    if not radius_km >= 0:
        raise ValueError(f"A radius is at least 0 km, not {radius_km}.")
    return float(2 * np.sin(min(radius_km / (2 * EARTH_RADIUS_KM), np.pi / 2)) + TIE_CHORD)


def _pairs(sites: Floats, demand: Floats, radius_km: float) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Demand each site covers, one site after the other: where each site starts, and the demand.

    Blocks of sites keep the 24 bytes which the search needs for a pair out of the memory.
    """
    chord, tree = _chord(radius_km), cKDTree(demand)
    pairs = int(cKDTree(sites).count_neighbors(tree, chord))
    if pairs > MOST_PAIRS:
        raise TooManyPairs(pairs)
    lengths, columns = [np.zeros(1, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    for start in range(0, len(sites), SITES_AT_ONCE):
        block = cKDTree(sites[start : start + SITES_AT_ONCE])
        found = block.sparse_distance_matrix(tree, chord, output_type="ndarray")
        columns.append(found["j"][np.lexsort((found["j"], found["i"]))].astype(np.int32))
        lengths.append(np.bincount(found["i"], minlength=block.n))
    return np.cumsum(np.concatenate(lengths)), np.concatenate(columns)
