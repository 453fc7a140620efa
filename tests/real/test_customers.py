"""Questions about customers on real data, against plain pandas over the raw files."""

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from tests.real import raw
from tests.real.conftest import RealShop

pytestmark = pytest.mark.datasets


@pytest.fixture
def retail(open_real: Callable[..., RealShop]) -> RealShop:
    return open_real("online_retail")


@pytest.fixture
def olist(open_real: Callable[..., RealShop]) -> RealShop:
    return open_real("olist")


def invoices(shop: RealShop) -> pd.DataFrame:
    """Invoices of known customers, with their value."""
    sales = raw.online_retail(shop.folder).query("kind == 'sale' and customer != ''")
    grouped = sales.groupby(["InvoiceNo", "customer"], as_index=False).agg(value=("amount", "sum"), at=("at", "first"))
    return grouped.assign(value=grouped.value.round(2), month=grouped["at"].dt.strftime("%Y-%m-01"))


def people(shop: RealShop) -> pd.DataFrame:
    """What each known customer of the shop bought."""
    each = invoices(shop).groupby("customer").agg(orders=("value", "size"), revenue=("value", "sum"))
    return each.assign(revenue=each.revenue.round(2), mean=each.revenue / each.orders).reset_index()


def test_best_customers(retail: RealShop) -> None:
    for by in ("orders", "revenue"):
        best = people(retail).sort_values([by, "customer"], ascending=[False, True]).head(100)
        expected = list(best[["customer", "orders", "revenue"]].itertuples(index=False, name=None))
        assert retail.get(f"/api/customers/top?by={by}").rows("customer", "orders", "revenue") == expected


def test_last_order_of_the_best(retail: RealShop) -> None:
    last = invoices(retail).groupby("customer")["at"].max().dt.strftime("%Y-%m-%d")
    for customer, day in retail.get("/api/customers/top?limit=20").rows("customer", "last_order"):
        assert day == last[customer]


def test_order_value_of_every_customer(retail: RealShop) -> None:
    expected = people(retail).set_index("customer")["mean"]
    rows = retail.get("/api/customers/avg_order?limit=100000").rows("customer", "order_value")
    assert {customer for customer, _ in rows} == set(expected.index)
    assert [value for _, value in rows] == pytest.approx(sorted(expected, reverse=True), rel=1e-9)


def test_spread_of_order_values(retail: RealShop) -> None:
    values = people(retail)["mean"]
    answer = retail.get("/api/customers/avg_order_distribution?bins=30")
    rows = answer.rows("from", "to", "customers", "share")
    edges = [low for low, _, _, _ in rows] + [np.inf]
    assert [n for _, _, n, _ in rows] == np.histogram(values, edges)[0].tolist()
    assert sum(share for _, _, _, share in rows) == pytest.approx(1)
    assert answer.summary["mean"] == pytest.approx(values.mean())
    assert answer.summary["median"] == pytest.approx(values.median())


def test_customers_who_come_back(retail: RealShop) -> None:
    each = people(retail)
    bucket = each.orders.clip(upper=5)
    rows = retail.get("/api/customers/recurring").rows("customers", "revenue", "revenue_share")
    assert [n for n, _, _ in rows] == bucket.value_counts().sort_index().tolist()
    revenue = each.groupby(bucket).revenue.sum()
    assert [money for _, money, _ in rows] == pytest.approx(revenue.tolist(), abs=0.005)
    assert [share for _, _, share in rows] == pytest.approx((revenue / revenue.sum()).tolist())


def test_new_and_returning_by_month(retail: RealShop) -> None:
    orders = invoices(retail)
    orders["new"] = orders.month == orders.groupby("customer").month.transform("min")
    counts = orders.groupby(["month", "new"]).customer.nunique().unstack(fill_value=0)
    revenue = orders.groupby(["month", "new"]).value.sum().unstack(fill_value=0)
    answer = retail.get("/api/customers/new_and_returning")
    assert answer.rows("period", "new_customers", "returning_customers") == [
        (month, row[True], row[False]) for month, row in counts.iterrows()
    ]
    assert answer.rows("new_revenue") == pytest.approx(revenue[True].tolist(), abs=0.005)
    assert answer.rows("returning_revenue") == pytest.approx(revenue[False].tolist(), abs=0.005)
    assert answer.rows("complete") == [True] * 12 + [False]


def test_new_customers_add_up_to_all(retail: RealShop) -> None:
    assert sum(retail.get("/api/customers/new_and_returning?grain=week").rows("new_customers")) == 4_338


def test_brazilians_by_state(olist: RealShop) -> None:
    orders = raw.olist_orders(olist.folder)
    homes = orders.groupby("customer_unique_id").customer_state.agg(lambda states: states.iloc[-1])
    rows = olist.get("/api/customers/density").rows("state", "customers", "share", "area_km2", "per_100_km2")
    assert sum(n for _, n, *_ in rows) == len(homes)
    assert sum(share for _, _, share, *_ in rows) == pytest.approx(1)
    found = {state: n for state, n, *_ in rows}
    moved = (orders.groupby("customer_unique_id").customer_state.nunique() > 1).sum()
    assert sum(abs(found.get(state, 0) - n) for state, n in homes.value_counts().items()) <= 2 * moved
    assert all(density == pytest.approx(n / area * 100) for _, n, _, area, density in rows)
    assert {state: area for state, _, _, area, _ in rows}["SP"] == pytest.approx(248_219, rel=0.03)


def test_british_customers_by_country(retail: RealShop) -> None:
    rows = retail.get("/api/customers/density").rows("country", "state", "customers")
    assert rows[0][:2] == ("United Kingdom", "")
    assert sum(n for *_, n in rows) == 4_338


def test_pizza_customers(ordered_pizza: RealShop) -> None:
    lines = raw.pizza_lines(ordered_pizza.folder).query("customer_id != ''")
    orders = lines.groupby("customer_id").agg(orders=("order_id", "nunique"), revenue=("value", "sum")).reset_index()
    best = orders.sort_values(["orders", "customer_id"], ascending=[False, True]).head(200)
    rows = ordered_pizza.get("/api/customers/top?limit=200").rows("customer", "orders", "revenue")
    assert [row[:2] for row in rows] == list(best[["customer_id", "orders"]].itertuples(index=False, name=None))
    assert [money for *_, money in rows] == pytest.approx(best.revenue.tolist(), abs=0.005)
    for url in ("/api/customers/density?level=state", "/api/customers/density?level=city", "/api/customers/recurring"):
        assert sum(ordered_pizza.get(url).rows("customers")) == len(orders)
