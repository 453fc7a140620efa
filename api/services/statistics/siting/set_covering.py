"""The fewest stores that leave nobody out of reach."""

from dataclasses import dataclass
from time import perf_counter
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike
from scipy.optimize import LinearConstraint

from api.services.statistics.distance import Floats, Indices
from api.services.statistics.siting.coverage import Coverage, coverage, is_covered, places
from api.services.statistics.siting.covering_exchange import exchanged
from api.services.statistics.siting.covering_greedy import greedy_covering, ranked
from api.services.statistics.siting.covering_reduction import merged, needy, undominated
from api.services.statistics.siting.integer_program import least_cost


@dataclass(frozen=True)
class CoveringSet:
    """The sites that cover all demand that can be covered."""

    chosen: Indices  # candidates, the one that covers most demand first
    uncoverable: Indices  # demand within reach of no candidate and no existing store; without coordinates neither
    bound: int  # no fewer sites cover the rest
    method: Literal["exact", "exact (time limit)"]
    seconds: float


def location_set_covering(
    demand: ArrayLike,
    candidates: ArrayLike,
    existing: ArrayLike,
    radius_km: float,
    *,
    time_limit_s: float = 10.0,
) -> CoveringSet:
    """The fewest candidates that, with the existing stores, cover every demand that any covers (LSCP).

    demand, candidates, existing : arrays of shape (n, 2), latitude and longitude in degrees.

    Toregas, Swain, ReVelle & Bergman (1971), The location of emergency service facilities, Operations Research 19(6).
    """
    start = perf_counter()
    open_demand = np.flatnonzero(~is_covered(demand, existing, radius_km))
    covers = coverage(candidates, places(demand)[open_demand], radius_km)
    coverable = np.diff(covers.T.tocsr().indptr) > 0
    chosen, bound = fewest_sites(covers, start + time_limit_s)
    order, _ = ranked(covers, np.ones(covers.shape[1]), chosen)
    return CoveringSet(
        chosen=np.array(order, dtype=np.int64),
        uncoverable=open_demand[~coverable],
        bound=bound,
        method="exact" if bound == len(order) else "exact (time limit)",
        seconds=perf_counter() - start,
    )


def fewest_sites(covers: Coverage, until: float, enough: int = 0) -> tuple[list[int], int]:
    """The fewest sites that cover all demand any site covers, and a lower bound; or the fewest found until then.

    covers : shape (sites, demand); until : reading of `perf_counter`.
    enough : so many sites will do: whether there are as few is then all that is proved.
    """
    everyone = np.ones(covers.shape[1])
    greedy, _ = greedy_covering(covers, everyone, covers.shape[0])
    if len(greedy) <= max(1, enough):
        return greedy, min(1, len(greedy))
    at_most = enough or len(greedy) - 1
    kept, rest = _hard_part(covers, everyone)
    apart = demand_apart(rest)
    if apart > at_most:
        return exchanged(covers, everyone, greedy), apart
    solution = least_cost(
        np.ones(len(kept)),
        [LinearConstraint(rest.T.tocsr(), lb=1), LinearConstraint(np.ones((1, len(kept))), ub=at_most)],
        whole=np.ones(len(kept)),
        time_limit_s=until - perf_counter(),
    )
    if solution.status == "impossible":
        return exchanged(covers, everyone, greedy), at_most + 1
    found = greedy if solution.values is None else kept[solution.values > 0.5].tolist()
    bound = len(found) if solution.status == "optimal" else max(apart, int(np.ceil(max(0, solution.bound) - 1e-6)))
    return exchanged(covers, everyone, found), bound


def _hard_part(covers: Coverage, everyone: Floats) -> tuple[Indices, Coverage]:
    """Sites worth considering, and by which of them the demand is covered that is hardest to cover."""
    rest, counts = merged(covers, everyone)
    kept = undominated(rest)
    rest, _ = merged(rest[kept], counts)
    return kept, needy(rest)


def demand_apart(covers: Coverage) -> int:
    """How many demands no two of which any site covers together, found greedily: each needs a site of its own."""
    by_demand = covers.T.tocsr()
    taken, apart = np.zeros(covers.shape[0], dtype=np.bool_), 0
    for demand in np.argsort(np.diff(by_demand.indptr), kind="stable"):
        sites = by_demand.indices[by_demand.indptr[demand] : by_demand.indptr[demand + 1]]
        if not taken[sites].any():
            taken[sites], apart = True, apart + 1
    return apart
