"""Where the next stores reach the most demand that no store reaches yet."""

from dataclasses import dataclass
from time import perf_counter
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from api.services.statistics.distance import Floats, Indices
from api.services.statistics.siting.coverage import Coverage, coverage, is_covered, places
from api.services.statistics.siting.covering_bound import covering_dual
from api.services.statistics.siting.covering_exact import Covering, exact_covering
from api.services.statistics.siting.covering_greedy import greedy_covering, ranked, reached
from api.services.statistics.siting.whole_weights import least_gain, whole_weights

GREEDY_WORK = 6e7  # pairs looked at for the bound of the greedy answer: about half a second
MOST_GREEDY_STEPS = 150


@dataclass(frozen=True)
class Sites:
    """The next stores in rank order, and how good they provably are."""

    chosen: Indices  # candidates, the one that gains most first; fewer than asked where nothing is left to gain
    gained: Floats  # weight each adds to what the existing stores and those before it cover
    covered_before: float
    covered_after: float
    bound: float  # no set of as many candidates gains more
    gap: float  # (bound − gained) / bound; 0 where proved optimal
    method: Literal["greedy", "exact", "exact (time limit)"]
    seconds: float


def maximal_covering(  # noqa: PLR0913 - each is a part of the question
    demand: ArrayLike,
    weights: ArrayLike,
    candidates: ArrayLike,
    existing: ArrayLike,
    radius_km: float,
    count: int,
    *,
    exact: bool = False,
    time_limit_s: float = 10.0,
) -> Sites:
    """The `count` candidates that together cover the most weight besides the existing stores (MCLP).

    demand : shape (demand, 2), latitude and longitude in degrees; weights : shape (demand,), customers or money.
    candidates, existing : shape (candidates, 2) and (stores, 2), degrees; whatever lacks coordinates takes no part.
    exact : look for the proved optimum until `time_limit_s`, instead of the greedy answer at once.

    Of tied candidates the smallest index is chosen; weights add up without rounding, so on every machine.
    The optimum is proved to one unit (a customer, a cent), or to a billionth of all weight where units are smaller.

    Church & ReVelle (1974), The maximal covering location problem, Papers of the Regional Science Association 32.
    """
    start = perf_counter()
    weight = whole_weights(weights)
    before = is_covered(demand, existing, radius_km)
    uncovered = np.flatnonzero(~before & (weight.counts > 0))
    covers, counts = coverage(candidates, places(demand)[uncovered], radius_km), weight.counts[uncovered]
    answer = _answer(covers, counts, count, start + time_limit_s if exact else None)
    chosen, gained = ranked(covers, counts, answer.sites)
    gain = float(gained.sum())
    bound = gain if answer.proved else max(gain, float(np.floor(answer.bound + 1e-4)))
    return Sites(
        chosen=np.array(chosen, dtype=np.int64),
        gained=weight.weight(gained),
        covered_before=float(weight.weight(weight.counts[before].sum())),
        covered_after=float(weight.weight(weight.counts[before].sum() + gain)),
        bound=float(weight.weight(bound)),
        gap=(bound - gain) / bound if bound > 0 else 0.0,
        method="greedy" if not exact else "exact" if answer.proved else "exact (time limit)",
        seconds=perf_counter() - start,
    )


def _answer(covers: Coverage, counts: Floats, count: int, until: float | None) -> Covering:
    """Greedy sites with the tighter of two bounds, or the exact ones where there is a time limit."""
    count = min(count, covers.shape[0])
    chosen, bound = greedy_covering(covers, counts, count)
    if bound < reached(covers, counts, chosen) + least_gain(float(counts.sum())):
        return Covering(chosen, bound, proved=True)
    if until is not None:
        return exact_covering(covers, counts, chosen, until)
    steps = int(min(MOST_GREEDY_STEPS, GREEDY_WORK / covers.nnz))
    dual = covering_dual(covers, counts, chosen, steps)
    return Covering(chosen, min(bound, dual.bound), proved=False)
