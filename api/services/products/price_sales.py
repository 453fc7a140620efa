"""Prices against units sold."""

from typing import Annotated, Any

import numpy as np
from pydantic import Field
from sqlalchemy import Select, select

from api.models.warehouse import calendar, product
from api.services.analysis import Question, analysis
from api.services.columns import Column
from api.services.dimensions import category, product_name, sku
from api.services.measures import line_quantity, line_revenue
from api.services.products.prices import price_of, price_source, sold
from api.services.sql import money, ratio, total
from api.services.statistics.correlation import best_fit, correlations
from api.services.statistics.elasticity import price_elasticity
from api.services.units import Unit
from api.services.views import line
from api.services.warehouse import Row

MOST_PRODUCTS = 500  # whose own price changes are looked at, highest revenue first
COLUMNS = (
    sku,
    product_name,
    category,
    Column("price", Unit.MONEY, "List price; where the source states none, the mean price paid per unit."),
    line_quantity,
    line_revenue,
)


def _correlated(rows: list[Row], question: Question) -> list[Row]:
    prices, quantities = ([row[name] for row in rows] for name in ("price", "quantity"))
    pearson, spearman = correlations(prices, quantities)
    question.summary |= {"n": len(rows), "pearson": pearson, "spearman": spearman}
    question.summary |= {"price": price_source(question.data), "elasticity": _elasticity(rows, question)}
    question.summary["fit"] = {"linear": best_fit(prices, quantities), "logarithmic": _fit_of_logs(prices, quantities)}
    shown = question.option("points")
    question.summary |= {"truncated": True} if len(rows) > shown else {}
    return rows[:shown]


def _fit_of_logs(prices: list[float], quantities: list[float]) -> list[tuple[float, float]] | None:
    """Line that is straight where both axes are logarithmic."""
    known = [(np.log(p), np.log(q)) for p, q in zip(prices, quantities, strict=True) if p > 0 and q > 0]
    ends = best_fit(*np.array(known).T) if known else None
    return ends and [(float(np.exp(x)), float(np.exp(y))) for x, y in ends]


def _elasticity(rows: list[Row], question: Question) -> dict[str, Any] | None:
    """How units sold answered where a product's own price changed, None where none did."""
    weeks = question.rows(_weekly([row["sku"] for row in rows[:MOST_PRODUCTS]])) if rows else []
    if not weeks:
        return None
    names = ("sku", "week", "price", "quantity")
    found = price_elasticity(*(np.array([row[name] for row in weeks]) for name in names))
    if found is None:
        return None
    return {
        "value": found.value,
        "standard_error": found.standard_error,
        "products": found.products,
        "weeks_of_products": found.observations,
        "compared_with": "other products in the same week" if found.period_effects else "the product's own other weeks",
    }


@analysis(title="Do cheaper products sell more?", columns=COLUMNS, refine=_correlated, limit=None)
def price_sales(
    points: Annotated[
        int, Field(ge=1, le=100_000, description="Products returned, highest revenue first; figures rest on all.")
    ] = 5_000,
) -> Select[Any]:
    """Price and units sold of each product in the selection; fees are left out.

    The summary holds the correlation over products (Pearson of the values, Spearman of the ranks) with the number of
    products and the line of best fit, also of the logarithms. Both compare different products, so they say nothing of
    what a new price would do. That is what the elasticity estimates: weekly units sold against the product's own unit
    price before discounts, both in logarithms, less what all products share in a week; with its standard error, and
    only where a product's own price varied.
    """
    sums = sold()
    price = price_of(sums)
    return (
        select(
            *(column.sql for column in (sku, product_name, category)),
            price.label("price"),
            sums.c.quantity,
            money(sums.c.gross).label("revenue"),
        )
        .join_from(sums, product, product.c.product_key == sums.c.product_key)
        .where(~product.c.is_fee, price.is_not(None))
        .order_by(sums.c.gross.desc(), product.c.sku)
    )


def _weekly(skus: list[str]) -> Select[Any]:
    """Unit price and units sold by product and week."""
    full, keys = total(line.c.amount + line.c.discount).label("full"), (line.c.product_key, calendar.c.week)
    weekly = (
        select(*keys, full, line_quantity.sql)
        .join_from(line, calendar, calendar.c.day == line.c.day)
        .group_by(*keys)
        .subquery("weekly")
    )
    return (
        select(product.c.sku, weekly.c.week, money(ratio(weekly.c.full, weekly.c.quantity)).label("price"))
        .add_columns(weekly.c.quantity)
        .join_from(weekly, product, product.c.product_key == weekly.c.product_key)
        .where(product.c.sku.in_(skus), ~product.c.is_fee, weekly.c.full > 0, weekly.c.quantity > 0)
        .order_by(product.c.sku, weekly.c.week)
    )
