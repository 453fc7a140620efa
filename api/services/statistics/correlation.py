"""Correlation of two variables, and the line through them."""

import numpy as np
from numpy.typing import ArrayLike
from scipy.stats import rankdata


def correlations(x: ArrayLike, y: ArrayLike) -> tuple[float | None, float | None]:
    """Correlate values and ranks.

    x, y : arrays of shape (observations,).
    Returns Pearson's and Spearman's coefficient, -1 to 1; None with fewer than three points or where nothing varies.

    Spearman (1904), American Journal of Psychology 15(1); ties share their mean rank.
    """
    a, b = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
    if len(a) < 3 or np.ptp(a) == 0 or np.ptp(b) == 0:
        return None, None
    return _pearson(a, b), _pearson(rankdata(a), rankdata(b))


def _pearson(a: np.ndarray, b: np.ndarray) -> float:
    return float(np.corrcoef(a, b)[0, 1])


def best_fit(x: ArrayLike, y: ArrayLike) -> list[tuple[float, float]] | None:
    """Line of least squares, by its points at the smallest and the largest x.

    x, y : arrays of shape (observations,). None with fewer than three points or where x does not vary.
    """
    a, b = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
    if len(a) < 3 or np.ptp(a) == 0:
        return None
    slope, intercept = np.polyfit(a, b, 1)
    return [(float(end), float(intercept + slope * end)) for end in (a.min(), a.max())]
