"""What is true about generated data, for tests: parameters, and the faults planted in it. Written to truth.json."""

from typing import Any

import duckdb
import numpy as np

from data.generating import habits, returns
from data.generating.choice import Huff
from data.generating.clock import Clock
from data.generating.drawing import Floats
from data.generating.facts import Facts
from data.generating.orders import GUEST_SHARE
from data.generating.trouble import Decline
from data.generating.world import World

Truth = dict[str, Any]


def tell(connection: duckdb.DuckDBPyConnection, world: World, facts: Facts) -> Truth:
    """What holds for any chain; the work tables hold the ids."""
    stores, skus = ids(connection, "stores", "store_id"), ids(connection, "products", "sku")
    clock, demand, sales = world.clock, facts.demand, facts.sales
    return {
        "first_day": clock.date(0),
        "last_day": clock.date(clock.days - 1),
        "orders": len(facts.orders.second),
        "shares": _shares(),
        "bg_nbd": {"unit": "weeks", **{name: round(value, 6) for name, value in vars(demand.habit).items()}},
        "huff": _huff(demand.huff, stores, world.stores.attraction),
        "elasticity": {sku: float(e) for sku, e in zip(skus, world.menu.elasticity, strict=True) if e},
        **_affinities(world, facts),
        "troubled_stores": [{"store_id": stores[int(d.who)], **_decline(clock, d)} for d in demand.declines],
        "troubled_categories": [{"category": d.who, **_decline(clock, d)} for d in facts.category_declines],
        "outlying_orders": [_order_id(order) for order in sales.outliers],
        "odd_totals": {_order_id(o): int(cents) for o, cents in zip(sales.odd_totals, sales.odd_cents, strict=True)},
    }


def ids(connection: duckdb.DuckDBPyConnection, table: str, column: str) -> list[str]:
    """The ids behind the numbers of a work table."""
    return [str(id_) for (id_,) in connection.table(table).order("number").project(column).fetchall()]


def _shares() -> Truth:
    return {
        "guests": GUEST_SHARE,
        "cancelled": habits.CANCELLED,
        "coupons": habits.COUPON,
        "refunded": returns.REFUNDED,
    }


def _huff(huff: Huff, stores: list[str], attraction: Floats) -> Truth:
    return {
        **vars(huff),
        "attraction": {store: round(float(a), 6) for store, a in zip(stores, attraction, strict=True)},
    }


def _affinities(world: World, facts: Facts) -> Truth:
    """Mains that go together, and extras that go with mains: factors on the extra's probability."""
    menu, taste = world.menu, facts.appetite
    name = {int(kind): str(name) for kind, name in zip(menu.kind, menu.name, strict=True)}
    related = np.argwhere(taste.factor[: len(taste.partner)] != 1)
    return {
        "pairs": {name[kind]: name[int(partner)] for kind, partner in enumerate(taste.partner)},
        "associations": [
            {"main": name[int(kind)], "extra": str(menu.name[menu.extras[extra]]), "factor": float(factor)}
            for kind, extra in related
            for factor in [round(float(taste.factor[kind, extra]), 3)]
        ],
    }


def _decline(clock: Clock, decline: Decline) -> Truth:
    return {
        "reason": decline.reason,
        "starts": clock.date(decline.starts),
        "complete": clock.date(decline.complete),
        "decline": decline.depth,
    }


def _order_id(order: np.int64) -> str:
    return f"O{order + 1:08d}"
