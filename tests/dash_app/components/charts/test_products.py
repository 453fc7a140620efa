"""Drawings of products."""

from typing import Any

import orjson
import pytest

from dash_app.components.card import Drawn
from dash_app.components.charts.products import performance, sales
from dash_app.components.charts.products.avg_price import avg_price
from dash_app.components.charts.products.price_sales import price_sales, says_answer
from dash_app.components.charts.products.price_trend import price_trend
from dash_app.components.charts.products.top import best
from dash_app.pages.products import title_of_together
from tests.dash_app.conftest import bare_scene, placed, result
from tests.dash_app.plotted import plotted
from tests.dash_app.reading import having, links, texts

SALES = {
    "member": "text",
    "name": "text",
    "quantity": "count",
    "revenue": "money",
    "share": "share",
    "cumulative_share": "share",
    "previous": "money",
    "change": "change",
}
SOLD = (
    ("A", "Alpha", 5, 50.0, 0.5, 0.5, 40.0, 0.25),
    ("B", "Beta", 3, 30.0, 0.3, 0.8, None, None),
    ("C", "Gamma", 1, 10.0, 0.1, 0.9, 20.0, -0.5),
    ("D", "Delta", 0, 0.0, 0.0, 0.9, None, None),
)
OTHER = {"quantity": 1, "revenue": 10.0, "share": 0.1}


def figure_of(drawn: Any) -> Any:
    assert isinstance(drawn, Drawn)
    return plotted(drawn.figure)


def test_areas_are_as_large_as_the_revenue_and_say_the_rest() -> None:
    drawn = sales.sales(result(SALES, *SOLD, other=OTHER), placed("products/sales", "?state=CA"))
    (areas,) = figure_of(drawn).data
    assert (areas.labels, areas.values) == (("Alpha", "Beta", "Gamma"), (50, 30, 10))
    assert tuple(areas.marker.colors) == ("var(--up-1)", "var(--amount-1)", "var(--down-1)")
    assert areas.customdata[0][0] == "?state=CA&category=A"
    assert isinstance(drawn, Drawn)
    assert "All others bring 10.0\u202f%." in texts(drawn.legend)


def test_shares_are_those_of_the_answer() -> None:
    shares = "?products-sales.shown=share"
    areas = figure_of(sales.sales(result(SALES, *SOLD), placed("products/sales", shares))).data[0]
    assert areas.text[0] == "50.0\u202f%"
    listed = sales.sales(result(SALES, *SOLD), placed("products/sales", f"{shares}&products-sales.look=list"))
    assert [texts(figure)[-1] for figure in having(listed, "bar-figure")][:2] == ["50.0\u202f%", "30.0\u202f%"]
    assert "B, 80.0\u202f% so far" in texts(listed)


@pytest.mark.parametrize(
    ("by", "link"), [("product", "/product/A"), ("category", "category=A"), ("size", "?products-sales.by=size")]
)
def test_each_kind_leads_on_in_its_way(by: str, link: str) -> None:
    search = f"?products-sales.by={by}&products-sales.look=list"
    scene = placed("products/sales", search, capabilities=frozenset({"categories", "sizes"}))
    assert link in links(sales.sales(result(SALES, *SOLD), scene))[0]


def test_the_first_and_the_first_three_are_said() -> None:
    said = sales.says_share(result(SALES, *SOLD), placed("products/sales"))
    assert said == "Alpha brings 50.0\u202f% of the revenue, the first three 90.0\u202f%."


def test_the_best_sellers_open_their_pages() -> None:
    units = {
        "sku": "text",
        "name": "text",
        "size": "text",
        "category": "text",
        "quantity": "count",
        "revenue": "money",
        "share": "share",
    }
    answer = result(units, ("P1", "Tea", "", "Drinks", 5, 50.0, 0.8))
    assert links(best(answer, placed("products/best", "?state=CA"))) == ["/product/P1?state=CA"]
    assert texts(best(answer, placed("products/best", "?products-best.shown=share")))[-1] == "80.0\u202f%"


MONTHS = {
    "sku": "text",
    "name": "text",
    "category": "text",
    "launched_on": "day",
    "months_since_launch": "count",
    "period": "day",
    "revenue": "money",
    "quantity": "count",
    "cohort_share": "share",
    "complete": "flag",
}


def months() -> Any:
    """Old has sold for years, New for two months and a bit."""
    old = [("Old", "", "", "2022-01-01", n, "2024-01-01", 9.0, 1, 1.0, True) for n in (24, 25)]
    new = [("New", "", "", "2024-01-01", n, "2024-01-01", 5.0, 1, 1.0, n < 2) for n in (0, 1, 2)]
    return result(MONTHS, *new, *old, new_since="2024-01-01", share_of_new=0.02)


def test_new_products_stand_in_front_of_old_ones_without_months_in_part() -> None:
    drawn = figure_of(performance.performance(months(), placed("products/performance")))
    old, new = drawn.data
    assert (tuple(old.x), tuple(new.x)) == ((24, 25), (0, 1))
    assert new.line.color != old.line.color
    assert new.customdata[0][0] == "/product/New"


def test_products_that_are_not_drawn_are_named() -> None:
    answer = months()
    answer.summary["other"] = {"products": 1200, "revenue": 5.0, "share": 0.07}
    drawn = performance.performance(answer, placed("products/performance"))
    assert drawn
    assert "1,200 further products bring 7.0\u202f% of the revenue." in texts(drawn.legend)


