"""What each product costs when: a yearly rise, and trial prices that show how demand answers."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from data.generating.clock import Clock
from data.generating.drawing import Floats, Ints
from data.generating.periods import Periods
from data.generating.world import Menu

YEARLY_RISE = 1.02
TRIAL_FACTORS = (0.80, 0.88, 1.10, 1.18)
TRIAL_DAYS = 56
DAYS_BETWEEN_TRIALS = 280  # on average, per kind of product
QUIET_END_DAYS = 84  # no trial runs when the data ends: the last price is the list price
CHARM_STEP_CENTS = 10


@dataclass(frozen=True)
class Prices:
    """Per period and product: the price in cents, and the demand it leaves (1 at the regular price)."""

    cents: Ints
    demand: Floats


def fixed_prices(periods: Periods, menu: Menu) -> Prices:
    """Prices that never change."""
    shape = (len(periods.first_day), len(menu.cents))
    return Prices(np.broadcast_to(menu.cents, shape), np.ones(shape))


def moving_prices(random: Generator, clock: Clock, periods: Periods, menu: Menu) -> Prices:
    """Prices that rise with the year and are tried out, demand (price / regular price) ** elasticity."""
    years = (clock.first_day + periods.first_day).astype("datetime64[Y]").astype(np.int64)
    regular = menu.cents * (YEARLY_RISE ** (years - years[0]))[:, None]
    trial = _trials(random, clock, int(menu.kind.max()) + 1)[periods.first_day][:, menu.kind]
    cents = _charming(regular * trial)
    return Prices(cents, (cents / regular) ** menu.elasticity)


def _trials(random: Generator, clock: Clock, kinds: int) -> Floats:
    """Factor on the regular price: shape (days, kinds)."""
    factor = np.ones((clock.days, kinds))
    quiet = clock.days - QUIET_END_DAYS
    for kind in range(kinds):
        for start in np.flatnonzero(random.random(clock.days) < 1 / DAYS_BETWEEN_TRIALS):
            monday = start - clock.weekday[start] + 7
            factor[monday : min(monday + TRIAL_DAYS, quiet), kind] = random.choice(TRIAL_FACTORS)
    return factor


def _charming(cents: Floats) -> Ints:
    """Prices end on a nine."""
    return np.maximum(CHARM_STEP_CENTS, np.rint(cents / CHARM_STEP_CENTS).astype(np.int64) * CHARM_STEP_CENTS) - 1
