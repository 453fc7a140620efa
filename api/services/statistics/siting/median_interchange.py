"""Good medians at once: greedy, then one site exchanged after the other."""

import numpy as np
from scipy.sparse import csr_array

from api.services.statistics.distance import Floats


def greedy_median(costs: Floats, base: Floats, count: int) -> list[int]:
    """Sites in the order in which they save most; of tied sites the smallest index.

    costs : shape (sites, demand), what it costs to serve a demand from a site, in whole units.
    base : shape (demand,), what it costs from the sites that are open anyway.
    """
    served, chosen = base, list[int]()
    for _ in range(count):
        total = np.minimum(costs, served).sum(axis=1)
        total[chosen] = np.inf
        chosen.append(int(total.argmin()))
        served = np.minimum(served, costs[chosen[-1]])
    return chosen


def interchanged(costs: Floats, base: Floats, chosen: list[int]) -> list[int]:
    """Sites of which no single one can be exchanged for a better one; shapes as in `greedy_median`.

    Teitz & Bart (1968), Heuristic Methods for Estimating the Generalized Vertex Median, Operations Research 16(5);
    all exchanges valued at once: Resende & Werneck (2007), A fast swap-based local search procedure for location
    problems, Annals of Operations Research 150.
    """
    sites = list(chosen)
    while sites:
        profit = _profits(costs, base, sites)
        leaving, entering = divmod(int(profit.argmax()), len(costs))
        if profit[leaving, entering] <= 0:
            break
        sites[leaving] = entering
    return sites


def median_cost(costs: Floats, base: Floats, chosen: list[int]) -> float:
    """What it costs to serve all demand from the nearest of the chosen sites and those open anyway."""
    return float(np.minimum(costs[chosen].min(axis=0, initial=np.inf), base).sum())


def _profits(costs: Floats, base: Floats, sites: list[int]) -> Floats:
    """What exchanging the open site k for site j saves; shape (open sites, sites).

    The saving of opening j, less the loss of closing k, plus what both count: demand that leaves k for j.
    """
    demand = np.arange(costs.shape[1])
    serving = np.vstack([costs[sites], base])
    nearest, second = np.argpartition(serving, 1, axis=0)[:2]
    first_cost, second_cost = serving[nearest, demand], serving[second, demand]
    opening = np.maximum(first_cost - costs, 0).sum(axis=1)
    closing = np.bincount(nearest, second_cost - first_cost, minlength=len(serving))
    served_by = csr_array((np.ones(len(demand)), (nearest, demand)), shape=(len(serving), len(demand)))
    both = served_by @ np.maximum(second_cost - np.maximum(costs, first_cost), 0).T
    profit = np.asarray(opening - closing[:, None] + both)[:-1]
    profit[:, sites] = -np.inf
    return profit
