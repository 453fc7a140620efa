"""Cuts amounts into the classes of a colour scale, at their real quantiles."""

from bisect import bisect_right
from collections.abc import Sequence

MOST = 5


def lower_bounds(values: Sequence[float]) -> list[float]:
    """Smallest value of each class, lowest class first: fifths of the values, fewer where they repeat."""
    ordered = sorted(values)
    cuts = (ordered[len(ordered) * part // MOST] for part in range(MOST)) if ordered else ()
    return list(dict.fromkeys(cuts))


def class_of(value: float, bounds: Sequence[float]) -> int:
    """Class of a value, counted from 0."""
    return max(bisect_right(bounds, value) - 1, 0)