def test_of_a_thousand_products_as_many_are_drawn_as_a_megabyte_holds() -> None:
    row = ("A product with a name", "", "2020-01-01")
    rows = [(f"SKU{i:05d}", *row, n, "2024-01-01", 1234.56, 10, 0.1, True) for i in range(1000) for n in range(60)]
    answer = result(MONTHS, *rows, new_since="2024-01-01", share_of_new=0.0)
    drawn = performance.performance(answer, placed("products/performance"))
    assert drawn
    assert 300_000 < len(orjson.dumps(drawn.figure)) < 1_000_000
    assert texts(drawn.legend)[-1] == "917 further products are in the table."


def test_the_calendar_puts_months_where_they_were() -> None:
    scene = placed("products/performance", "?products-performance.align=calendar")
    assert figure_of(performance.performance(months(), scene)).data[1].x[0] == "2024-01-01"
    assert performance.ask_performance(scene).params[-2] == ("align", "calendar")


def test_launches_know_no_first_day() -> None:
    params = performance.ask_performance(placed("products/performance", "?start=2024-06-01&end=2024-12-31")).params
    assert "start" not in dict(params)
    assert dict(params)["end"] == "2024-12-31"


def test_what_new_products_bring() -> None:
    scene = placed("products/performance")
    assert performance.says_new(months(), scene).startswith("Products launched since 1 Jan 2024 bring 2.0\u202f%")
    none = result(MONTHS, new_since="2024-01-01", share_of_new=0.0)
    assert performance.says_new(none, scene) == "No product has been launched since 1 Jan 2024."


def test_a_product_stands_in_front_of_its_cohort() -> None:
    scene = placed("product/cohort", "?sku=Old")
    assert figure_of(performance.cohort(months(), scene)).data[-1].customdata[0][0] == "/product/Old"
    assert ("cohort_of", "Old") in performance.ask_cohort(scene).params
    assert "sku" not in dict(performance.ask_cohort(scene).params)


PRICES = {
    "category": "text",
    "size": "text",
    "products": "count",
    "mean": "money",
    "median": "money",
    "lowest": "money",
    "highest": "money",
    "paid": "money",
}


def test_prices_range_from_the_cheapest_to_the_dearest() -> None:
    rows = [(f"C{n}", "Large", n, 10.0, 9.0, 5.0, 20.0, None) for n in range(20)]
    drawn = avg_price(result(PRICES, *rows), placed("products/avg_price"))
    bands = plotted(drawn.figure).data[0]
    assert (bands.base[0], bands.x[0]) == (5, 15)
    assert (bands.y[0], len(bands.y)) == ("C4, large", 16)
    assert "The 16 with most products; the table has all 20." in texts(drawn.legend)


POINTS = {"sku": "text", "name": "text", "category": "text", "price": "money", "quantity": "count", "revenue": "money"}
FOUND = {
    "n": 54,
    "pearson": -0.58,
    "spearman": -0.52,
    "fit": {"linear": [(1, 9), (4, 3)], "logarithmic": [(1, 8), (4, 2)]},
    "elasticity": {"value": -0.39, "standard_error": 0.33, "products": 15},
}


@pytest.mark.parametrize(("scale", "axis", "ends"), [("linear", None, (9, 3)), ("logarithmic", "log", (8, 2))])
def test_the_line_fits_the_scale(scale: str, axis: str | None, ends: tuple[int, int]) -> None:
    answer = result(POINTS, ("P1", "Tea", "Drinks", 2.0, 7, 14.0), **FOUND)
    drawn = plotted(price_sales(answer, placed("products/price_sales", f"?products-price_sales.scale={scale}")).figure)
    assert (drawn.layout.xaxis.type, tuple(drawn.data[1].y)) == (axis, ends)
    assert drawn.data[0].customdata[0][0] == "/product/P1"


def test_correlation_and_elasticity_in_words() -> None:
    assert says_answer(result(POINTS, **FOUND), placed("products/price_sales")) == (
        "Price and units sold are related strongly, cheaper ones sell more (Spearman \u22120.52, Pearson \u22120.58, "
        "54 products). Where a product's own price changed (15 did), a price 1\u202f% higher went with 0.39\u202f% "
        "(± 0.33) fewer units."
    )
    still = result(POINTS, **(FOUND | {"spearman": 0.05, "elasticity": None}))
    assert "hardly at all (" in says_answer(still, placed("products/price_sales"))
    assert says_answer(still, placed("products/price_sales")).endswith("nothing says what a new price would do.")


def test_the_history_of_a_price() -> None:
    units = {
        "period": "day",
        "price": "money",
        "lowest": "money",
        "highest": "money",
        "paid": "money",
        "quantity": "count",
        "complete": "flag",
    }
    answer = result(units, ("2024-01-01", 11.5, 10.0, 12.0, 10.0, 4, True))
    low, high, paid, price = plotted(price_trend(answer, placed("product/prices", "?grain=month")).figure).data
    assert (low.y[0], high.y[0], paid.y[0], price.y[0]) == (10, 12, 10, 11.5)


def test_the_title_follows_the_choice_of_a_product() -> None:
    assert title_of_together(bare_scene("?sku=P1")) == "What sells together with it?"
    assert title_of_together(bare_scene()) == "Which products sell together?"
