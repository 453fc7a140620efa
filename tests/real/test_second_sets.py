"""Questions about stores, products and trends on a second real data set, and compared periods, against plain pandas."""

from collections.abc import Callable
from typing import Any

import holidays
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


def between(lines: pd.DataFrame, start: str, end: str) -> pd.DataFrame:
    """Lines from the first day to the last."""
    at = lines["at" if "at" in lines else "ordered_at"]
    return lines[at.between(start, f"{end} 23:59:59")]


def cents(sums: "pd.Series[Any]") -> dict[Any, float]:
    return {key: round(value, 2) for key, value in sums.items()}


def test_pizza_stores_beside_the_year_before(ordered_pizza: RealShop) -> None:
    lines = raw.pizza_lines(ordered_pizza.folder)
    now, then = (between(lines, f"{year}-04-01", f"{year}-06-30") for year in (2025, 2024))
    answer = ordered_pizza.get("/api/stores/sales?start=2025-04-01&end=2025-06-30&compare=year")
    sold, before = (cents(part.groupby("store_id").value.sum()) for part in (now, then))
    people = now[now.customer_id != ""].groupby("store_id").customer_id.nunique()
    assert {row[0]: row[1:] for row in answer.rows("store", "revenue", "orders", "customers", "previous")} == {
        store: (value, now[now.store_id == store].order_id.nunique(), people.get(store, 0), before.get(store, 0))
        for store, value in sold.items()
    }
    for store, found in answer.rows("store", "change"):
        assert found == (pytest.approx(sold[store] / before[store] - 1) if before.get(store) else None)


def test_pizza_products_beside_the_quarter_before(ordered_pizza: RealShop) -> None:
    lines = raw.pizza_lines(ordered_pizza.folder)
    now = cents(between(lines, "2025-04-01", "2025-06-30").groupby("sku").value.sum())
    before = cents(between(lines, "2025-01-01", "2025-03-31").groupby("sku").value.sum())
    rows = ordered_pizza.get("/api/products/sales?start=2025-04-01&end=2025-06-30").rows(
        "member", "revenue", "previous"
    )
    assert {sku: (value, earlier) for sku, value, earlier in rows} == {
        sku: (value, before.get(sku, 0)) for sku, value in now.items()
    }


def test_nine_days_are_compared_with_nine_days(retail: RealShop) -> None:
    sales = raw.online_retail(retail.folder).query("kind == 'sale'")
    for compare, start, end in (("year", "2010-12-01", "2010-12-09"), ("previous", "2011-11-22", "2011-11-30")):
        answer = retail.get(f"/api/kpis?start=2011-12-01&end=2011-12-31&compare={compare}")
        part = between(sales, start, end)
        assert answer.summary["previous_period"] == {"start": start, "end": end}
        assert answer.figure("revenue", "previous") == pytest.approx(part.amount.sum(), abs=0.005)
        assert answer.figure("orders", "previous") == part.InvoiceNo.nunique()
        assert answer.figure("customers", "previous") == part[part.customer != ""].customer.nunique()


def test_countries_where_there_are_no_states(retail: RealShop) -> None:
    sales = raw.online_retail(retail.folder).query("kind == 'sale'")
    answer = retail.get("/api/stores/places")
    assert answer.summary["level"] == "country"
    known = sales[sales.customer != ""].groupby("Country").customer.nunique()
    named = sales[sales.Country != "Unspecified"].groupby("Country")
    expected = {
        country: (round(lines.amount.sum(), 2), lines.InvoiceNo.nunique(), known.get(country, 0))
        for country, lines in named
    }
    found = {row[0]: row[1:] for row in answer.rows("country", "revenue", "orders", "customers")}
    assert {country: found[country] for country in expected} == expected
    assert sum(revenue for revenue, *_ in found.values()) == pytest.approx(10_666_684.54, abs=0.005)


def test_best_products_of_the_marketplace(olist: RealShop) -> None:
    items = raw.olist_items(olist.folder)
    sums = items.groupby("product_id").agg(revenue=("value", "sum"), quantity=("value", "size")).round(2).reset_index()
    for by in ("revenue", "quantity"):
        best = sums.sort_values([by, "product_id"], ascending=[False, True]).head(40)
        answer = olist.get(f"/api/products/top?by={by}&limit=40")
        assert answer.rows("sku", "revenue", "quantity") == list(best.itertuples(index=False, name=None))


def test_sellers_over_time_beside_the_marketplace(olist: RealShop) -> None:
    items = raw.olist_items(olist.folder).merge(raw.olist_orders(olist.folder)[["order_id", "at"]])
    month = items["at"].dt.strftime("%Y-%m-01")
    by_seller = items.groupby(["seller_id", month]).value.sum()
    mean = by_seller.groupby(level=1).mean()
    best = by_seller.groupby(level=0).sum().sort_values(ascending=False).index[:3]
    rows = olist.get("/api/stores/sales_trend?" + "&".join(f"store={seller}" for seller in best)).rows(
        "store", "period", "revenue", "chain_mean"
    )
    assert {row[0] for row in rows} == set(best)
    for seller, period, revenue, chain in rows:
        assert revenue == pytest.approx(by_seller.get((seller, period), 0), abs=0.005)
        assert chain is None or chain == pytest.approx(mean[period])


def test_what_pizza_categories_sell_by_month_of_the_year(ordered_pizza: RealShop) -> None:
    lines = raw.pizza_lines(ordered_pizza.folder)
    sums = cents(lines.groupby(["category", lines.ordered_at.dt.month]).value.sum())
    rows = ordered_pizza.get("/api/trends/seasonal").rows("category", "month", "revenue", "index")
    assert {(category, month): revenue for category, month, revenue, _ in rows if revenue} == sums
    indices = pd.DataFrame(rows).groupby(0)[3]
    assert indices.mean()[indices.count() == 12].to_numpy() == pytest.approx(1)


def test_hours_of_the_marketplace(olist: RealShop) -> None:
    at = raw.olist_orders(olist.folder)["at"]
    every = pd.read_csv(olist.folder / "olist_orders_dataset.csv", parse_dates=["order_purchase_timestamp"])
    days = (
        every.order_purchase_timestamp.dt.normalize()
    )  # of all orders: a day with cancelled ones alone is in the data
    span = pd.date_range(days.min(), days.max())
    closed = holidays.country_holidays("BR", years=sorted(set(span.year)))
    usual = at[[day not in closed for day in at.dt.date]]
    means = usual.dt.hour.value_counts().sort_index() / sum(day.date() not in closed for day in span)
    rows = olist.get("/api/trends/peak_times").rows("member", "orders", "mean", "uplift")
    assert [(int(hour), orders) for hour, orders, *_ in rows] == list(at.dt.hour.value_counts().sort_index().items())
    assert [mean for *_, mean, _ in rows] == pytest.approx(means.tolist())
    assert [uplift for *_, uplift in rows] == pytest.approx((means / means.mean() - 1).tolist())
