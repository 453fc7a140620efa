"""Better covering by exchanging one site at a time."""

import numpy as np

from api.services.statistics.distance import Floats
from api.services.statistics.siting.coverage import Coverage
from api.services.statistics.siting.covering_greedy import demand_of, times_covered


def exchanged(covers: Coverage, counts: Floats, chosen: list[int]) -> list[int]:
    """Sites of which no single one can be exchanged for a better one, or for an equally good one of smaller index.

    covers : shape (sites, demand); counts : shape (demand,), whole numbers; chosen : the sites to start from.

    Teitz & Bart (1968), Heuristic Methods for Estimating the Generalized Vertex Median, Operations Research 16(5).
    """
    sites, times, settled, position = list(chosen), times_covered(covers, chosen), 0, 0
    while settled < len(sites):
        old = sites[position]
        times[demand_of(covers, old)] -= 1
        gains = covers @ np.where(times > 0, 0.0, counts)
        new = int(gains.argmax())
        new = new if gains[new] > gains[old] or new < old else old
        settled = settled + 1 if new == old else 1
        sites[position] = new
        times[demand_of(covers, new)] += 1
        position = (position + 1) % len(sites)
    return sites
