"""All that happens in a world: orders, what is in them, and what follows from them."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from data.generating.appetite import demand
from data.generating.basket import Appetite, Lines, fill, learn_appetite
from data.generating.deliveries import Deliveries, deliver, late
from data.generating.drawing import Floats, Ints
from data.generating.habits import Habits, draw_habits
from data.generating.inventory import Inventory, count_stock
from data.generating.orders import GUEST, Demand, Orders, place_orders
from data.generating.payments import Payments, pay
from data.generating.periods import Periods
from data.generating.prices import Prices
from data.generating.returns import Returns, give_back
from data.generating.reviews import Reviews, review
from data.generating.till import Sales, ring_up
from data.generating.touchpoints import Touchpoints, contact
from data.generating.trouble import Decline, category_decline, category_share
from data.generating.world import World

ORDERS_AT_ONCE = 250_000  # baskets filled in one go: bounds the memory


@dataclass(frozen=True)
class Facts:
    """Everything the fact tables hold, and the faults planted in it."""

    demand: Demand
    habits: Habits
    appetite: Appetite
    sales: Sales
    deliveries: Deliveries
    payments: Payments
    reviews: Reviews
    returns: Returns
    inventory: Inventory
    touchpoints: Touchpoints
    category_declines: list[Decline]

    @property
    def orders(self) -> Orders:
        """The orders themselves."""
        return self.demand.orders


def happen(random: Generator, world: World, periods: Periods, prices: Prices, factor: Floats, count: int) -> Facts:
    """Let `count` orders happen; `factor` says how extras go with mains."""
    clock, menu, end = world.clock, world.menu, world.clock.days * 86_400
    placed = place_orders(random, world, count)
    orders = placed.orders
    habits = draw_habits(random, clock, orders)
    declines = category_decline(random, clock, menu)
    wanted = demand(clock, periods, menu, prices) * category_share(declines, periods, menu)
    appetite = learn_appetite(random, menu, wanted, factor)
    period = periods.of_day[orders.day]
    lines = _fill_all(random, world, appetite, period, orders, habits)
    sales = ring_up(random, world, prices, period, orders, habits, lines)
    deliveries = deliver(random, clock, orders, habits, placed.declines)
    return Facts(
        demand=placed,
        habits=habits,
        appetite=appetite,
        sales=sales,
        deliveries=deliveries,
        payments=pay(random, habits, sales.total),
        reviews=review(random, orders, np.flatnonzero(habits.live), late(deliveries), end),
        returns=give_back(random, clock, orders, habits, sales),
        inventory=count_stock(random, world, orders, habits.live, sales),
        touchpoints=contact(random, orders, end),
        category_declines=declines,
    )


def _fill_all(
    random: Generator, world: World, appetite: Appetite, period: Ints, orders: Orders, habits: Habits
) -> Lines:
    """Fill all baskets, some at a time."""
    favourite = _favourites(random, world, appetite, orders)
    parts = []
    for start in range(0, len(period), ORDERS_AT_ONCE):
        block = slice(start, start + ORDERS_AT_ONCE)
        part = fill(random, world.menu, appetite, period[block], habits.occasion[block], favourite[block])
        parts.append(Lines(part.order + start, part.product, part.quantity))
    return Lines(
        np.concatenate([part.order for part in parts]),
        np.concatenate([part.product for part in parts]),
        np.concatenate([part.quantity for part in parts]),
    )


def _favourites(random: Generator, world: World, appetite: Appetite, orders: Orders) -> Ints:
    """Favourite kind of main of each order: a customer's own, a guest's by chance."""
    own = appetite.favourites.draw_many(random, len(world.people.latitude))
    chance = appetite.favourites.draw_many(random, len(orders.customer))
    return np.where(orders.customer == GUEST, chance, own[orders.customer])
