"""Stock: each store counts every product on Sunday night and is filled up before the week."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from data.generating.clock import Clock
from data.generating.drawing import Flags, Ints
from data.generating.orders import Orders
from data.generating.till import Sales
from data.generating.world import World

WEEKS = 52
COVER = 1.5  # weeks of average sales a delivery fills up to
SMALLEST_STOCK = 4


@dataclass(frozen=True)
class Inventory:
    """Shape (weeks, stores, products), counted at closing on `day`; -1 before the store opened or after it closed."""

    day: Ints
    on_hand: Ints
    received: Ints


def count_stock(random: Generator, world: World, orders: Orders, live: Flags, sales: Sales) -> Inventory:
    """Follow the stock of the latest year: what was there + what came - what was sold = what is there."""
    day = _sundays(world.clock)
    sold = _weekly_units(world, orders, live, sales, day)
    target = np.maximum(SMALLEST_STOCK, np.ceil(sold.mean(axis=0) * COVER)).astype(np.int64)
    on_hand, received = np.empty_like(sold), np.empty_like(sold)
    stock = target - random.integers(0, SMALLEST_STOCK, target.shape)
    for week, units in enumerate(sold):
        received[week] = np.maximum(np.maximum(target, units) - stock, 0)
        stock = on_hand[week] = stock + received[week] - units
    trades = (world.stores.opens <= day[:, None]) & (world.stores.closes >= day[:, None])
    return Inventory(day, np.where(trades[:, :, None], on_hand, -1), received)


def _sundays(clock: Clock) -> Ints:
    return np.flatnonzero(clock.weekday == 6)[1:][-WEEKS:]


def _weekly_units(world: World, orders: Orders, live: Flags, sales: Sales, day: Ints) -> Ints:
    """Units sold in the seven days up to each count."""
    shape = (len(day), len(world.stores.opens), len(world.menu.cents))
    monday = day[0] - 6
    line = slice(np.searchsorted(sales.lines.order, np.searchsorted(orders.day, monday)), None)
    order = sales.lines.order[line]
    week = (orders.day[order] - monday) // 7
    sold = live[order] & (week < len(day))
    cell = np.ravel_multi_index((week[sold], orders.store[order][sold], sales.lines.product[line][sold]), shape)
    units = np.bincount(cell, sales.lines.quantity[line][sold], minlength=int(np.prod(shape)))
    return units.reshape(shape).astype(np.int64)
