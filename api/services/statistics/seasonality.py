"""How the months of the year differ."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

MONTHS = 12


def monthly_indices(month: ArrayLike, value: ArrayLike) -> Floats:
    """Seasonal index of each month of the year, 1 on average.

    month, value : arrays of shape (months,): month of the year, 1 to 12, and value of consecutive whole months.
    Returns shape (12,): January to December; all NaN with fewer than twelve months.

    From 24 months on by ratio to the centred twelve-month moving average, which takes growth out: Macaulay (1931), The
    Smoothing of Time Series, NBER. With fewer, the last twelve months over their own mean, so that growth within that
    year remains.
    """
    months, values = np.asarray(month, dtype=np.int64), np.asarray(value, dtype=np.float64)
    if len(values) < MONTHS or values[-MONTHS:].sum() == 0:
        return np.full(MONTHS, np.nan)
    if len(values) < 2 * MONTHS:
        months, ratios = months[-MONTHS:], values[-MONTHS:] / values[-MONTHS:].mean()
    else:
        months, ratios = _ratios_to_average(months, values)
    known = np.isfinite(ratios)
    means = np.bincount(months[known] - 1, ratios[known], MONTHS) / np.bincount(months[known] - 1, minlength=MONTHS)
    return np.asarray(means / np.nanmean(means))


def _ratios_to_average(months: NDArray[np.int64], values: Floats) -> tuple[NDArray[np.int64], Floats]:
    """Each value over the mean of the year around it, its two ends counted half."""
    weights = np.r_[0.5, np.ones(MONTHS - 1), 0.5] / MONTHS
    average = np.convolve(values, weights, "valid")
    middle = values[MONTHS // 2 : -(MONTHS // 2)]
    ratios = np.divide(middle, average, out=np.full_like(middle, np.nan), where=average > 0)
    return months[MONTHS // 2 : -(MONTHS // 2)], ratios
