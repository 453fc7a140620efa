"""How orders come in: channel, occasion, coupons, cancellations."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from data.generating.clock import Clock
from data.generating.drawing import Choices, Flags, Ints, happens
from data.generating.orders import Orders

CHANNELS = ("dine-in", "pickup", "delivery", "online")
DINE_IN, PICKUP, DELIVERY, ONLINE = range(4)
DELIVERY_KM = 9.0
NEAR_KM = 3.0
ONLINE_GROWTH = 1.18  # a year

OCCASIONS = ("one", "two", "family", "party")
CANCELLED = 0.015
COUPON = 0.10
COUPON_PERCENT = (10, 15, 20, 25)
COUPON_WEIGHTS = (0.4, 0.25, 0.25, 0.1)

_DAY_PARTS = np.repeat([0, 1, 2, 3], [15, 2, 4, 3])  # lunch until 15, afternoon, evening from 17, late from 21
_CHANNEL_BY_DAY_PART = (
    (0.36, 0.34, 0.14, 0.16),
    (0.28, 0.36, 0.16, 0.20),
    (0.26, 0.28, 0.28, 0.18),
    (0.12, 0.26, 0.44, 0.18),
)
_CHANNEL_BY_DISTANCE = ((1.2, 1.1, 0.8, 0.9), (1.0, 1.0, 1.3, 1.0), (1.1, 1.2, 0.0, 1.4))
_OCCASION_BY_DAY_PART = (
    (0.62, 0.25, 0.11, 0.02),
    (0.40, 0.34, 0.22, 0.04),
    (0.22, 0.38, 0.33, 0.07),
    (0.34, 0.40, 0.16, 0.10),
)
_OCCASION_BY_WEEKDAY = ((1.0, 1.0, 1.0, 1.0), (0.75, 1.0, 1.25, 2.0))


@dataclass(frozen=True)
class Habits:
    """One entry per order; `coupon` in percent."""

    channel: Ints
    occasion: Ints
    coupon: Ints
    live: Flags


def draw_habits(random: Generator, clock: Clock, orders: Orders) -> Habits:
    """Draw how each order comes in."""
    size, part = len(orders.second), _DAY_PARTS[orders.hour]
    weekend = (clock.weekday[orders.day] >= 4).astype(np.int64)  # from Friday on
    coupon = np.array(COUPON_PERCENT)[Choices(COUPON_WEIGHTS).draw_many(random, size)]
    return Habits(
        channel=_channels(clock).draw(random, _channel_context(orders, part)),
        occasion=_occasions().draw(random, part * 2 + weekend),
        coupon=np.where(happens(random, COUPON, size), coupon, 0),
        live=~happens(random, CANCELLED, size),
    )


def _channels(clock: Clock) -> Choices:
    """Contexts: year, distance band, part of the day."""
    years = clock.days // 365 + 1
    growth = np.ones((years, 1, 1, len(CHANNELS)))
    growth[:, 0, 0, ONLINE] = ONLINE_GROWTH ** np.arange(years)
    weights = growth * np.array(_CHANNEL_BY_DISTANCE)[None, :, None] * np.array(_CHANNEL_BY_DAY_PART)[None, None]
    return Choices(weights.reshape(-1, len(CHANNELS)))


def _channel_context(orders: Orders, part: Ints) -> Ints:
    band = np.digitize(orders.km, (NEAR_KM, DELIVERY_KM))
    return (orders.day // 365 * len(_CHANNEL_BY_DISTANCE) + band) * len(_CHANNEL_BY_DAY_PART) + part


def _occasions() -> Choices:
    """Contexts: part of the day, weekend."""
    weights = np.array(_OCCASION_BY_DAY_PART)[:, None] * np.array(_OCCASION_BY_WEEKDAY)[None]
    return Choices(weights.reshape(-1, len(OCCASIONS)))
