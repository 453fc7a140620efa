"""What holds for every shop, however odd: shops made up by Hypothesis, asked over HTTP."""

import random
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import api.routes  # noqa: F401 - fills the registry
from api.routes.expose import EXPOSED
from tests.test_every_analysis import NEEDED
from tests.world import Shop

STORES = {"S1": ("CA", "Lompoc"), "S2": ("CA", "Sunol"), "S3": ("NV", "Reno"), "S4": ("OR", "Bend")}
CATEGORIES = {"P1": "Classic", "P2": "Classic", "P3": "Vegan", "P4": ""}
PEOPLE = ("", "C1", "C2", "C3", "C4", "C5")
CHANNELS = ("web", "till")
FEW = settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],  # each example is loaded anew, so shrinking one would take minutes
    suppress_health_check=[HealthCheck.too_slow],
)


@dataclass(frozen=True)
class Sold:
    """One order; its lines are pairs of SKU and cents."""

    day: date
    store: str
    customer: str
    channel: str
    live: bool
    lines: tuple[tuple[str, int], ...]

    @property
    def cents(self) -> int:
        return sum(cents for _, cents in self.lines)


LINES = st.lists(st.tuples(st.sampled_from(sorted(CATEGORIES)), st.integers(1, 99_999)), min_size=1, max_size=4)
SOLD = st.builds(
    Sold,
    day=st.dates(date(2023, 11, 20), date(2024, 3, 3)),
    store=st.sampled_from(sorted(STORES)),
    customer=st.sampled_from(PEOPLE),
    channel=st.sampled_from(CHANNELS),
    live=st.sampled_from((True, True, True, False)),
    lines=LINES.map(tuple),
)
HISTORY = st.lists(SOLD, min_size=1, max_size=30).filter(lambda sold: any(order.live for order in sold))


@contextmanager
def shop_of(history: list[Sold], shuffle: int | None = None) -> Iterator[Shop]:
    """A shop in which that happened; `shuffle` seeds another order of the rows in the files."""
    with tempfile.TemporaryDirectory() as folder:
        shop = Shop(Path(folder), f"duckdb:///{folder}/shop.duckdb")
        _tell(shop, history)
        if shuffle is not None:
            for name, records in shop.tables.items():
                rows = list(records.items())
                random.Random(shuffle).shuffle(rows)
                shop.tables[name] = dict(rows)
        yield shop
        shop.close()


def _tell(shop: Shop, history: list[Sold]) -> None:
    for n, (store, (state, city)) in enumerate(STORES.items()):
        shop.store(store, state, city, latitude=34.0 + 2 * n, longitude=-120.0)
    for n, customer in enumerate(PEOPLE[1:]):
        state = "NV" if n % 2 else "CA"
        shop.customer(customer, state, f"Town {n % 3}", latitude=33.5 + 2.3 * n, longitude=-119.0)
    for sku, category in CATEGORIES.items():
        shop.product(sku, category, size="Large" if sku == "P2" else "")
    for n, order in enumerate(history):
        live, at = str(order.live).lower(), f"{order.day} 12:00:00"
        who = {"customer": order.customer, "store": order.store, "channel": order.channel, "live": live}
        for sku, cents in order.lines:
            shop.sell(at, cents / 100, f"O{n:03d}", sku=sku, **who)
    for n, order in enumerate(history[::5]):
        if order.live:
            shop.give_back(str(order.day + timedelta(days=3)), 0.01, f"O{5 * n:03d}", store=order.store)


def live(history: list[Sold]) -> list[Sold]:
    return [order for order in history if order.live]


def cents(rows: list[Any]) -> int:
    """Sum of amounts, in whole cents."""
    return sum(round(100 * amount) for amount in rows)


def parts_make_up_the_whole(shop: Shop, history: list[Sold]) -> None:
    revenue, orders = sum(order.cents for order in live(history)), len(live(history))
    kpis = shop.get("/api/kpis")
    assert (cents([kpis.figure("revenue")]), kpis.figure("orders")) == (revenue, orders)
    for url in (
        "stores/sales",
        "stores/sales_by_state",
        *(f"stores/places?level={level}" for level in ("country", "state", "city")),
        *(f"orders/trend?grain={grain}" for grain in ("day", "week", "month", "quarter", "year")),
        *(f"orders/seasonal?by={by}" for by in ("month", "weekday", "hour", "month,weekday", "weekday,hour")),
    ):
        answer = shop.get(f"/api/{url}")
        assert (cents(answer.rows("revenue")), sum(answer.rows("orders"))) == (revenue, orders), url
    for url in ("products/sales", "products/sales?by=category", "products/sales?by=size", "stores/product_sales"):
        assert cents(shop.get(f"/api/{url}").rows("revenue")) == revenue, url
    net = shop.get("/api/orders/trend?grain=week").rows("net_revenue")
    assert cents(net) == cents([kpis.figure("net_revenue")])
    assert cents(shop.get("/api/orders?limit=1000").rows("total")) == revenue


