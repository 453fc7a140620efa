"""The first questions on real data, on every engine, against plain pandas over the raw files."""

from collections.abc import Callable

import pandas as pd
import pytest

from tests import engines
from tests.real import raw
from tests.real.conftest import RealShop

pytestmark = pytest.mark.datasets
FEES = ("POST", "DOT", "M", "m", "D", "C2", "S", "B", "BANK CHARGES", "AMAZONFEE", "CRUK", "PADS")


@pytest.fixture(params=engines.all_engines())
def retail(request: pytest.FixtureRequest, open_real: Callable[..., RealShop]) -> RealShop:
    return open_real("online_retail", request.param)


@pytest.fixture(params=engines.all_engines())
def olist(request: pytest.FixtureRequest, open_real: Callable[..., RealShop]) -> RealShop:
    return open_real("olist", request.param)


@pytest.fixture(params=engines.all_engines())
def pizza(request: pytest.FixtureRequest, open_real: Callable[..., RealShop]) -> RealShop:
    return open_real("pizza_chain", request.param)


def cents(value: float) -> float:
    return round(float(value), 2)


def test_online_retail_control_totals(retail: RealShop) -> None:
    answer = retail.get("/api/kpis")
    assert answer.figure("revenue") == 10_666_684.54
    assert answer.figure("orders") == 19_960
    assert answer.figure("customers") == 4_338
    assert answer.figure("returns") == 896_812.49
    assert answer.figure("net_revenue") == 9_769_872.05


def test_online_retail_figures_of_a_month(retail: RealShop) -> None:
    sales = raw.online_retail(retail.folder).query("kind == 'sale'")
    month = sales[sales["at"].dt.strftime("%Y-%m") == "2011-11"]
    before = sales[sales["at"].dt.strftime("%Y-%m") == "2011-10"]
    answer = retail.get("/api/kpis?start=2011-11-01&end=2011-11-30")
    assert answer.figure("revenue") == cents(month.amount.sum())
    assert answer.figure("revenue", "previous") == cents(before.amount.sum())
    assert answer.figure("items_per_order") == pytest.approx(
        month.quantity.sum() / month.InvoiceNo.nunique(), rel=1e-12
    )
    known = sales[sales.customer != ""]
    first = known.groupby("customer")["at"].min()
    buyers = month[month.customer != ""].customer.unique()
    assert answer.figure("customers") == len(buyers)
    assert answer.figure("new_customers") == (first[buyers] >= "2011-11-01").sum()
    to_end = known[known["at"] < "2011-12-01"].groupby("customer").InvoiceNo.nunique()
    assert answer.figure("repeat_rate") == pytest.approx((to_end[buyers] >= 2).mean(), rel=1e-12)


def test_online_retail_of_two_countries_and_a_product(retail: RealShop) -> None:
    sales = raw.online_retail(retail.folder).query("kind == 'sale'")
    some = sales[sales.Country.isin(["France", "EIRE"]) & (sales.StockCode == "22423")]
    answer = retail.get("/api/kpis?country=France&country=EIRE&sku=22423")
    assert answer.figure("revenue") == cents(some.amount.sum())
    assert answer.figure("orders") == some.InvoiceNo.nunique()


def test_online_retail_by_month(retail: RealShop) -> None:
    lines = raw.online_retail(retail.folder)
    month = lines["at"].dt.strftime("%Y-%m-01")
    sales, back = lines[lines.kind == "sale"], lines[lines.kind == "return"]
    revenue, returned = sales.groupby(month).amount.sum(), back.groupby(month).amount.sum()
    orders = sales.groupby(month).InvoiceNo.nunique()
    answer = retail.get("/api/orders/trend?grain=month")
    assert answer.rows("period", "revenue", "net_revenue", "orders") == [
        (m, cents(revenue[m]), cents(revenue[m] + returned[m]), orders[m]) for m in revenue.index
    ]
    assert answer.rows("complete") == [True] * 12 + [False]


