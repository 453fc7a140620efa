"""What spopt and its solver answer to the same questions."""

import numpy as np
import pulp  # type: ignore[import-untyped]
from spopt.locate import LSCP, MCLP, PCenter, PMedian  # type: ignore[import-untyped]

from tests.services.statistics.siting.worlds import Floats

Fixed = tuple[int, ...]


def most_covered(km: Floats, weights: Floats, radius_km: float, count: int) -> float:
    return _value(MCLP.from_cost_matrix(km, weights, radius_km, count))


def fewest_covering(km: Floats, radius_km: float) -> float:
    return _value(LSCP.from_cost_matrix(km, radius_km))


def least_way(km: Floats, weights: Floats, p: int, fixed: Fixed = ()) -> float:
    """Σ weight · distance, of `p` sites besides the fixed ones."""
    predefined = np.isin(np.arange(km.shape[1]), fixed).astype(int) if fixed else None
    return _value(PMedian.from_cost_matrix(km, weights, p + len(fixed), predefined_facilities_arr=predefined))


def shortest_longest_way(km: Floats, p: int) -> float:
    return _value(PCenter.from_cost_matrix(km, p))


def _value(model: MCLP | LSCP | PMedian | PCenter) -> float:
    return float(model.solve(pulp.PULP_CBC_CMD(msg=False, gapRel=0)).problem.objective.value())
