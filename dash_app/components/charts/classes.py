"""Cuts amounts into the classes of a colour scale, at their real quantiles."""

from bisect import bisect_right
from collections.abc import Sequence

MOST = 5


def lower_bounds(values: Sequence[float]) -> list[float]:
    """Smallest value of each class, lowest class first: fifths of the values.

    A value that fills more than its class has one of its own; the classes above share what is left.
    """
    left, bounds = sorted(values), list[float]()
    for classes in range(MOST, 0, -1):
        if not left:
            break
        bounds.append(left[0])
        left = left[max(len(left) // classes, bisect_right(left, left[0])) :]
    return bounds


def class_of(value: float, bounds: Sequence[float]) -> int:
    """Class of a value, counted from 0."""
    return max(bisect_right(bounds, value) - 1, 0)
