"""Who orders where and when: customers by their habits, guests beside them."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from data.generating.choice import Huff, choose, reach
from data.generating.clock import Clock
from data.generating.drawing import Floats, Ints
from data.generating.joining import first_opening, join
from data.generating.purchases import BgNbd, purchase
from data.generating.trouble import Decline, store_declines, survives
from data.generating.world import World

GUEST = -1
GUEST_SHARE = 0.12
FEWEST_ORDERS_PER_CUSTOMER = 3  # with fewer orders than that, not everybody known ever orders


@dataclass(frozen=True)
class Orders:
    """One entry per order, sorted by time; `customer` -1 is a guest, `second` counts from the first midnight."""

    customer: Ints
    store: Ints
    km: Floats
    second: Ints

    @property
    def day(self) -> Ints:
        """Number of the day, 0 for the first."""
        return self.second // 86_400

    @property
    def hour(self) -> Ints:
        """0 to 23."""
        return self.second // 3600 % 24

    def take(self, index: Ints) -> "Orders":
        """Some of the orders."""
        return Orders(self.customer[index], self.store[index], self.km[index], self.second[index])


@dataclass(frozen=True)
class Demand:
    """The orders, and how they came about: each customer's `rate` is in orders per week."""

    orders: Orders
    habit: BgNbd
    huff: Huff
    declines: list[Decline]
    rate: Floats


def place_orders(random: Generator, world: World, count: int) -> Demand:
    """Draw exactly `count` orders."""
    huff, known = Huff(), round(count * (1 - GUEST_SHARE))
    near = reach(world.people.latitude, world.people.longitude, world.stores, huff)
    joined = join(random, world.clock, first_opening(near, world.stores))
    _keep_some(random, joined, max(1, known // FEWEST_ORDERS_PER_CUSTOMER))
    purchases, habit, rate = purchase(random, joined, world.clock.weeks, known, BgNbd())
    second = world.clock.seconds(purchases.business_time)
    day = second // 86_400
    store, km = choose(random, purchases.customer, day, near, world.stores, huff)
    declines = store_declines(random, world.clock, store[store >= 0], day[store >= 0], world.stores.closes)
    kept = survives(random, declines, store, day)
    kept = kept[store[kept] >= 0]
    ordered = Orders(purchases.customer[kept], store[kept], km[kept], second[kept])
    return Demand(_complete(random, world.clock, ordered, count), habit, huff, declines, rate)


def _keep_some(random: Generator, joined: Floats, most: int) -> None:
    """Let at most so many people become customers at all."""
    if len(joined) > most:
        joined[random.permutation(len(joined))[most:]] = np.nan


def _complete(random: Generator, clock: Clock, known: Orders, count: int) -> Orders:
    """Bring the number of orders to `count` with guests, and sort by time."""
    if len(known.second) > count:
        known = known.take(np.sort(random.permutation(len(known.second))[:count]))
    guests = _guests(random, clock, known, count - len(known.second))
    columns = [np.concatenate(pair) for pair in zip(_columns(known), _columns(guests), strict=True)]
    together = Orders(*columns)
    return together.take(np.argsort(together.second, kind="stable"))


def _guests(random: Generator, clock: Clock, known: Orders, count: int) -> Orders:
    """Orders of unknown people: at the store and day of some customer's order, at another hour."""
    like = known.take(random.integers(0, len(known.second), count))
    return Orders(np.full(count, GUEST), like.store, like.km, clock.seconds_within(random, like.day))


def _columns(orders: Orders) -> tuple[Ints, Ints, Floats, Ints]:
    return orders.customer, orders.store, orders.km, orders.second
