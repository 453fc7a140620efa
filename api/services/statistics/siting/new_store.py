"""Whom a new store reaches: people no store reached, and people it is nearer to than their store."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from api.services.statistics.distance import TIE_KM

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Reach:
    """Demand within the radius of a new store, each of shape (demand,); the three parts never overlap."""

    gained: Flags  # no store within the radius so far
    taken: Flags  # a store within the radius, but the new one is nearer
    kept: Flags  # a store within the radius that stays the nearest


def new_store(site_km: ArrayLike, store_km: ArrayLike, radius_km: float) -> Reach:
    """Split the demand within reach of a new store by what it means for the stores that are there.

    site_km, store_km : d_ik to the new store and d_i to the nearest store so far, shape (demand,), km; NaN: no store.
    radius_km : R, how far a store reaches.

    gained: d_ik ≤ R < d_i; taken: d_ik < d_i ≤ R; kept: d_i ≤ d_ik ≤ R. At equal distance people keep their store.
    """
    new = np.asarray(site_km, dtype=np.float64)
    old = np.nan_to_num(np.asarray(store_km, dtype=np.float64), nan=np.inf, posinf=np.inf)
    within, nearer = new <= radius_km, new < old - TIE_KM
    reached = old <= radius_km
    return Reach(within & ~reached, within & reached & nearer, within & reached & ~nearer)
