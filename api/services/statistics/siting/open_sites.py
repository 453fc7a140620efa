"""Sites that are open anyway, and sites that may be opened."""

import numpy as np
from numpy.typing import ArrayLike

from api.services.statistics.distance import Floats, Indices


class TooFewSites(ValueError):
    """More sites are to be opened than there are, or none at all would be open."""

    def __init__(self, wanted: int, able: int) -> None:
        super().__init__(f"{wanted} sites cannot be opened: {able} can be, and at least one must be open in the end.")


def fixed_and_able(sites: int, fixed: ArrayLike, wanted: int) -> tuple[Indices, Indices]:
    """Indices of the sites open anyway, and of those of which `wanted` are to be opened."""
    always = np.unique(np.asarray(fixed, dtype=np.int64))
    able = np.setdiff1d(np.arange(sites), always)
    if not 0 <= wanted <= len(able) or wanted + len(always) == 0:
        raise TooFewSites(wanted, len(able))
    return always, able


def nearest_open(distance: Floats, opened: Indices) -> Indices:
    """The nearest open site of each demand, the smallest index where tied; distance : shape (demand, sites)."""
    in_order = np.unique(opened)
    return np.asarray(in_order[distance[:, in_order].argmin(axis=1)])
