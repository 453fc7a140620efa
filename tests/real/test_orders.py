"""Questions about orders on real data, against plain pandas and NumPy over the raw files."""

from collections import Counter
from collections.abc import Callable
from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from scipy.stats import false_discovery_control, fisher_exact

from tests.real import raw
from tests.real.conftest import RealShop

pytestmark = pytest.mark.datasets
FEES = ("POST", "DOT", "M", "m", "D", "C2", "S", "B", "BANK CHARGES", "AMAZONFEE", "CRUK", "PADS")
QUARTERS = [0.25, 0.5, 0.75]


@pytest.fixture
def retail(open_real: Callable[..., RealShop]) -> RealShop:
    return open_real("online_retail")


@pytest.fixture
def olist(open_real: Callable[..., RealShop]) -> RealShop:
    return open_real("olist")


def invoices(shop: RealShop) -> pd.DataFrame:
    """Every invoice with its value, units and time."""
    sales = raw.online_retail(shop.folder).query("kind == 'sale'")
    orders = sales.groupby("InvoiceNo").agg(value=("amount", "sum"), items=("quantity", "sum"), at=("at", "first"))
    return orders.assign(value=orders.value.round(2))


def goods(shop: RealShop) -> pd.DataFrame:
    """Lines of products that are no fees."""
    sales = raw.online_retail(shop.folder).query("kind == 'sale'")
    return sales[~sales.StockCode.isin(FEES) & ~sales.StockCode.str.startswith("gift_")]


def test_seasons(retail: RealShop) -> None:
    orders = invoices(retail)
    axes = [orders["at"].dt.day_of_week + 1, orders["at"].dt.hour]
    expected = orders.groupby(axes).value.agg(["size", "sum"])
    answer = retail.get("/api/orders/seasonal?by=weekday,hour")
    rows = answer.rows("weekday", "hour", "orders", "revenue")
    found = {(day, hour): (n, revenue) for day, hour, n, revenue in rows if n}
    assert len(rows) == 7 * 24
    assert list(found) == list(expected.index)
    assert [n for n, _ in found.values()] == expected["size"].tolist()
    assert [revenue for _, revenue in found.values()] == pytest.approx(expected["sum"].tolist(), abs=0.005)
    index = np.array(answer.rows("index")).reshape(7, 24)
    days = np.bincount(pd.date_range("2010-12-01", "2011-12-09").day_of_week, minlength=7)
    assert np.average(index.mean(axis=1), weights=days) == pytest.approx(1)
    assert not index[5].any()


@pytest.mark.parametrize(("name", "column"), [("avg_value", "value"), ("avg_items", "items")])
def test_months_have_the_quartiles_of_numpy(retail: RealShop, name: str, column: str) -> None:
    orders = invoices(retail)
    by_month = orders.groupby(orders["at"].dt.strftime("%Y-%m-01"))[column]
    figures = ("orders", "value", "lower_quartile", "median", "upper_quartile")
    for month, *found in retail.get(f"/api/orders/{name}").rows("period", *figures):
        values = by_month.get_group(month).to_numpy()
        assert found == pytest.approx([len(values), values.mean(), *np.quantile(values, QUARTERS)], rel=1e-9)


def test_states_of_brazil(olist: RealShop) -> None:
    orders = raw.olist_orders(olist.folder).groupby("customer_state")["value"]
    for state, *found in olist.get("/api/orders/avg_value?by=state").rows("member", "orders", "value", "median"):
        values = orders.get_group(state)
        assert found == pytest.approx([len(values), values.mean(), values.median()], rel=1e-9, abs=1e-9)


def test_sellers_have_five_numbers(olist: RealShop) -> None:
    parts = raw.olist_items(olist.folder).groupby(["seller_id", "order_id"]).value.sum().round(2)
    sellers = parts.groupby("seller_id")
    five = sellers.quantile(np.array([0, 0.25, 0.5, 0.75, 1])).unstack()
    columns = ("lowest", "lower_quartile", "median", "upper_quartile", "highest")
    rows = olist.get("/api/orders/value_distribution?by=store").rows("store", "orders", *columns)
    assert {store for store, *_ in rows} == set(five.index)
    for store, orders, *found in rows:
        assert (orders, found) == (len(sellers.get_group(store)), pytest.approx(five.loc[store].tolist(), rel=1e-9))


def test_spread_of_order_values(retail: RealShop) -> None:
    values = invoices(retail).value
    answer = retail.get("/api/orders/value_distribution?bins=25")
    rows = answer.rows("from", "to", "orders", "share")
    edges = [low for low, *_ in rows] + [np.inf]
    assert [n for _, _, n, _ in rows] == np.histogram(values, edges)[0].tolist()
    assert answer.summary["median"] == values.median()
    assert rows[-1][1] is None


def test_products_that_swing(retail: RealShop) -> None:
    lines = goods(retail)
    lines = lines.assign(week=lines["at"].dt.to_period("W-SUN").dt.start_time)
    whole = lines[(lines.week >= "2010-12-06") & (lines.week <= "2011-11-28")]
    weekly = whole.groupby(["StockCode", "week"]).amount.sum()
    answer = retail.get("/api/orders/volatility?level=product&limit=300&min_weeks=10")
    names = ("member", "weeks", "mean", "deviation", "variation")
    previous = np.inf
    for sku, weeks, mean, deviation, variation in answer.rows(*names):
        series = weekly[sku].asfreq("7D", fill_value=0)
        assert (weeks, mean) == (len(series), pytest.approx(series.mean()))
        assert (deviation, variation) == (pytest.approx(series.std()), pytest.approx(series.std() / series.mean()))
        assert variation <= previous + 1e-9
        previous = variation


