"""A robust measure of spread."""

import numpy as np
from numpy.typing import ArrayLike

_NORMAL = 2.2219  # makes Qn the standard deviation of normal values
_SMALL = {2: 0.399, 3: 0.994, 4: 0.512, 5: 0.844, 6: 0.611, 7: 0.857, 8: 0.669, 9: 0.872}


def robust_deviation(values: ArrayLike) -> float:
    """Standard deviation that half the values cannot spoil: Qn, about the lower quartile of all distances.

    values : shape (n,), at least 2.
    For normal values 82 % as efficient as the ordinary one, the median absolute deviation 37 %.

    Rousseeuw & Croux (1993), Alternatives to the Median Absolute Deviation, JASA 88(424), with their corrections for
    small n.
    """
    x = np.asarray(values, dtype=np.float64)
    n = len(x)
    rows, columns = np.triu_indices(n, 1)
    half = n // 2 + 1
    place = half * (half - 1) // 2 - 1
    correction = _SMALL.get(n) or (n / (n + 1.4) if n % 2 else n / (n + 3.8))
    return float(_NORMAL * correction * np.partition(np.abs(x[rows] - x[columns]), place)[place])
