"""Customers per inhabitant: what is usual at a distance from a store, and what a small place really says."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
BANDS_KM = (2.0, 5.0, 10.0, 20.0, 35.0, 50.0, 75.0, 100.0, 150.0, 250.0)
"""Places between two of these distances are equally far from a store."""


@dataclass(frozen=True)
class Penetration:
    """Parallel arrays of shape (places,), in customers per 1,000 inhabitants."""

    raw: Floats
    shrunk: Floats  # pulled toward the mean of its band, the more the smaller the place
    expected: Floats  # median of the places equally far from a store
    index: Floats  # shrunk / expected; NaN where nothing is expected


def penetration(customers: ArrayLike, population: ArrayLike, store_km: ArrayLike) -> Penetration:
    """Compare each place with places equally far from a store.

    customers, population, store_km : shape (places,); population > 0.

    Shrinkage is the empirical Bayes estimator of Marshall (1991), Mapping disease and mortality rates using empirical
    Bayes estimators, Applied Statistics 40(2), within each band of distance.
    """
    n, people = np.asarray(customers, float), np.asarray(population, float)
    band = np.digitize(np.asarray(store_km, float), BANDS_KM)
    rate = n / people
    shrunk, expected = rate.copy(), np.zeros_like(rate)
    for members in (np.flatnonzero(band == b) for b in np.unique(band)):
        shrunk[members] = _shrunk(n[members], people[members])
        expected[members] = np.median(rate[members])
    with np.errstate(divide="ignore", invalid="ignore"):
        index = np.where(expected > 0, shrunk / expected, np.nan)
    return Penetration(1000 * rate, 1000 * shrunk, 1000 * expected, index)


def _shrunk(n: Floats, people: Floats) -> Floats:
    """Rates of one band, each between its own and the band's mean."""
    mean = n.sum() / people.sum()
    rate = n / people
    spread = float(np.sum(people * (rate - mean) ** 2) / people.sum())
    between = max(0.0, spread - mean / float(people.mean()))
    if between == 0:
        return np.full_like(rate, mean)
    return np.asarray(mean + between / (between + mean / people) * (rate - mean))
