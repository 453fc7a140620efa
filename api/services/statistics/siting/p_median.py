"""Where stores stand so that the way to the nearest is shortest on average."""

from dataclasses import dataclass
from time import perf_counter
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from api.services.statistics.distance import Floats, Indices, haversine_km
from api.services.statistics.siting.coverage import places
from api.services.statistics.siting.median_bound import Effort, first_offers, median_dual
from api.services.statistics.siting.median_interchange import greedy_median, interchanged, median_cost
from api.services.statistics.siting.median_search import MedianSearch
from api.services.statistics.siting.open_sites import fixed_and_able, nearest_open
from api.services.statistics.siting.whole_weights import least_gain, whole_weights

WORK_AT_ONCE = 2e8  # pairs of site and demand looked at for the bound of the answer at once: about half a second
MOST_STEPS = 300


@dataclass(frozen=True)
class Medians:
    """The sites, whom they serve, and how good they provably are."""

    chosen: Indices  # sites in the order of their indices, without the fixed ones
    serving: Indices  # shape (demand,): the nearest open site of each, the smallest index where tied
    cost: float  # Σ weight · distance
    bound: float  # no choice costs less
    gap: float  # (cost − bound) / cost; 0 where proved optimal
    method: Literal["interchange", "exact", "exact (time limit)"]
    seconds: float


def distances_km(demand: ArrayLike, sites: ArrayLike) -> Floats:
    """Distances of shape (demand, sites) between places of shapes (demand, 2) and (sites, 2), in degrees."""
    (latitude, longitude), (site_latitude, site_longitude) = places(demand).T, places(sites).T
    return haversine_km(latitude[:, None], longitude[:, None], site_latitude, site_longitude)


def p_median(
    distance: ArrayLike,
    weights: ArrayLike,
    p: int,
    fixed: ArrayLike = (),
    *,
    exact: bool = False,
    time_limit_s: float = 30.0,
) -> Medians:
    """The `p` sites, besides the fixed ones, with the least sum of weight times distance to the nearest open site.

    distance : shape (demand, sites), any unit; weights : shape (demand,); fixed : indices of sites open anyway.
    exact : look for the proved optimum until `time_limit_s`, instead of a good answer at once.

    The optimum is proved to the last unit of whole numbers, or to a billionth where the costs are fractions.
    Every pair of demand and site takes about 40 bytes: a thousand sites for a few thousand cells are plenty.

    ReVelle & Swain (1970), Central facilities location, Geographical Analysis 2(1).
    """
    start = perf_counter()
    far, weight = np.asarray(distance, dtype=np.float64), np.asarray(weights, dtype=np.float64)
    always, able = fixed_and_able(far.shape[1], fixed, p)
    whole = whole_weights((far * weight[:, None]).T)
    base = whole.counts[always].min(axis=0) if always.size else whole.counts.max(axis=0)
    costs = np.minimum(whole.counts[able], base)
    chosen, bound = _answer(costs, base, p, start + time_limit_s if exact else None)
    cost = median_cost(costs, base, chosen)
    proved = bound > cost - least_gain(cost)
    bound = cost if proved else bound
    opened = np.sort(able[chosen])
    return Medians(
        chosen=opened,
        serving=nearest_open(far, np.concatenate([always, opened])),
        cost=float(whole.weight(cost)),
        bound=float(whole.weight(bound)),
        gap=(cost - bound) / cost if cost > 0 else 0.0,
        method="interchange" if not exact else "exact" if proved else "exact (time limit)",
        seconds=perf_counter() - start,
    )


def _answer(costs: Floats, base: Floats, count: int, until: float | None) -> tuple[list[int], float]:
    """The sites, and what none cost less than: of the search where there is a time limit."""
    chosen = interchanged(costs, base, greedy_median(costs, base, count))
    cost = median_cost(costs, base, chosen)
    if count in (0, len(costs)):
        return chosen, cost
    if until is not None:
        search = MedianSearch(costs, base, chosen, until)
        bound = search.run()
        return search.best, bound
    effort = Effort(steps=int(np.clip(WORK_AT_ONCE / costs.size, 20, MOST_STEPS)), patience=8)
    goal = cost - least_gain(cost)
    return chosen, median_dual(costs, base, count, first_offers(costs, base, count), goal, effort).bound
