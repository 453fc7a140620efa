"""Questions about products on real data, against plain pandas over the raw files."""

from collections.abc import Callable

import duckdb
import numpy as np
import pandas as pd
import pytest
from scipy import stats

from tests.real import raw
from tests.real.conftest import RealShop

pytestmark = pytest.mark.datasets


@pytest.fixture
def retail(open_real: Callable[..., RealShop]) -> RealShop:
    return open_real("online_retail")


@pytest.fixture
def olist(open_real: Callable[..., RealShop]) -> RealShop:
    return open_real("olist")


@pytest.fixture
def pizza(open_real: Callable[..., RealShop]) -> RealShop:
    return open_real("pizza_chain")


def test_every_product_and_its_share(retail: RealShop) -> None:
    sales = raw.online_retail(retail.folder).query("kind == 'sale'")
    sums = sales.groupby("StockCode").amount.sum().round(2)
    rows = retail.get("/api/products/sales").rows("member", "revenue", "share", "cumulative_share")
    assert {member: revenue for member, revenue, _, _ in rows} == sums.to_dict()
    assert sum(share for _, _, share, _ in rows) == pytest.approx(1)
    assert [total for *_, total in rows] == pytest.approx(np.cumsum([row[1] for row in rows]) / sums.sum())


def test_categories_of_the_marketplace(olist: RealShop) -> None:
    answer = olist.get("/api/products/sales?by=category")
    items = raw.olist_items(olist.folder)
    assert sum(answer.rows("revenue")) == pytest.approx(items.value.sum(), abs=0.005)
    assert sum(answer.rows("quantity")) == len(items)


def test_prices_of_the_pizza_menu_without_any_order(pizza: RealShop) -> None:
    menu = pd.read_csv(pizza.folder / "products.csv")
    price = menu.groupby(["Category", "Size"]).Price.agg(["count", "mean", "median", "min", "max"]).round(6)
    rows = pizza.get("/api/products/avg_price").rows(
        "category", "size", "products", "mean", "median", "lowest", "highest", "paid"
    )
    assert {(category, size): tuple(figures) for category, size, *figures, _ in rows} == {
        key: pytest.approx(tuple(row)) for key, row in price.iterrows()
    }
    assert {row[-1] for row in rows} == {None}


def test_prices_of_the_marketplace_are_those_paid(olist: RealShop) -> None:
    items = raw.olist_items(olist.folder)
    answer = olist.get("/api/products/price_sales?points=100000")
    each = items.groupby("product_id").agg(price=("price", "mean"), quantity=("price", "size")).round(9)
    assert {sku: (price, n) for sku, price, n in answer.rows("sku", "price", "quantity")} == {
        sku: (pytest.approx(row.price), row.quantity) for sku, row in each.iterrows()
    }
    assert answer.summary["n"] == len(each)
    assert answer.summary["pearson"] == pytest.approx(stats.pearsonr(each.price, each.quantity).statistic)
    assert answer.summary["spearman"] == pytest.approx(stats.spearmanr(each.price, each.quantity).statistic)
    assert "paid per unit" in answer.summary["price"]


def test_elasticity_of_five_products_by_plain_least_squares(retail: RealShop) -> None:
    codes = ["22423", "85123A", "47566", "85099B", "84879"]
    sales = raw.online_retail(retail.folder).query("kind == 'sale'")
    sales = sales[sales.StockCode.isin(codes)]
    week = sales["at"].dt.to_period("W").astype(str)
    weekly = sales.groupby(["StockCode", week])[["quantity", "amount"]].sum().reset_index()
    dummies = pd.get_dummies(weekly[["StockCode", "at"]].astype(str)).to_numpy(dtype=float)
    design = np.column_stack([np.log(weekly.amount / weekly.quantity), dummies])
    expected = np.linalg.lstsq(design, np.log(weekly.quantity), rcond=None)[0][0]
    url = "/api/products/price_sales?" + "&".join(f"sku={code}" for code in codes)
    elasticity = retail.get(url).summary["elasticity"]
    assert elasticity["value"] == pytest.approx(expected, rel=1e-6)
    assert (elasticity["products"], elasticity["weeks_of_products"]) == (5, len(weekly))


def test_pizzas_since_their_launch(ordered_pizza: RealShop) -> None:
    products = duckdb.read_parquet(str(ordered_pizza.folder / "products.parquet")).df().set_index("sku")
    lines = raw.pizza_lines(ordered_pizza.folder)
    launched = pd.to_datetime(lines.sku.map(products.launched_on))
    at = lines.ordered_at
    months = (at.dt.year - launched.dt.year) * 12 + at.dt.month - launched.dt.month - (at.dt.day < launched.dt.day)
    expected = lines.groupby(["sku", months]).value.sum().round(2)
    answer = ordered_pizza.get("/api/products/performance")
    rows = answer.rows("sku", "months_since_launch", "revenue", "cohort_share", "launched_on")
    assert {(sku, month): revenue for sku, month, revenue, _, _ in rows if revenue} == expected.to_dict()
    shares = pd.DataFrame(rows, columns=["sku", "month", "revenue", "share", "launch"])
    cohorts = shares.groupby([shares.launch.str[:4], "month"]).share.sum()
    assert cohorts[cohorts > 0].to_numpy() == pytest.approx(1)
