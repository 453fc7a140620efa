"""Greedy covering: the site that gains most, then the next."""

import numpy as np
from numpy.typing import NDArray

from api.services.statistics.distance import Floats
from api.services.statistics.siting.coverage import Coverage


def greedy_covering(covers: Coverage, counts: Floats, count: int) -> tuple[list[int], float]:
    """Sites in the order of their gains, and what no `count` sites can exceed.

    covers : shape (sites, demand); counts : shape (demand,), whole numbers; count : sites wanted.
    Fewer sites come back where nothing is left to gain. Of tied sites the smallest index wins.

    At least 1 − 1/e of the optimum: Nemhauser, Wolsey & Fisher (1978), Mathematical Programming 14. The bound,
    what is covered plus the `count` largest gains that remain, holds after every step: Minoux (1978).
    """
    open_counts, chosen, covered, bound = counts.copy(), list[int](), 0.0, np.inf
    while True:
        gains = covers @ open_counts
        bound = min(bound, covered + np.sort(gains)[-count:].sum() if count else 0.0)
        if len(chosen) == count or not gains.any():
            return chosen, float(bound)
        best = int(gains.argmax())
        chosen.append(best)
        covered += float(gains[best])
        open_counts[demand_of(covers, best)] = 0


def filled(covers: Coverage, counts: Floats, chosen: list[int], count: int) -> list[int]:
    """The chosen sites and, up to `count`, those that gain most besides them."""
    more, _ = greedy_covering(covers, np.where(times_covered(covers, chosen) > 0, 0, counts), count - len(chosen))
    return chosen + more


def ranked(covers: Coverage, counts: Floats, chosen: list[int]) -> tuple[list[int], Floats]:
    """The chosen sites by what each adds to those before it, and these gains; sites that add nothing are dropped."""
    rows = sorted(chosen)
    within, _ = greedy_covering(covers[rows], counts, len(rows))
    order = [rows[site] for site in within]
    return order, marginal_gains(covers, counts, order)


def marginal_gains(covers: Coverage, counts: Floats, chosen: list[int]) -> Floats:
    """What each site adds to those before it; shape (chosen,)."""
    open_counts, gains = counts.copy(), np.zeros(len(chosen))
    for rank, site in enumerate(chosen):
        reached = demand_of(covers, site)
        gains[rank] = open_counts[reached].sum()
        open_counts[reached] = 0
    return gains


def reached(covers: Coverage, counts: Floats, chosen: list[int]) -> float:
    """Units that the chosen sites cover together."""
    return float(counts[times_covered(covers, chosen) > 0].sum())


def demand_of(covers: Coverage, site: int) -> NDArray[np.int32]:
    """Indices of the demand one site covers."""
    return np.asarray(covers.indices[covers.indptr[site] : covers.indptr[site + 1]])


def times_covered(covers: Coverage, chosen: list[int]) -> Floats:
    """By how many of the chosen sites each demand is covered; shape (demand,)."""
    reached = [demand_of(covers, site) for site in chosen]
    together = np.concatenate([np.zeros(0, dtype=np.int32), *reached])
    return np.bincount(together, minlength=covers.shape[1]).astype(np.float64)