def shares_sum_to_1(shop: Shop, history: list[Sold]) -> None:
    known = any(order.customer for order in live(history))
    for url in ("products/sales", "products/sales?by=category", "products/sales?by=size"):
        assert sum(shop.get(f"/api/{url}").rows("share")) == pytest.approx(1), url
    assert sum(shop.get("/api/orders/value_distribution").rows("share")) == pytest.approx(1)
    per_store: dict[str, float] = defaultdict(float)
    for store, share in shop.get("/api/stores/product_sales").rows("store", "share"):
        per_store[store] += share
    assert per_store == {order.store: pytest.approx(1) for order in live(history)}
    for url, share in (
        ("customers/recurring", "share"),
        ("customers/recurring", "revenue_share"),
        ("customers/avg_order_distribution", "share"),
        ("customers/density?level=city", "share"),
        ("customers/density?level=state", "share"),
        ("geo/assignment", "share"),
    ):
        assert sum(shop.get(f"/api/{url}").rows(share)) == pytest.approx(1 if known else 0), url


def people_are_counted_once(shop: Shop, history: list[Sold]) -> None:
    people = {order.customer for order in live(history)} - {""}
    assert shop.get("/api/kpis").figure("customers") == len(people)
    per_store = {
        store: len({order.customer for order in live(history) if order.store == store} - {""}) for store in STORES
    }
    sold = {order.store for order in live(history)}
    assert dict(shop.get("/api/stores/sales").rows("store", "customers")) == {s: per_store[s] for s in sold}
    reach = dict(shop.get("/api/stores/customer_reach").rows("store", "customers"))
    assert reach == {store: number for store, number in per_store.items() if number}
    states = {
        state: len({o.customer for o in live(history) if STORES[o.store][0] == state} - {""})
        for state in {STORES[store][0] for store in sold}
    }
    assert dict(shop.get("/api/stores/sales_by_state").rows("state", "customers")) == states
    for url in ("customers", "customers/density", "customers/recurring"):
        assert sum(shop.get(f"/api/{url}").rows("customers")) == len(people), url


def _kept(order: Sold, chosen: dict[str, list[str]]) -> int:
    """Cents of an order that filters leave."""
    state, city = STORES[order.store]
    own = {"state": state, "city": city, "store": order.store, "channel": order.channel, "customer": order.customer}
    if any(own[name] not in values for name, values in chosen.items() if name in own):
        return 0
    wanted = chosen.get("category")
    return sum(amount for sku, amount in order.lines if wanted is None or CATEGORIES[sku] in wanted)


CHOICES = {
    "state": ("CA", "NV", "OR"),
    "city": ("Lompoc", "Sunol", "Reno"),
    "store": tuple(STORES),
    "channel": CHANNELS,
    "customer": PEOPLE[1:],
    "category": ("Classic", "Vegan"),
}
CHOSEN = st.fixed_dictionaries(
    {}, optional={name: st.lists(st.sampled_from(values), min_size=1) for name, values in CHOICES.items()}
)


@settings(FEW, max_examples=4)
@given(HISTORY, st.lists(CHOSEN, min_size=3, max_size=3))
def test_filters_keep_what_all_of_them_name(history: list[Sold], choices: list[dict[str, list[str]]]) -> None:
    with shop_of(history) as shop:
        for chosen in choices:
            pairs = [f"{name}={value}" for name, values in chosen.items() for value in values]
            revenue = sum(_kept(order, chosen) for order in live(history))
            answer = shop.get(f"/api/stores/sales?{'&'.join(pairs)}")
            if "unavailable" in answer.summary:
                continue
            assert cents(answer.rows("revenue")) == revenue, chosen
            assert shop.get(f"/api/stores/sales?{'&'.join(reversed(pairs))}").rows() == answer.rows(), chosen


def a_larger_radius_never_adds_a_white_spot(shop: Shop, _history: list[Sold]) -> None:
    spots = [
        set(shop.get(f"/api/geo/white_spot?min_customers=1&radius_km={radius}").rows("cell"))
        for radius in (1, 20, 60, 150, 400)
    ]
    assert all(wider <= narrower for narrower, wider in pairwise(spots))


@FEW
@given(HISTORY)
def test_what_holds_for_every_shop(history: list[Sold]) -> None:
    with shop_of(history) as shop:
        for holds in (
            parts_make_up_the_whole,
            shares_sum_to_1,
            people_are_counted_once,
            a_larger_radius_never_adds_a_white_spot,
        ):
            holds(shop, history)


@settings(FEW, max_examples=2)
@given(HISTORY, st.integers(0, 1_000))
def test_the_order_of_the_rows_in_the_files_changes_nothing(history: list[Sold], seed: int) -> None:
    with shop_of(history) as told, shop_of(history, shuffle=seed) as shuffled:
        for exposed in EXPOSED:
            url = f"{exposed.url}?{NEEDED.get(exposed.analysis.name, '')}"
            if not exposed.is_alias:
                assert told.get(url).rows() == _about(shuffled.get(url).rows()), url


def _about(rows: list[dict[str, Any]]) -> list[Any]:
    return [{k: pytest.approx(v, rel=1e-9) if isinstance(v, float) else v for k, v in row.items()} for row in rows]
