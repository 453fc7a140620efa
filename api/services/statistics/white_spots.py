"""White spots: demand without a store near."""

import numpy as np
from numpy.typing import ArrayLike, NDArray


def white(store_km: ArrayLike, weight: ArrayLike, radius_km: float, least: float) -> NDArray[np.bool_]:
    """Which cells are white: weight of at least `least` and no store within `radius_km`; arrays of shape (cells,)."""
    return np.asarray((np.asarray(weight, float) >= least) & (np.asarray(store_km, float) > radius_km))
