"""What no medians can cost less than: the Lagrangian dual of the p-median."""

from dataclasses import dataclass
from time import perf_counter

import numpy as np

from api.services.statistics.distance import Floats, Indices
from api.services.statistics.siting.ascent import Ascent

AIM = 1.0005  # of the best known cost: what the bound is driven to


@dataclass(frozen=True)
class MedianDual:
    """The best bound found, and what it says of each site."""

    bound: float  # units that `count` sites cost at least
    offers: Floats  # shape (demand,): what each demand offers to be served
    losses: Floats  # shape (sites,): cost less the offers of those a site serves with a profit, at most 0
    sites: Indices  # the `count` sites that profit most


@dataclass(frozen=True)
class Effort:
    """How long a dual is searched for."""

    steps: int
    patience: int
    length: float = 1.0
    until: float = np.inf  # reading of `perf_counter`


def median_dual(costs: Floats, base: Floats, count: int, offers: Floats, goal: float, effort: Effort) -> MedianDual:
    """Bound from below what `count` sites cost besides those open anyway.

    costs, base : shapes (sites, demand) and (demand,), in units, no cost above the base; count : at least 1.
    offers : shape (demand,), where the search starts, at most the base; goal : once the bound exceeds it, it will do.

    Demand i offers u_i ≤ base_i to be served. Σ u_i + the `count` least of the sites' sums Σ_i min(0, c_ij − u_i)
    bounds every set, whatever the u: Cornuejols, Fisher & Nemhauser (1977), Location of bank accounts to optimize
    float, Management Science 23(8).
    """
    cheapest, ascent = costs.min(axis=0), Ascent(effort.patience, effort.length)
    best = MedianDual(-np.inf, offers, np.zeros(len(costs)), np.arange(count))
    paid = np.empty_like(costs)
    for _ in range(effort.steps):
        losses = np.minimum(costs, offers, out=paid).sum(axis=1) - offers.sum()
        top = np.argpartition(losses, count - 1)[:count]
        bound = float(offers.sum() + losses[top].sum())
        if bound > best.bound:
            best = MedianDual(bound, offers, losses, top)
        if best.bound > goal or ascent.ended or perf_counter() > effort.until:
            break
        slope = 1.0 - (costs[top] < offers).sum(axis=0)
        direction = ascent.towards(slope, lowest=offers <= cheapest, highest=offers >= base)
        offers = np.minimum(offers + ascent.step(bound, AIM * goal, float(direction @ direction)) * direction, base)
    return best


def first_offers(costs: Floats, base: Floats, count: int) -> Floats:
    """Where to start: what a site costs that is about half as far as the next open one; shape (demand,)."""
    rank = min(len(costs) - 1, max(1, len(costs) // max(1, 2 * count)))
    return np.asarray(np.minimum(np.partition(costs, rank, axis=0)[rank], base))
