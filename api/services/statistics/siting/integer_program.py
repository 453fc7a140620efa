"""Integer programs, solved by HiGHS."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike
from scipy.optimize import Bounds, LinearConstraint, milp

from api.services.statistics.distance import Floats

Status = Literal["optimal", "impossible", "unfinished"]
STATUS: dict[int, Status] = {0: "optimal", 2: "impossible"}


@dataclass(frozen=True)
class Solution:
    """What HiGHS found and proved."""

    status: Status
    values: Floats | None  # shape (variables,); None without a solution
    bound: float  # no solution costs less; −inf if nothing was proved


def least_cost(
    costs: Floats,
    constraints: list[LinearConstraint],
    whole: ArrayLike,
    time_limit_s: float,
) -> Solution:
    """Minimise Σ costs · values, each value from 0 to 1, within the constraints; HiGHS's usual 0.01 % is not enough.

    costs, whole : shape (variables,); whole : whether the variable is 0 or 1 and nothing between.

    Huangfu & Hall (2018), Parallelizing the dual revised simplex method, Mathematical Programming Computation 10(1).
    """
    found = milp(
        costs,
        integrality=np.asarray(whole, dtype=np.int64),
        bounds=Bounds(0, 1),
        constraints=constraints,
        options={"mip_rel_gap": 0.0, "time_limit": max(0.0, time_limit_s)},
    )
    bound = found.mip_dual_bound
    return Solution(STATUS.get(found.status, "unfinished"), found.x, -np.inf if bound is None else float(bound))
