"""A covering problem made smaller without losing its best answer."""

import numpy as np
from numpy.typing import NDArray

from api.services.statistics.distance import Floats
from api.services.statistics.siting.coverage import SITES_AT_ONCE, Coverage


def merged(covers: Coverage, counts: Floats) -> tuple[Coverage, Floats]:
    """Demand within reach of the same sites as one demand; what nobody reaches or weighs nothing is left out.

    covers : shape (sites, demand); counts : shape (demand,).
    Returns both with fewer demand, in the order of the first of each group.
    """
    by_demand = covers.T.tocsr()
    by_demand.sort_indices()
    reached = np.flatnonzero((np.diff(by_demand.indptr) > 0) & (counts > 0))
    groups: dict[bytes, list[int]] = {}
    for demand in reached:
        sites = by_demand.indices[by_demand.indptr[demand] : by_demand.indptr[demand + 1]]
        groups.setdefault(sites.tobytes(), []).append(int(demand))
    together = np.array([counts[group].sum() for group in groups.values()], dtype=np.float64)
    return covers[:, [group[0] for group in groups.values()]], together


def undominated(covers: Coverage) -> NDArray[np.int64]:
    """Sites whose demand no other site covers wholly; of equal sites the smallest index stays.

    covers : shape (sites, demand). Returns indices of sites.
    """
    reach = np.diff(covers.indptr)
    kept = reach > 0
    for start in range(0, len(reach), SITES_AT_ONCE):
        shared = (covers[start : start + SITES_AT_ONCE] @ covers.T).tocoo()
        site, other = shared.coords[0] + start, shared.coords[1]
        inside = (shared.data == reach[site]) & (site != other)
        kept[site[inside & ((reach[other] > reach[site]) | (other < site))]] = False
    return np.flatnonzero(kept)


def needy(covers: Coverage) -> Coverage:
    """Only demand that is not covered for sure once all other demand is: no other has fewer of the same sites.

    covers : shape (sites, demand), no two demand with the same sites.
    """
    by_demand = covers.T.tocsr()
    choices = np.diff(by_demand.indptr)
    kept = choices > 0
    for start in range(0, len(choices), SITES_AT_ONCE):
        shared = (by_demand[start : start + SITES_AT_ONCE] @ covers).tocoo()
        demand, other = shared.coords[0] + start, shared.coords[1]
        kept[other[(shared.data == choices[demand]) & (choices[other] > choices[demand])]] = False
    return covers[:, np.flatnonzero(kept)]
