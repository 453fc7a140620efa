"""Weights whose sums do not depend on the order of adding, so that ties are ties on every machine."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from api.services.statistics.distance import Floats

MOST = 8e15  # below 2^53, up to which floats hold every whole number


class UnfitWeights(ValueError):
    """Weights, or distances, that are negative, missing or infinite."""

    def __init__(self) -> None:
        super().__init__("Weights and distances are finite numbers of at least 0: leave out what has none.")


@dataclass(frozen=True)
class WholeWeights:
    """Weights as whole numbers of one unit."""

    counts: Floats  # as given: how many units each weighs
    per_one: float  # units that make up a weight of 1

    def weight(self, counts: ArrayLike) -> Floats:
        """Counts of units as the weights they stand for."""
        return np.asarray(counts, dtype=np.float64) / self.per_one


def whole_weights(weights: ArrayLike) -> WholeWeights:
    """Weights rounded to a power of ten so small that all of them together keep 15 digits.

    weights : array of any shape, customers or money.
    Ten cents and twenty cents thus weigh exactly as much as thirty, which binary fractions do not.
    The unit is the largest that divides all weights: one customer, one cent.
    """
    given = np.asarray(weights, dtype=np.float64)
    with np.errstate(over="ignore"):
        total = float(given.sum())
    if not (np.isfinite(total) and (given >= 0).all()):
        raise UnfitWeights
    digits = min(300.0, float(np.floor(np.log10(MOST) - np.log10(total)))) if total > 0 else 0.0
    per_one = 10.0**digits
    counts = np.rint(given * per_one)
    unit = max(1.0, float(np.gcd.reduce(counts.astype(np.int64), axis=None, initial=0)))
    return WholeWeights(counts / unit, per_one / unit)


def least_gain(total: float) -> float:
    """Units by which a better answer is better: one, or a billionth of the total where floats can tell no less."""
    return max(1 - 1e-4, 1e-9 * total)
