"""White spots that hold, whatever radius and threshold one draws them with."""

import numpy as np
from numpy.typing import ArrayLike

from api.services.statistics.distance import Floats


def white_spot_stability(
    nearest_km: ArrayLike, weight: ArrayLike, radii_km: ArrayLike, thresholds: ArrayLike
) -> Floats:
    """Share of the settings (radius, threshold, year) under which a cell is white.

    nearest_km : distance to the nearest store, shape (cells,), or (cells, years) where stores open and close; NaN where
    there is no store at all.
    weight : customers or revenue, shape (cells, years), NaN where a year has none.
    radii_km, thresholds : the settings, every radius with every threshold.
    Returns shape (cells,), from 0 to 1. A cell is white where its weight reaches the threshold and its nearest store
    is farther than the radius.
    """
    far = np.nan_to_num(np.asarray(nearest_km, dtype=np.float64), nan=np.inf, posinf=np.inf)
    heavy = np.nan_to_num(np.asarray(weight, dtype=np.float64), nan=-np.inf)
    radii, levels = np.sort(np.ravel(radii_km)), np.sort(np.ravel(thresholds))
    if not radii.size or not levels.size or not heavy.shape[1]:
        raise ValueError("Stability takes at least one radius, one threshold and one year.")
    beyond = np.searchsorted(radii, far.reshape(len(far), -1), side="left")
    reached = np.searchsorted(levels, heavy, side="right")
    return np.asarray((beyond * reached).sum(axis=1) / (len(radii) * len(levels) * heavy.shape[1]))
