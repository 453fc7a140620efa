"""Maximal covering solved to the optimum."""

from dataclasses import dataclass, replace
from time import perf_counter

import numpy as np
from scipy.optimize import LinearConstraint
from scipy.sparse import csr_array, hstack, identity

from api.services.statistics.distance import Floats
from api.services.statistics.siting.coverage import Coverage
from api.services.statistics.siting.covering_bound import CoveringDual, covering_dual
from api.services.statistics.siting.covering_exchange import exchanged
from api.services.statistics.siting.covering_greedy import filled, reached, times_covered
from api.services.statistics.siting.covering_reduction import merged, undominated
from api.services.statistics.siting.integer_program import Solution, least_cost
from api.services.statistics.siting.whole_weights import least_gain

MOST_PAIRS_SOLVED = 300_000  # with more, HiGHS runs far over its time limit before it has proved anything
MOST_PAIRS_REDUCED = 1_500_000  # with more, making the program smaller takes longer than solving it
STEPS = 400
SOLVER_TOTAL = 1e6  # what all demand weighs for HiGHS, whose tolerances are absolute


@dataclass(frozen=True)
class Covering:
    """A set of sites and the units no set can exceed."""

    sites: list[int]
    bound: float
    proved: bool


def exact_covering(covers: Coverage, counts: Floats, chosen: list[int], until: float) -> Covering:
    """The best set of as many sites as `chosen`, or the best one found until then.

    covers : shape (sites, demand); counts : shape (demand,), units; until : reading of `perf_counter`.

    The Lagrangian dual shows which sites are in no better set and which in all; HiGHS decides about the rest:
    Church & ReVelle (1974), The maximal covering location problem, Papers of the Regional Science Association 32.
    """
    best = exchanged(covers, counts, chosen)
    now = perf_counter()
    dual = covering_dual(covers, counts, best, STEPS, now + (until - now) / 2)
    best = best if dual.sites == best else exchanged(covers, counts, dual.sites)
    margin = least_gain(float(counts.sum()))
    goal = reached(covers, counts, best) + margin
    forced, free = open_questions(dual, len(best), goal)
    if dual.bound < goal or len(forced) > len(best):
        return Covering(best, goal, proved=True)
    better, bound = _best_of_rest(covers, counts, forced, free, len(best), goal, until)
    best = best if better is None else exchanged(covers, counts, filled(covers, counts, better, len(best)))
    bound = min(dual.bound, bound)
    return Covering(best, bound, bound < reached(covers, counts, best) + margin)


def open_questions(dual: CoveringDual, count: int, goal: float) -> tuple[list[int], list[int]]:
    """Sites that every set reaching the goal contains, and sites that one may contain besides."""
    falling = np.append(-np.sort(-dual.prices), 0.0)
    last_in, first_out = falling[count - 1], falling[count]
    possible = dual.bound - np.maximum(0, last_in - dual.prices) >= goal
    needed = possible & (dual.bound - (dual.prices - first_out) < goal)
    return np.flatnonzero(needed).tolist(), np.flatnonzero(possible & ~needed).tolist()


def _best_of_rest(
    covers: Coverage, counts: Floats, forced: list[int], free: list[int], count: int, goal: float, until: float
) -> tuple[list[int] | None, float]:
    """The best set among those that reach the goal, if one was found, and a bound in units: −∞ if there is none."""
    already, rest = times_covered(covers, forced) > 0, covers[free]
    if rest.nnz > MOST_PAIRS_REDUCED:
        return None, np.inf
    rest, left = merged(rest, np.where(already, 0, counts))
    kept = undominated(rest)
    rest, left = merged(rest[kept], left)
    if rest.nnz > MOST_PAIRS_SOLVED:
        return None, np.inf
    base = float(counts[already].sum())
    if not rest.nnz:
        return forced, base
    solution = _solved(rest, left, count - len(forced), goal - base, until)
    bound = base + solution.bound
    if solution.values is None:
        return None, bound
    chosen = np.flatnonzero(solution.values[: len(kept)] > 0.5)
    return forced + [free[site] for site in kept[chosen]], bound


def _solved(covers: Coverage, counts: Floats, count: int, goal: float, until: float) -> Solution:
    """Church & ReVelle's program: max Σ n_i z_i, z_i ≤ Σ_j a_ij y_j, Σ y ≤ count, Σ n_i z_i ≥ goal."""
    sites, demand = covers.shape
    scale = SOLVER_TOTAL / counts.sum()
    gains = np.concatenate([np.zeros(sites), scale * counts])
    opened = np.concatenate([np.ones(sites), np.zeros(demand)])
    solution = least_cost(
        -gains,
        [
            LinearConstraint(hstack([-covers.T, identity(demand)]).tocsr(), ub=0),
            LinearConstraint(csr_array(opened[None]), ub=count),
            LinearConstraint(csr_array(gains[None]), lb=scale * goal),
        ],
        whole=opened,
        time_limit_s=until - perf_counter(),
    )
    return replace(solution, bound=-np.inf if solution.status == "impossible" else -solution.bound / scale)
