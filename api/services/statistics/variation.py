"""How much weekly figures swing."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


class Variation(NamedTuple):
    """Mean and standard deviation per week, and the coefficient of variation; arrays of shape (members,)."""

    mean: Numbers
    deviation: Numbers
    coefficient: Numbers


def variation(weeks: NDArray[Any], total: NDArray[Any], squares: NDArray[Any]) -> Variation:
    """Coefficient of variation s / x̄ of each member's weekly figures, with s over n - 1 weeks.

    weeks : shape (members,): number of weeks n, at least 2, those with the figure 0 included.
    total, squares : shape (members,): sum of the weekly figures and of their squares.

    NaN where the mean is 0. Pearson (1896), Regression, Heredity, and Panmixia, Phil. Trans. R. Soc. A 187.
    """
    n, x, x2 = (np.asarray(values, dtype=np.float64) for values in (weeks, total, squares))
    mean = x / n
    deviation = np.sqrt(np.maximum(x2 - x * mean, 0) / (n - 1))
    coefficient = np.divide(deviation, mean, out=np.full_like(mean, np.nan), where=mean != 0)
    return Variation(mean, deviation, coefficient)
