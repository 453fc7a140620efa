"""Round bins for histograms."""

from dataclasses import dataclass
from itertools import count

_ROUND = (1, 2, 5)


@dataclass(frozen=True)
class Bins:
    """Bins of equal width: bin i holds start + i·width <= value < start + (i + 1)·width, the last one all above."""

    start: int
    width: int
    number: int

    def edges(self, i: int) -> tuple[int, int]:
        """Lower and upper edge of bin i."""
        return self.start + i * self.width, self.start + (i + 1) * self.width

    @property
    def last(self) -> int:
        """Index of the last bin."""
        return self.number - 1


def round_bins(low: int, high: int, top: int, most: int, step: int = 1) -> Bins:
    """Choose at most `most` bins from `low` to about `high`, with round edges: 1, 2 or 5 times a power of 10.

    low, high, top : smallest value, the value up to which bins are told apart, largest value; whole numbers.
    step : smallest width.
    """
    widths = (step * factor * 10**power for power in count() for factor in _ROUND)
    width = next(width for width in widths if high < low // width * width + most * width)
    start = low // width * width
    return Bins(start, width, min(most, (top - start) // width + 1))
