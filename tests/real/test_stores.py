"""Questions about stores on real data, against plain pandas over the raw files."""

from collections.abc import Callable
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import pytest

from api.services.statistics.distance import haversine_km
from tests.real import raw
from tests.real.conftest import RealShop

pytestmark = pytest.mark.datasets


@pytest.fixture
def retail(open_real: Callable[..., RealShop]) -> RealShop:
    return open_real("online_retail")


@pytest.fixture
def olist(open_real: Callable[..., RealShop]) -> RealShop:
    return open_real("olist")


def table(folder: Path, name: str) -> pd.DataFrame:
    return duckdb.read_parquet(str(folder / f"{name}.parquet")).df()


def trips(shop: RealShop) -> pd.DataFrame:
    """One row per order of a known customer: store and distance from home."""
    lines = raw.pizza_lines(shop.folder).query("customer_id != ''")
    orders = lines.groupby("order_id", as_index=False)[["customer_id", "store_id"]].first()
    homes = table(shop.folder, "customers").set_index("customer_id")[["latitude", "longitude"]].astype(float)
    stores = table(shop.folder, "stores").set_index("store_id")[["latitude", "longitude"]].astype(float)
    here, there = homes.loc[orders.customer_id].to_numpy(), stores.loc[orders.store_id].to_numpy()
    return orders.assign(km=haversine_km(*here.T, *there.T))


def test_sales_by_state_of_the_pizza_chain(ordered_pizza: RealShop) -> None:
    states = table(ordered_pizza.folder, "stores").set_index("store_id").state_code
    lines = raw.pizza_lines(ordered_pizza.folder)
    lines = lines.assign(state=lines.store_id.map(states))
    known = lines[lines.customer_id != ""]
    revenue = lines.groupby("state").value.sum().round(2).sort_values(ascending=False)
    expected = [
        (
            state,
            lines[lines.state == state].store_id.nunique(),
            money,
            lines[lines.state == state].order_id.nunique(),
            known[known.state == state].customer_id.nunique(),
        )
        for state, money in revenue.items()
    ]
    answer = ordered_pizza.get("/api/stores/sales_by_state")
    assert answer.rows("state", "stores", "revenue", "orders", "customers") == expected


def test_sales_by_state_of_the_marketplace_are_those_of_the_buyers(olist: RealShop) -> None:
    orders, items = raw.olist_orders(olist.folder), raw.olist_items(olist.folder)
    rows = olist.get("/api/stores/sales_by_state").rows("state", "revenue", "orders", "customers", "stores")
    sellers = items.merge(orders[["order_id", "customer_state"]]).groupby("customer_state").seller_id.nunique()
    for state, revenue, count, customers, stores in rows:
        mine = orders[orders.customer_state == state]
        assert (revenue, count) == (round(mine.value.sum(), 2), len(mine))
        assert customers == mine.customer_unique_id.nunique()
        assert stores == sellers.get(state, 0)
    assert sum(row[2] for row in rows) == len(orders)


def test_stores_over_time_beside_the_chain(ordered_pizza: RealShop) -> None:
    lines = raw.pizza_lines(ordered_pizza.folder)
    month = lines.ordered_at.dt.strftime("%Y-%m-01")
    by_store = lines.groupby(["store_id", month]).value.sum()
    mean = by_store.groupby(level=1).mean()
    store = by_store.groupby(level=0).sum().idxmax()
    for period, revenue, chain, index in ordered_pizza.get(f"/api/stores/sales_trend?store={store}").rows(
        "period", "revenue", "chain_mean", "index"
    ):
        assert revenue == pytest.approx(by_store.get((store, period), 0), abs=0.005)
        assert chain == pytest.approx(mean[period])
        assert index == pytest.approx(revenue / chain)


def test_what_each_store_sells(ordered_pizza: RealShop) -> None:
    lines = raw.pizza_lines(ordered_pizza.folder)
    sums = lines.groupby(["store_id", "sku"]).agg(quantity=("quantity", "sum"), value=("value", "sum"))
    rows = ordered_pizza.get("/api/stores/product_sales?limit=100000").rows(
        "store", "sku", "quantity", "revenue", "share"
    )
    assert {(store, sku): (quantity, revenue) for store, sku, quantity, revenue, _ in rows} == {
        key: (row.quantity, round(row.value, 2)) for key, row in sums.iterrows()
    }
    shares = pd.DataFrame(rows).groupby(0)[4].sum()
    assert shares.to_numpy() == pytest.approx(np.ones(len(shares)))


def test_what_the_web_shop_sells_without_fees(retail: RealShop) -> None:
    answer = retail.get("/api/stores/product_sales?limit=100000&country=France")
    sales = raw.online_retail(retail.folder).query("kind == 'sale' and Country == 'France' and StockCode == '22423'")
    row = next(row for row in answer.rows() if row["sku"] == "22423")
    assert (row["quantity"], row["revenue"]) == (sales.quantity.sum(), round(sales.amount.sum(), 2))
    assert "POST" not in answer.rows("sku")
    assert sum(answer.rows("share")) == pytest.approx(1)


@pytest.mark.parametrize("weight", ["customers", "orders"])
def test_distances_to_the_store_used(ordered_pizza: RealShop, weight: str) -> None:
    orders = trips(ordered_pizza)
    counted = orders if weight == "orders" else orders.drop_duplicates(["customer_id", "store_id"])
    km = counted.groupby("store_id").km
    expected = pd.DataFrame({"mean": km.mean(), "median": km.median(), "p95": km.quantile(0.95)})
    people = orders.groupby("store_id").customer_id.nunique()
    rows = ordered_pizza.get(f"/api/stores/distance?weight={weight}").rows(
        "store", "customers", "orders", "mean_km", "median_km", "p95_km"
    )
    assert {row[0] for row in rows} == set(expected.index)
    for store, customers, count, *figures in rows:
        assert (customers, count) == (people[store], (orders.store_id == store).sum())
        assert figures == pytest.approx(expected.loc[store].tolist(), rel=1e-9)


def test_reach_of_each_store(ordered_pizza: RealShop) -> None:
    pairs = trips(ordered_pizza).drop_duplicates(["customer_id", "store_id"])
    everybody = pairs.customer_id.nunique()
    rows = ordered_pizza.get("/api/stores/customer_reach").rows(
        "store", "customers", "share", "radius_50_km", "radius_70_km", "radius_80_km"
    )
    for store, customers, share, *radii in rows:
        km = np.sort(pairs[pairs.store_id == store].km)
        assert (customers, share) == (len(km), pytest.approx(len(km) / everybody))
        assert radii == pytest.approx([km[-(-len(km) * q // 100) - 1] for q in (50, 70, 80)], rel=1e-9)
    assert sum(row[1] for row in rows) == len(pairs)
