"""What no set of sites can cover more than: the Lagrangian dual of maximal covering."""

from dataclasses import dataclass
from time import perf_counter

import numpy as np

from api.services.statistics.distance import Floats
from api.services.statistics.siting.ascent import Ascent
from api.services.statistics.siting.coverage import Coverage
from api.services.statistics.siting.covering_greedy import times_covered

PATIENCE = 8


@dataclass
class CoveringDual:
    """The best bound found, and what it says of each site."""

    bound: float  # units that `count` sites cover at most
    prices: Floats  # shape (sites,): units of demand each site is credited with there
    sites: list[int]  # the best set met on the way
    value: float  # units it covers

    def see(self, bound: float, prices: Floats, sites: list[int], value: float) -> None:
        """Keep what is better than before."""
        if bound < self.bound:
            self.bound, self.prices = bound, prices
        if value > self.value:
            self.sites, self.value = sites, value


def covering_dual(
    covers: Coverage, counts: Floats, chosen: list[int], steps: int, until: float = np.inf
) -> CoveringDual:
    """Bound from above what as many sites as `chosen` can cover.

    covers : shape (sites, demand); counts : shape (demand,), units n_i; chosen : a good set, at least one site.
    steps, until : the search ends after so many steps, or at this reading of `perf_counter`.

    Demand i sells s_i ≤ n_i of its units to the sites. Whatever the s, Σ (n_i − s_i) + the `count` largest of the
    sites' sums Σ s_i is a bound; each s_i moves in proportion to n_i:
    Galvão & ReVelle (1996), A Lagrangean heuristic for the maximal covering location problem, EJOR 88(1).
    """
    count, value = len(chosen), float(counts[times_covered(covers, chosen) > 0].sum())
    best = CoveringDual(np.inf, np.zeros(covers.shape[0]), chosen, value)
    ascent, sold = Ascent(PATIENCE), counts
    for _ in range(steps):
        prices = covers @ sold
        top = np.argpartition(prices, -count)[-count:].tolist()
        bound = float((counts - sold).sum() + prices[top].sum())
        times = times_covered(covers, top)
        best.see(bound, prices, top, float(counts[times > 0].sum()))
        if best.bound < best.value + 1 or ascent.ended or perf_counter() > until:
            break
        direction = ascent.towards(1 - times, lowest=sold <= 0, highest=sold >= counts)
        step = ascent.step(-bound, -0.9999 * value, float((counts * direction) @ direction))
        sold = np.clip(sold + step * counts * direction, 0, counts)
    return best
