"""The invented chain as work tables: stores and customers beside the menu."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from data.generating.clock import Clock, set_clock
from data.generating.drawing import Choices, Floats
from data.generating.invented.menu import set_menu
from data.generating.invented.people import ORDERS_PER_CUSTOMER, Residents, settle
from data.generating.invented.places import Places, american_places
from data.generating.invented.stores import Sites, open_stores
from data.generating.orders import GUEST_SHARE, Orders
from data.generating.truth import Truth, ids

FIRST_DAY, LAST_DAY = "2021-01-01", "2025-12-31"
NEVER = np.datetime64("NaT", "D")
MEMBERSHIPS = ("Standard", "Club", "Club Gold")

_SQL = Path(__file__)


@dataclass(frozen=True)
class Plan:
    """What was decided before the first order."""

    clock: Clock
    places: Places
    sites: Sites
    residents: Residents


def invent(connection: duckdb.DuckDBPyConnection, random: Generator, orders: int) -> Plan:
    """Create the work tables `stores`, `customers`, `products` and `suppliers`."""
    clock = set_clock(random, FIRST_DAY, LAST_DAY)
    set_menu(connection)
    places = american_places()
    sites = open_stores(random, clock, places, orders)
    people = max(1, round(orders * (1 - GUEST_SHARE) / ORDERS_PER_CUSTOMER))
    residents = settle(random, clock, places, sites, people)
    _settle_down(connection, clock, places, sites, residents)
    return Plan(clock, places, sites, residents)


def _settle_down(
    connection: duckdb.DuckDBPyConnection, clock: Clock, places: Places, sites: Sites, residents: Residents
) -> None:
    days = (clock.first_day + sites.opens, np.where(sites.closes > 0, clock.first_day + sites.closes, NEVER))
    opened, closed = (day.astype("datetime64[s]") for day in days)
    towns = {name: getattr(places, name) for name in ("city", "state", "state_code")}
    connection.register("places", {"number": np.arange(len(places.city)), **towns})
    connection.register("sites", {**_homes(sites), "opened_on": opened, "closed_on": closed})
    connection.register("residents", _homes(residents))
    connection.execute(_SQL.with_name("chain.sql").read_text("utf-8"))


def _homes(homes: Sites | Residents) -> dict[str, NDArray[Any]]:
    """Numbers, places and coordinates, these to about ten centimetres."""
    return {
        "number": np.arange(len(homes.place)),
        "place": homes.place,
        "latitude": np.round(homes.latitude, 6),
        "longitude": np.round(homes.longitude, 6),
    }


def describe_people(
    connection: duckdb.DuckDBPyConnection, random: Generator, clock: Clock, orders: Orders, rate: Floats
) -> None:
    """Add age, membership and the day of joining, now that it is known who orders how often."""
    number = np.arange(len(rate))
    known = orders.customer >= 0
    first = np.full(len(rate), clock.days)
    np.minimum.at(first, orders.customer[known], orders.day[known])
    keen = np.searchsorted(np.quantile(rate, [0.5, 0.9]), rate)
    membership = Choices([[0.85, 0.15, 0.0], [0.5, 0.45, 0.05], [0.2, 0.4, 0.4]]).draw(random, keen)
    age = np.clip(np.rint(16 + random.gamma(3.2, 8.5, len(rate))), 16, 92).astype(np.int64)
    joined = np.where(first < clock.days, clock.first_day + first, NEVER)
    connection.register(
        "descriptions",
        {
            "number": number,
            "age": age,
            "membership": np.array(MEMBERSHIPS)[membership],
            "joined_on": joined.astype("datetime64[s]"),
        },
    )
    connection.execute(_SQL.with_name("people.sql").read_text("utf-8"))


def tell_plan(connection: duckdb.DuckDBPyConnection, plan: Plan) -> Truth:
    """What is true about the invented chain alone."""
    stores = ids(connection, "stores", "store_id")
    return {
        "white_spots": [_town(plan.places, int(place)) for place in plan.sites.white],
        "low_penetration": [_town(plan.places, int(place)) for place in plan.residents.low],
        "closed_stores": [stores[store] for store in np.flatnonzero(plan.sites.closes)],
    }


def _town(places: Places, place: int) -> Truth:
    return {"city": str(places.city[place]), "state_code": str(places.state_code[place])}
