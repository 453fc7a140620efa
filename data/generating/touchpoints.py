"""Marketing contacts: some shortly before an order, others for nothing."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from data.generating.drawing import Choices, Ints
from data.generating.orders import GUEST, Orders

CHANNELS = ("email", "sms", "social", "search", "flyer")
CENTS = (1, 4, 14, 45, 32)  # per contact
CHANNEL_WEIGHTS = (0.42, 0.14, 0.20, 0.16, 0.08)
BEFORE_AN_ORDER = 0.6
HOURS_AHEAD = (30, 6, 48, 2, 72)  # mean time from contact to order, by channel
PER_ORDER = 0.3


@dataclass(frozen=True)
class Touchpoints:
    """One entry per contact, sorted by time."""

    customer: Ints
    second: Ints
    channel: Ints


def contact(random: Generator, orders: Orders, end: int) -> Touchpoints:
    """Draw contacts with known customers before second `end`."""
    known = np.flatnonzero(orders.customer != GUEST)
    count = round(len(known) * PER_ORDER)
    order = known[random.integers(0, max(1, len(known)), count)]
    channel = Choices(CHANNEL_WEIGHTS).draw_many(random, count)
    ahead = random.exponential(np.array(HOURS_AHEAD)[channel] * 3600.0)
    idle = random.random(count) * end
    second = np.where(random.random(count) < BEFORE_AN_ORDER, orders.second[order] - ahead, idle).astype(np.int64)
    inside = np.flatnonzero(second >= 0)
    by_time = inside[np.argsort(second[inside], kind="stable")]
    return Touchpoints(orders.customer[order[by_time]], second[by_time], channel[by_time])
