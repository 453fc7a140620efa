"""Distances on the sphere, and the nearest of many stores."""

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.spatial import cKDTree

Floats = NDArray[np.float64]
Indices = NDArray[np.int64]

EARTH_RADIUS_KM = 6371.0088
TIE_KM = 1e-9  # stores this close to equally far are tied
TIE_CHORD = 1e-12  # radii; well above the rounding of a chord, so that no tie is overlooked


def haversine_km(
    latitude_1: ArrayLike, longitude_1: ArrayLike, latitude_2: ArrayLike, longitude_2: ArrayLike
) -> Floats:
    """Great-circle distance between points.

    latitude_1 … longitude_2 : arrays that broadcast together, in degrees.
    Returns their broadcast shape, in km; NaN where a coordinate is NaN.

    Sinnott (1984), Virtues of the Haversine, Sky and Telescope 68(2).
    """
    phi_1, lambda_1, phi_2, lambda_2 = (
        np.radians(degrees) for degrees in (latitude_1, longitude_1, latitude_2, longitude_2)
    )
    a = np.sin((phi_2 - phi_1) / 2) ** 2 + np.cos(phi_1) * np.cos(phi_2) * np.sin((lambda_2 - lambda_1) / 2) ** 2
    return np.asarray(2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.minimum(1, a))))


def nearest(
    latitude: ArrayLike, longitude: ArrayLike, store_latitude: ArrayLike, store_longitude: ArrayLike
) -> tuple[Indices, Floats]:
    """The nearest store of each point, and how far it is.

    latitude, longitude : arrays of shape (points,), in degrees.
    store_latitude, store_longitude : arrays of shape (stores,), in degrees; one without coordinates is never nearest.
    Returns two arrays of shape (points,): index of the store, distance in km.
    Of tied stores the smallest index is nearest. A point without coordinates, or without any store, gets -1 and NaN.

    Chords of the unit sphere order points as great circles do, so a k-d tree finds the store:
    Bentley (1975), Multidimensional binary search trees used for associative searching, CACM 18(9).
    """
    points = np.column_stack([_floats(latitude), _floats(longitude)])
    stores = np.column_stack([_floats(store_latitude), _floats(store_longitude)])
    index, km = np.full(len(points), -1, dtype=np.int64), np.full(len(points), np.nan)
    placed, located = np.isfinite(points).all(axis=1), np.flatnonzero(np.isfinite(stores).all(axis=1))
    if placed.any() and located.size:
        found = _nearest_index(points[placed], stores[located])
        index[placed] = located[found]
        km[placed] = haversine_km(*points[placed].T, *stores[index[placed]].T)
    return index, km


def _floats(values: ArrayLike) -> Floats:
    return np.asarray(values, dtype=np.float64)


def _nearest_index(points: Floats, stores: Floats) -> Indices:
    """Index of the nearest store; points, stores : shape (n, 2), latitude and longitude in degrees."""
    sites, first = np.unique(stores, axis=0, return_index=True)
    tree, vectors = cKDTree(_unit_vectors(sites), leafsize=32), _unit_vectors(points)
    chord, site = tree.query(vectors, k=range(1, min(2, len(sites)) + 1), workers=-1)
    index = np.asarray(first[site[:, 0]])
    rivals, candidates = np.flatnonzero(chord[:, -1] - chord[:, 0] <= TIE_CHORD), 2
    while rivals.size and len(sites) > 1:
        candidates = min(2 * candidates, len(sites))
        chord, site = tree.query(vectors[rivals], k=candidates, workers=-1)
        index[rivals] = _first_of_tied(points[rivals], stores, first[site])
        still_tied = chord[:, -1] - chord[:, 0] <= TIE_CHORD
        rivals = rivals[still_tied & (candidates < len(sites))]
    return index


def _first_of_tied(points: Floats, stores: Floats, candidates: Indices) -> Indices:
    """Smallest index among the candidates, shape (points, k), that are as near as the nearest."""
    km = haversine_km(points[:, :1], points[:, 1:], stores[candidates, 0], stores[candidates, 1])
    tied = km <= km.min(axis=1, keepdims=True) + TIE_KM
    return np.asarray(np.where(tied, candidates, len(stores)).min(axis=1))


def _unit_vectors(points: Floats) -> Floats:
    phi, lambda_ = np.radians(points).T
    return np.column_stack([np.cos(phi) * np.cos(lambda_), np.cos(phi) * np.sin(lambda_), np.sin(phi)])
