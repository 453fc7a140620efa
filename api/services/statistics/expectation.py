"""What the last period should have brought, judged by the periods before it."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import stats
from scipy.special import gammaincc

from api.services.statistics.scale import robust_deviation

Floats = NDArray[np.float64]
Indices = NDArray[np.int64]

LEAST_HISTORY = 12  # periods that the last one is compared with
STEADIEST = 0.01  # no shop's figures spread less than 1 % of their level
_EFFICIENCY = 0.8  # of the spread, as a share of the degrees of freedom


class Outlook(NamedTuple):
    """What was expected of the last period, how far below it fell, and how likely that is by chance."""

    expected: float
    z: float
    p_value: float


class Year(NamedTuple):
    """How the past is looked at, in periods: how many make a year, how many on each side of the year before are
    averaged with it, and how many past ones the last is compared with at most.
    """

    season: int
    smoothing: int
    window: int

    def tested(self, periods: int) -> Indices:
        """Periods with a year before."""
        return np.arange(max(self.season + self.smoothing, periods - 1 - self.window), periods)

    def before(self, values: Floats, periods: Indices) -> Floats:
        """Mean around the same period of the year before."""
        sums = np.concatenate([[0.0], np.cumsum(values)])
        first, last = periods - self.season - self.smoothing, periods - self.season + self.smoothing
        return np.asarray((sums[last + 1] - sums[first]) / (2 * self.smoothing + 1))


def from_own_year(values: ArrayLike, year: Year) -> Outlook | None:
    """Expect of the last period what it brought a year before, times how the past periods grew on their years before.

    values : shape (periods,), not negative; the last one is tested.
    None with fewer than LEAST_HISTORY past periods to compare with.
    """
    x = np.asarray(values, dtype=np.float64)
    tested = year.tested(len(x))
    return _outlook(x[tested], year.before(x, tested)) if len(tested) else None


def from_growth_of_the_others(values: ArrayLike, others: ArrayLike, year: Year) -> Outlook | None:
    """Expect of the last period what it brought a year before, grown as the others grew since, in the usual proportion.

    values, others : shape (periods,), not negative; the last one is tested.
    None with fewer than LEAST_HISTORY past periods to compare with.
    """
    x, rest = (np.asarray(series, dtype=np.float64) for series in (values, others))
    tested = year.tested(len(x))
    if not len(tested):
        return None
    base = year.before(rest, tested)
    growth = np.divide(rest[tested], base, out=np.zeros(len(tested)), where=base > 0)
    return _outlook(x[tested], year.before(x, tested) * growth)


def from_the_others(values: ArrayLike, others: ArrayLike, year: Year) -> Outlook | None:
    """Expect of the last period the usual proportion to what the others brought in it.

    values, others : shape (periods,), not negative; the last one is tested.
    None with fewer than LEAST_HISTORY past periods to compare with.
    """
    x, rest = (np.asarray(series, dtype=np.float64)[-year.window - 1 :] for series in (values, others))
    return _outlook(x, rest) if len(x) else None


def _outlook(values: Floats, reference: Floats) -> Outlook | None:
    """Compare the last value with its reference, in the proportion of the values before to theirs.

    Square roots make the spread of sums of purchases the same at every level: Bartlett (1936), Supplement to the JRSS
    3(1). Proportion and offset are medians, the spread is Qn, so that a few odd periods do not move them. One-sided
    p-value of Student's t with 0.8 (n - 1) degrees of freedom, allowing for the error of a median of n.
    """
    known = reference > 0
    if not known[-1] or known.sum() < LEAST_HISTORY + 1:
        return None
    y, s = np.sqrt(values[known]), np.sqrt(reference[known])
    proportion = np.median(y[:-1] / s[:-1])
    residual = y - proportion * s
    offset, n = np.median(residual[:-1]), len(y) - 1
    level = max(0.0, float(proportion * s[-1] + offset))
    spread = max(robust_deviation(residual[:-1]), level * STEADIEST / 2)  # half of it on the scale of roots
    if spread == 0:
        return None
    z = float((residual[-1] - offset) / (spread * np.sqrt(1 + np.pi / (2 * n))))
    by_spread = float(stats.t.cdf(z, _EFFICIENCY * (n - 1)))
    return Outlook(level**2, z, max(by_spread, _by_chance(y[-1] ** 2, level, spread)))


def _by_chance(value: float, level: float, spread: float) -> float:
    """Probability of so few purchases or fewer, as if all were equal in size and came by chance (Poisson).

    Of rare sales the roots are not normal: where three are usual, none at all is nothing strange. Their usual number
    follows from mean and variance of their sum, and 4 spread² is variance over mean.
    """
    if level == 0:
        return 1.0
    usual = (level / (2 * spread)) ** 2
    return float(gammaincc(usual * value / level**2 + 1, usual))
