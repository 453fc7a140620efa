"""Where stores stand so that nobody has a long way."""

from dataclasses import dataclass
from time import perf_counter
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike
from scipy.sparse import csr_array

from api.services.statistics.distance import Floats, Indices
from api.services.statistics.siting.open_sites import fixed_and_able, nearest_open
from api.services.statistics.siting.set_covering import fewest_sites


@dataclass(frozen=True)
class Centres:
    """The sites, whom they serve, and how good they provably are."""

    chosen: Indices  # sites in the order of their indices, without the fixed ones; fewer than p where more do not help
    serving: Indices  # shape (demand,): the nearest open site of each, the smallest index where tied
    farthest: float  # longest distance from a demand to its site
    bound: float  # no choice makes it shorter
    gap: float  # (farthest − bound) / farthest; 0 where proved optimal
    method: Literal["exact", "exact (time limit)"]
    seconds: float


def p_centre(distance: ArrayLike, p: int, fixed: ArrayLike = (), *, time_limit_s: float = 30.0) -> Centres:
    """The `p` sites, besides the fixed ones, with the shortest longest distance to the nearest open site.

    distance : shape (demand, sites), any unit; fixed : indices of sites open anyway.

    Bisection over the distinct distances, each asking for the fewest sites that cover all: Minieka (1970), The
    m-center problem, SIAM Review 12(1).
    """
    start = perf_counter()
    far = np.asarray(distance, dtype=np.float64)
    always, able = fixed_and_able(far.shape[1], fixed, p)
    base = far[:, always].min(axis=1, initial=np.inf)
    chosen, bound = _bisected(far[:, able], base, p, start + time_limit_s)
    opened = np.sort(able[chosen])
    serving = nearest_open(far, np.concatenate([always, opened]))
    farthest = float(far[np.arange(len(far)), serving].max(initial=0))
    return Centres(
        chosen=opened,
        serving=serving,
        farthest=farthest,
        bound=min(bound, farthest),
        gap=max(0.0, (farthest - bound) / farthest) if farthest > 0 else 0.0,
        method="exact" if bound >= farthest else "exact (time limit)",
        seconds=perf_counter() - start,
    )


def _bisected(far: Floats, base: Floats, p: int, until: float) -> tuple[list[int], float]:
    """The sites, and a distance that no choice undercuts.

    far : shape (demand, sites); base : shape (demand,), distance to the nearest site that is open anyway.
    """
    capped = np.minimum(far, base[:, None])
    distances = np.unique(np.append(capped, base[np.isfinite(base)]))
    distances = distances[distances >= np.minimum(capped.min(axis=1, initial=np.inf), base).max(initial=0)]
    chosen, low, high = list(range(p)), 0, len(distances) - 1
    while low < high:
        middle = (low + high) // 2
        found, fewest = _within(distances[middle], far, base, p, until)
        if len(found) <= p:
            chosen, high = found, middle
        elif fewest > p:
            low = middle + 1
        else:
            break
    return chosen, float(distances[low]) if len(distances) else 0.0


def _within(radius: float, far: Floats, base: Floats, p: int, until: float) -> tuple[list[int], int]:
    """Sites that leave nobody farther than the radius, at most `p` if so few were found, and how many it takes."""
    covers = csr_array((far[base > radius] <= radius).T.astype(np.float64))
    return fewest_sites(covers, until, enough=p)
