"""What a day would have been without its holiday."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

WEEKS = 4


def same_weekday_baseline(value: ArrayLike, ordinary: ArrayLike, weeks: int = WEEKS) -> Floats:
    """Mean of the same weekday in the weeks before and after each day, the day itself left out.

    value : shape (days,), consecutive days; ordinary : whether a day may be compared with, same shape.
    weeks : how many before, and how many after.
    Returns shape (days,); NaN where there is no ordinary day to compare with.
    """
    values, usable = np.asarray(value, dtype=np.float64), np.asarray(ordinary, dtype=bool)
    reach = 7 * weeks
    padded = np.pad(np.where(usable, values, np.nan), reach, constant_values=np.nan)
    shifts = [shift for shift in range(-reach, reach + 1, 7) if shift]
    around = np.stack([padded[reach + shift : reach + shift + len(values)] for shift in shifts])
    known = np.isfinite(around)
    sums, counts = np.where(known, around, 0).sum(axis=0), known.sum(axis=0)
    return np.asarray(np.divide(sums, counts, out=np.full(len(values), np.nan), where=counts > 0))
