"""What a new store takes from the stores that are there."""

from dataclasses import dataclass
from math import fsum

import numpy as np
from numpy.typing import ArrayLike

from api.services.statistics.distance import Floats


@dataclass(frozen=True)
class Cannibalisation:
    """Sales of a new store by where they come from."""

    taken: Floats  # shape (stores,): what each store loses to the new one
    new_sales: float  # Σ taken: nobody spends more because of it
    from_own: float
    net: float  # what the chain gains: new_sales − from_own


def cannibalisation(
    before: ArrayLike, after: ArrayLike, budget: ArrayLike, own: ArrayLike | None = None
) -> Cannibalisation:
    """Sales that move when a store opens: Σ_i B_i (P_ik − P'_ik).

    before, after : P and P', shapes (places, stores) and (places, stores + 1), the new store last; rows add up to 1.
    budget : B_i, shape (places,); own : shape (stores,), which stores are the chain's; None: all of them.
    Where all are, the chain gains nothing: include the competitors to see what it gains from them.
    """
    P, P_after = np.asarray(before, dtype=np.float64), np.asarray(after, dtype=np.float64)
    taken = np.asarray(budget, dtype=np.float64) @ (P - P_after[:, :-1])
    ours = np.ones(len(taken), dtype=np.bool_) if own is None else np.asarray(own, dtype=np.bool_)
    new_sales, from_own = fsum(taken), fsum(taken[ours])
    return Cannibalisation(taken, new_sales, from_own, new_sales - from_own)
