"""Who shops where: the gravity model of retail."""

import numpy as np
from numpy.typing import ArrayLike

from api.services.statistics.distance import Floats


class UnfitForHuff(ValueError):
    """Attractions, distances or flows to which the model gives no meaning."""


def huff_probabilities(attraction: ArrayLike, distance: ArrayLike, alpha: float = 1.0, beta: float = 2.0) -> Floats:
    """Probability that the people of a place shop at a store.

    attraction : A_j, shape (stores,), above 0, for example floor space in any unit.
    distance : d_ij, shape (places, stores), in any unit; whoever lives at a store goes nowhere else.
    alpha, beta : how much attraction draws and distance deters; beta is at least 0.
    Returns P_ij = A_j^α d_ij^−β / Σ_k A_k^α d_ik^−β, shape (places, stores); every row adds up to 1.

    Huff (1964), Defining and Estimating a Trading Area, Journal of Marketing 28(3).
    """
    A, d = np.asarray(attraction, dtype=np.float64), np.asarray(distance, dtype=np.float64)
    if not (A > 0).all() or not np.isfinite(A).all():
        raise UnfitForHuff("Attractions are above 0: leave out stores that attract nobody.")
    if not (np.isfinite(d) & (d >= 0)).all() or beta < 0:
        raise UnfitForHuff("Distances are known and, like beta, at least 0: leave out what has no coordinates.")
    nearest = d.min(axis=1, keepdims=True, initial=np.inf)
    times_as_far = np.full_like(d, np.inf)
    np.divide(d, nearest, out=times_as_far, where=nearest > 0)
    times_as_far[d == nearest] = 1
    pull = (A / A.max(initial=0)) ** alpha * times_as_far**-beta
    return np.asarray(pull / pull.sum(axis=1, keepdims=True))


def expected_sales(probabilities: ArrayLike, budget: ArrayLike) -> Floats:
    """Sales each store can expect: E_j = Σ_i P_ij B_i.

    probabilities : shape (places, stores); budget : B_i, shape (places,), what the people of a place spend.
    Returns shape (stores,), in the unit of the budget; together the stores sell what is spent.
    """
    return np.asarray(np.asarray(budget, dtype=np.float64) @ np.asarray(probabilities, dtype=np.float64))
