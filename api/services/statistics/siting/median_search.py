"""The best medians, by branch and bound on a Lagrangian dual."""

from dataclasses import dataclass, replace
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from api.services.statistics.distance import Floats, Indices
from api.services.statistics.siting.median_bound import Effort, MedianDual, first_offers, median_dual
from api.services.statistics.siting.median_interchange import interchanged, median_cost
from api.services.statistics.siting.whole_weights import least_gain

AT_THE_ROOT = Effort(steps=1000, patience=15, length=1.5)
AT_A_BRANCH = Effort(steps=40, patience=6)


@dataclass(frozen=True)
class Branch:
    """All sets that contain the opened sites and choose the others among the free ones."""

    opened: list[int]
    free: Indices
    offers: Floats
    bound: float


class MedianSearch:
    """Looks for the set of `count` sites that costs least besides those open anyway.

    costs, base : shapes (sites, demand) and (demand,), in whole units, no cost above the base.
    chosen : a good set, to be beaten; until : reading of `perf_counter` at which the search ends.

    Beasley (1985), A note on solving large p-median problems, European Journal of Operational Research 21(2), with
    the sites that the bound excludes or demands settled at every branch.
    """

    def __init__(self, costs: Floats, base: Floats, chosen: list[int], until: float) -> None:
        self.costs, self.base, self.until = costs, base, until
        self.count, self.best, self.cost = len(chosen), chosen, median_cost(costs, base, chosen)

    @property
    def goal(self) -> float:
        """What a better set costs at most."""
        return self.cost - least_gain(self.cost)

    def run(self) -> float:
        """Search; returns a cost that no set undercuts, which is the best set's own if the search was finished."""
        start = first_offers(self.costs, self.base, self.count)
        branches = [Branch([], np.arange(len(self.costs)), start, -np.inf)]
        while branches:
            branch = branches.pop()
            branches.extend(self._split(branch))
            if perf_counter() > self.until:
                return min([self.cost, *(left.bound for left in branches)])
        return self.cost

    def _split(self, branch: Branch) -> list[Branch]:
        """What is left of a branch, its most promising part last."""
        count = self.count - len(branch.opened)
        if branch.bound > self.goal:
            return []
        if count == 0 or len(branch.free) <= count:
            self._meet(branch.opened + branch.free[:count].tolist())
            return []
        base = np.minimum(self.base, self.costs[branch.opened].min(axis=0, initial=np.inf))
        costs = np.minimum(self.costs[branch.free], base)
        effort = AT_THE_ROOT if branch.bound == -np.inf else AT_A_BRANCH
        offers = np.minimum(branch.offers, base)
        dual = median_dual(costs, base, count, offers, self.goal, replace(effort, until=self.until))
        self._meet(branch.opened + branch.free[dual.sites].tolist(), polish=branch.bound == -np.inf)
        return [] if dual.bound > self.goal else self._parts(branch, count, dual)

    def _parts(self, branch: Branch, count: int, dual: MedianDual) -> list[Branch]:
        """The branch with its settled sites settled, or its two halves: without its likeliest site, and with it."""
        possible, needed = self._settled(dual, count)
        rest, bound = branch.free[possible & ~needed], max(branch.bound, dual.bound)
        if needed.any():
            opened = branch.opened + branch.free[needed].tolist()
            return [] if needed.sum() > count else [Branch(opened, rest, dual.offers, bound)]
        likeliest = branch.free[int(dual.losses.argmin())]
        others = rest[rest != likeliest]
        without = Branch(branch.opened, others, dual.offers, bound)
        return [without, replace(without, opened=[*branch.opened, int(likeliest)])]

    def _settled(self, dual: MedianDual, count: int) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Free sites that a better set may contain, and those that it must contain."""
        rising = np.sort(dual.losses)
        last_in, first_out = rising[count - 1], rising[count]
        possible = dual.bound + np.maximum(0, dual.losses - last_in) <= self.goal
        return possible, possible & (dual.bound + first_out - dual.losses > self.goal)

    def _meet(self, sites: list[int], polish: bool = False) -> None:
        """Keep a set that is better than the best one, after exchanging what can be exchanged."""
        if polish or median_cost(self.costs, self.base, sites) < self.cost:
            sites = interchanged(self.costs, self.base, sites)
            cost = median_cost(self.costs, self.base, sites)
            if cost < self.cost:
                self.best, self.cost = sites, cost
