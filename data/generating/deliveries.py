"""How delivery orders travel: confirmed, out of the oven, at the door, against the time promised."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from data.generating.clock import Clock
from data.generating.drawing import Floats, Ints
from data.generating.habits import DELIVERY, Habits
from data.generating.orders import Orders
from data.generating.trouble import Decline

KITCHEN_MINUTES = 15.0
RUSH_MINUTES = 6.0  # more on Friday and Saturday evenings
MINUTES_PER_KM = 3.0
TROUBLED_KITCHEN = 1.6  # factor in a store that is losing customers
NOT_YET = -1


@dataclass(frozen=True)
class Deliveries:
    """Seconds since the first midnight, one entry per order; -1 where it does not apply."""

    approved: Ints
    shipped: Ints
    delivered: Ints
    promised: Ints


def deliver(random: Generator, clock: Clock, orders: Orders, habits: Habits, declines: list[Decline]) -> Deliveries:
    """Draw the way of each delivery; cancelled orders are approved and promised at most."""
    index = np.flatnonzero(habits.channel == DELIVERY)
    sent, live = orders.take(index), habits.live[index]
    approved = sent.second + random.integers(15, 150, len(index))
    shipped = approved + _seconds(_kitchen(random, clock, sent, declines))
    delivered = shipped + _seconds(3 + MINUTES_PER_KM * sent.km * random.lognormal(0, 0.25, len(index)))
    promised = sent.second + _seconds(40 + 5 * np.floor(sent.km / 2))
    shipped, delivered = np.where(live, shipped, NOT_YET), np.where(live, delivered, NOT_YET)
    columns = (_spread(len(orders.second), index, values) for values in (approved, shipped, delivered, promised))
    return Deliveries(*columns)


def late(deliveries: Deliveries) -> Ints:
    """Minutes each order came after the time promised, 0 where in time or not delivered."""
    minutes = (deliveries.delivered - deliveries.promised) // 60
    return np.where(deliveries.delivered == NOT_YET, 0, np.maximum(minutes, 0))


def _kitchen(random: Generator, clock: Clock, sent: Orders, declines: list[Decline]) -> Floats:
    """Minutes in the kitchen."""
    rush = np.isin(clock.weekday[sent.day], (4, 5)) & (sent.hour >= 17) & (sent.hour < 21)
    minutes = (KITCHEN_MINUTES + RUSH_MINUTES * rush) * random.gamma(12, 1 / 12, len(rush))
    for decline in declines:
        minutes[(sent.store == decline.who) & (sent.day >= decline.starts)] *= TROUBLED_KITCHEN
    return minutes


def _seconds(minutes: Floats) -> Ints:
    return np.asarray(minutes * 60).astype(np.int64)


def _spread(size: int, index: Ints, values: Ints) -> Ints:
    spread = np.full(size, NOT_YET)
    spread[index] = values
    return spread
