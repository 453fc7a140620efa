"""When people become customers: after a store near them opened, many of them at once, the others over the years."""

import numpy as np
from numpy.random import Generator

from data.generating.choice import Reach
from data.generating.clock import Clock
from data.generating.drawing import Floats, Ints, happens
from data.generating.world import Stores

CURIOUS = 0.3  # share that comes for the opening …
CURIOUS_WEEKS = 14  # … within so many weeks, on average


def first_opening(near: Reach, stores: Stores) -> Ints:
    """Day from which each customer has a store within about twice the distance of the nearest one ever."""
    eligible = near.km <= 2 * near.km[:, :1] + 5
    opens = np.maximum(stores.opens[near.store], 0)
    first: Ints = np.where(eligible, opens, np.iinfo(np.int64).max).min(axis=1)
    return first


def join(random: Generator, clock: Clock, opening: Ints) -> Floats:
    """Business time of each customer's first order; NaN where no store opens in time."""
    start = clock.business_time(opening)
    curious = random.exponential(CURIOUS_WEEKS, len(start))
    steady = random.random(len(start)) * (clock.weeks - start)
    wait = np.where(happens(random, CURIOUS, len(start)) & (curious < clock.weeks - start), curious, steady)
    return np.where(opening < clock.days, start + wait, np.nan)


def expected_share(clock: Clock, opening: Ints) -> Floats:
    """Share of a population that has joined by the end, 1 where the store was there from the start."""
    trading = clock.weeks - clock.business_time(opening)
    return CURIOUS * -np.expm1(-trading / CURIOUS_WEEKS) + (1 - CURIOUS) * trading / clock.weeks
