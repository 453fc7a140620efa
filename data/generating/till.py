"""Ringing up: prices of the day, coupons, delivery fees, and the few oddities planted on purpose."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from data.generating.basket import Lines
from data.generating.clock import Clock
from data.generating.drawing import Ints
from data.generating.habits import DELIVERY, Habits
from data.generating.orders import Orders
from data.generating.prices import Prices
from data.generating.world import World

DELIVERY_FEES = (("1970-01-01", 299), ("2024-01-01", 399))  # cents, from a day on
ORDERS_PER_OUTLIER = 30_000
OUTLIER_UNITS = (30, 80)
ORDERS_PER_ODD_TOTAL = 5_000
MOST_ODD_CENTS = 500


@dataclass(frozen=True)
class Sales:
    """Money in cents, one entry per line; `first` is the first line of each order, `total` what the order states."""

    lines: Lines
    line_number: Ints
    unit_price: Ints
    discount: Ints
    freight: Ints
    first: Ints
    total: Ints
    outliers: Ints  # orders far larger than people eat
    odd_totals: Ints  # orders whose total differs from their lines, …
    odd_cents: Ints  # … by so much

    @property
    def amount(self) -> Ints:
        """What the goods of each line cost."""
        return self.lines.quantity * self.unit_price - self.discount


def ring_up(
    random: Generator, world: World, prices: Prices, period: Ints, orders: Orders, habits: Habits, lines: Lines
) -> Sales:
    """Price the lines of all orders; `period` is that of each order."""
    count = len(orders.second)
    first = np.searchsorted(lines.order, np.arange(count))
    outliers = _sample(random, np.flatnonzero(habits.live), count // ORDERS_PER_OUTLIER)
    lines.quantity[first[outliers]] = random.integers(*OUTLIER_UNITS, len(outliers), endpoint=True)
    unit_price = prices.cents[period[lines.order], lines.product]
    percent = np.where(np.isin(lines.product, world.menu.mains), habits.coupon[lines.order], 0)
    discount = (lines.quantity * unit_price * percent + 50) // 100
    freight = np.zeros(len(lines.order), dtype=np.int64)
    freight[first] = np.where(habits.channel == DELIVERY, _fees(world.clock)[orders.day], 0)
    line_number = np.arange(len(lines.order)) - first[lines.order] + 1
    total = np.add.reduceat(lines.quantity * unit_price - discount + freight, first)
    odd = _sample(random, np.arange(count), count // ORDERS_PER_ODD_TOTAL)
    odd_cents = random.integers(1, MOST_ODD_CENTS, len(odd), endpoint=True)
    total[odd] += odd_cents
    return Sales(lines, line_number, unit_price, discount, freight, first, total, outliers, odd, odd_cents)


def _fees(clock: Clock) -> Ints:
    """Delivery fee on each day."""
    days = clock.first_day + np.arange(clock.days)
    since = np.array([day for day, _ in DELIVERY_FEES], dtype="datetime64[D]")
    return np.array([fee for _, fee in DELIVERY_FEES])[np.searchsorted(since, days, side="right") - 1]


def _sample(random: Generator, candidates: Ints, count: int) -> Ints:
    """So many of the candidates, at least one where there are any, in ascending order."""
    return np.sort(random.permutation(candidates)[: max(1, count)])