def test_online_retail_best_products(retail: RealShop) -> None:
    sales = raw.online_retail(retail.folder).query("kind == 'sale'")
    goods = sales[~sales.StockCode.isin(FEES) & ~sales.StockCode.str.startswith("gift_")]
    for by, column in (("revenue", "amount"), ("quantity", "quantity")):
        best = goods.groupby("StockCode")[column].sum().round(2).reset_index()
        best = best.sort_values([column, "StockCode"], ascending=[False, True]).head(50)
        answer = retail.get(f"/api/products/top?by={by}&limit=50")
        assert answer.rows("sku", by) == list(best.itertuples(index=False, name=None))


def test_online_retail_is_one_web_shop_without_a_map(retail: RealShop) -> None:
    assert retail.get("/api/stores/sales").rows("revenue", "orders", "customers") == [(10_666_684.54, 19_960, 4_338)]
    assert "coordinates" in retail.get("/api/customers").summary["unavailable"]


def test_olist_figures(olist: RealShop) -> None:
    orders = raw.olist_orders(olist.folder)
    answer = olist.get("/api/kpis")
    assert answer.figure("revenue") == cents(orders.value.sum())
    assert answer.figure("orders") == len(orders)
    assert answer.figure("customers") == orders.customer_unique_id.nunique()


def test_olist_by_quarter_in_a_state(olist: RealShop) -> None:
    orders = raw.olist_orders(olist.folder)
    some = orders[orders.customer_state == "RJ"]
    revenue = some.groupby(some["at"].dt.to_period("Q").dt.start_time.dt.strftime("%Y-%m-%d")).value.sum()
    answer = olist.get("/api/orders/trend?grain=quarter&state=RJ")
    assert {p: v for p, v in answer.rows("period", "revenue") if v} == {p: cents(v) for p, v in revenue.items() if v}


def test_olist_sellers(olist: RealShop) -> None:
    items = raw.olist_items(olist.folder)
    sellers = items.groupby("seller_id").agg(revenue=("value", "sum"), orders=("order_id", "nunique"))
    answer = olist.get("/api/stores/sales?limit=10000")
    expected = {seller: (cents(row.revenue), row.orders) for seller, row in sellers.iterrows()}
    assert {
        store: (revenue, orders) for store, revenue, orders in answer.rows("store", "revenue", "orders")
    } == expected


def test_olist_customers_of_a_seller_and_on_the_map(olist: RealShop) -> None:
    orders, items = raw.olist_orders(olist.folder), raw.olist_items(olist.folder)
    seller = items.groupby("seller_id").value.sum().idxmax()
    mine = items[items.seller_id == seller]
    answer = olist.get(f"/api/kpis?store={seller}")
    assert answer.figure("revenue") == cents(mine.value.sum())
    assert answer.figure("customers") == orders[orders.order_id.isin(mine.order_id)].customer_unique_id.nunique()
    cells = olist.get("/api/customers?resolution=4")
    located = sum(cells.rows("customers"))
    assert 0.97 * orders.customer_unique_id.nunique() <= located <= orders.customer_unique_id.nunique()


def test_pizza_chain_shows_customers_and_stores_without_orders(pizza: RealShop) -> None:
    customers = pd.read_csv(pizza.folder / "customers.csv")
    stores = pd.read_csv(pizza.folder / "stores.csv")
    assert sum(pizza.get("/api/customers?resolution=6").rows("customers")) == len(customers) == 34_761
    listed = pizza.get("/api/stores").rows("store", "state", "city")
    assert listed == sorted(zip(stores.storeID, stores.state_abbr, stores.city, strict=True))
    for url in ("/api/kpis", "/api/orders/trend", "/api/stores/sales", "/api/products/top"):
        answer = pizza.get(url)
        assert (answer.rows(), "no orders" in answer.summary["unavailable"]) == ([], True)


def test_a_box_with_few_customers_names_them(pizza: RealShop) -> None:
    customers = pd.read_csv(pizza.folder / "customers.csv")
    inside = customers[customers.longitude.between(-120.6, -120.3) & customers.latitude.between(34.4, 34.8)]
    answer = pizza.get("/api/customers?bbox=-120.6,34.4,-120.3,34.8")
    assert 0 < len(inside) < 5_000
    assert answer.rows("customer") == sorted(inside.customerID)
