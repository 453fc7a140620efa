"""Refunds: a line of an order taken back, a few days later at most."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from data.generating.clock import Clock
from data.generating.drawing import Ints, happens
from data.generating.habits import Habits
from data.generating.orders import Orders
from data.generating.till import Sales

REFUNDED = 0.007  # share of live orders
AT_ONCE = 0.6  # share complained about within the hour …
LATEST_DAYS = 3  # … the rest within so many days
PART = 0.25  # share of refunds that give back only half of the line's price


@dataclass(frozen=True)
class Returns:
    """One entry per returned line, sorted by time; `line` is the number of the line among all lines."""

    line: Ints
    second: Ints
    quantity: Ints
    cents: Ints


def give_back(random: Generator, clock: Clock, orders: Orders, habits: Habits, sales: Sales) -> Returns:
    """Draw refunds before the data ends; the planted giants stay sold."""
    end = clock.days * 86_400
    order = np.flatnonzero(habits.live & happens(random, REFUNDED, len(orders.second)))
    order = np.setdiff1d(order, sales.outliers)
    second = _moments(random, clock, orders, order)
    order, second = order[second < end], second[second < end]
    size = np.append(sales.first[1:], len(sales.lines.order))[order] - sales.first[order]
    line = sales.first[order] + (random.random(len(order)) * size).astype(np.int64)
    paid = sales.amount[line]
    cents = np.where(happens(random, PART, len(line)), (paid + 1) // 2, paid)
    by_time = np.argsort(second, kind="stable")
    return Returns(line[by_time], second[by_time], sales.lines.quantity[line[by_time]], cents[by_time])


def _moments(random: Generator, clock: Clock, orders: Orders, order: Ints) -> Ints:
    at_once = orders.second[order] + random.integers(600, 3600, len(order))
    day = orders.day[order] + random.integers(1, LATEST_DAYS, len(order), endpoint=True)
    later = np.where(day < clock.days, clock.seconds_within(random, day), clock.days * 86_400)
    return np.where(happens(random, AT_ONCE, len(order)), at_once, later)