def test_orders_that_stand_out(retail: RealShop) -> None:
    values = invoices(retail).value
    spread = (values - values.median()).abs().median()
    z = 0.6745 * (values - values.median()) / spread
    far = z[z.abs() > 3.5].sort_values(key=lambda found: -found.abs())
    answer = retail.get("/api/orders/outliers?limit=50")
    assert answer.summary["outliers"] == len(far)
    assert answer.rows("order") == far.index[:50].tolist()
    assert answer.rows("z") == pytest.approx(far[:50].tolist(), rel=1e-9)


def test_pairs_bought_together(retail: RealShop) -> None:
    lines = goods(retail)[["InvoiceNo", "StockCode"]].drop_duplicates()
    n = lines.InvoiceNo.nunique()
    alone = lines.StockCode.value_counts()
    often = alone[alone * 100 >= n]
    pairs = lines[lines.StockCode.isin(often.index)].sort_values("StockCode").groupby("InvoiceNo").StockCode
    counted = Counter(pair for skus in pairs.agg(list) for pair in combinations(skus, 2))
    both: dict[tuple[str, str], int] = {pair: k for pair, k in counted.items() if k * 100 >= n}
    answer = retail.get("/api/orders/basket?min_support=0.01&min_confidence=0.5&max_items=2&limit=10000")
    expected = {(x, y): k for pair, k in both.items() for x, y in (pair, pair[::-1]) if 2 * k >= alone[x]}
    assert {(x, y): k for x, y, k in answer.rows("antecedent", "consequent", "baskets")} == expected
    assert (answer.summary["orders"], answer.summary["itemsets"]) == (n, len(often) + len(both))
    every = [(k, alone[x], alone[y]) for pair, k in both.items() for x, y in (pair, pair[::-1])]
    tables = [[[k, n_x - k], [n_y - k, n - n_x - n_y + k]] for k, n_x, n_y in every]
    p = [fisher_exact(table, alternative="greater").pvalue for table in tables]
    q = dict(zip(((x, y) for pair in both for x, y in (pair, pair[::-1])), false_discovery_control(p), strict=True))
    for x, y, lift, q_value in answer.rows("antecedent", "consequent", "lift", "q_value"):
        assert lift == pytest.approx(expected[x, y] * n / alone[x] / alone[y])
        assert q_value == pytest.approx(q[x, y], rel=1e-6)


def test_triples_bought_together(retail: RealShop) -> None:
    lines = goods(retail)
    held = lines.groupby("StockCode").InvoiceNo.agg(set)
    n = lines.InvoiceNo.nunique()
    answer = retail.get("/api/orders/basket?min_support=0.008&min_confidence=0.6&max_items=4&limit=10000")
    sizes = set()
    for antecedent, consequent, baskets, confidence in answer.rows("antecedent", "consequent", "baskets", "confidence"):
        bought = set.intersection(*(held[sku] for sku in antecedent.split(" + ")))
        assert baskets == len(bought & held[consequent]) >= 0.008 * n
        assert confidence == baskets / len(bought) >= 0.6
        sizes.add(antecedent.count("+") + 1)
    assert sizes == {1, 2, 3}


def test_swings_of_pizza_stores(ordered_pizza: RealShop) -> None:
    lines = raw.pizza_lines(ordered_pizza.folder)
    weeks = lines.ordered_at.dt.to_period("W-SUN").dt.start_time
    whole = lines[
        (weeks >= lines.ordered_at.min().normalize()) & (weeks + pd.Timedelta(days=6) <= lines.ordered_at.max())
    ]
    weekly = whole.assign(week=weeks).groupby(["store_id", "week"]).value.sum()
    rows = ordered_pizza.get("/api/orders/volatility").rows("member", "weeks", "mean", "variation")
    assert {store for store, *_ in rows} == set(whole.store_id)
    for store, number, mean, variation in rows:
        series = weekly[store].asfreq("7D", fill_value=0)
        assert (number, mean) == (len(series), pytest.approx(series.mean()))
        assert variation == pytest.approx(series.std() / series.mean())


def test_pizza_orders_that_stand_out_in_their_store(ordered_pizza: RealShop) -> None:
    orders = raw.pizza_lines(ordered_pizza.folder).groupby(["order_id", "store_id"], as_index=False).value.sum()
    off = orders.value.round(2) - orders.groupby("store_id").value.transform("median").round(3)
    spread = off.abs().groupby(orders.store_id).transform("median")
    expected = dict(zip(orders.order_id, 0.6745 * off / spread, strict=True))
    answer = ordered_pizza.get("/api/orders/outliers?among=store&limit=100000")
    found = dict(answer.rows("order", "z"))
    assert found == pytest.approx({order: z for order, z in expected.items() if abs(z) > 3.5}, rel=1e-6)


def test_pizza_categories(ordered_pizza: RealShop) -> None:
    lines = raw.pizza_lines(ordered_pizza.folder)
    units = lines.groupby(["category", "order_id"]).quantity.sum().groupby("category")
    rows = ordered_pizza.get("/api/orders/avg_items?by=category").rows("member", "orders", "value", "upper_quartile")
    assert {category for category, *_ in rows} == set(lines.category)
    for category, *figures in rows:
        values = units.get_group(category)
        assert figures == pytest.approx([len(values), values.mean(), values.quantile(0.75)])
