"""Prices by category and size."""

from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from api.models.warehouse import product
from api.services.analysis import Question, analysis
from api.services.columns import Column
from api.services.dimensions import category
from api.services.filters import SaleFilters
from api.services.products.prices import price_of, price_source, sold
from api.services.quantiles import median
from api.services.sql import money, ratio, total
from api.services.units import Unit
from api.services.warehouse import Row

COLUMNS = (
    category,
    Column("size", Unit.TEXT, "Size; empty where products have none."),
    Column("products", Unit.COUNT, "Products with a known price."),
    Column("mean", Unit.MONEY, "Mean of their prices, each product counted once."),
    Column("median", Unit.MONEY, "Half cost less, half more."),
    Column("lowest", Unit.MONEY, "Price of the cheapest."),
    Column("highest", Unit.MONEY, "Price of the dearest."),
    Column("paid", Unit.MONEY, "Mean paid per unit in the selection, after discounts; absent where nothing was sold."),
)
_OF_SALES = ("start", "end", "country", "state", "city", "store", "channel")


def _with_source(rows: list[Row], question: Question) -> list[Row]:
    question.summary["price"] = price_source(question.data)
    return rows


@analysis(title="What do products cost on average?", columns=COLUMNS, requires=(), refine=_with_source)
def avg_price(filters: SaleFilters) -> Select[Any]:
    """Prices of the assortment by category and size: mean, median, lowest and highest of the products' prices.

    The price of a product is its list price; where the source states none, the mean price paid per unit. Where the
    selection narrows period, place, store or channel, only products sold in it count. Fees are left out.
    """
    sums = sold()
    price = price_of(sums)
    narrowed = any(getattr(filters, name) for name in _OF_SALES)
    found = product.join(sums, sums.c.product_key == product.c.product_key, isouter=not narrowed)
    return (
        select(
            category.sql,
            product.c.size,
            func.count(price).label("products"),
            func.avg(price).label("mean"),
            median(price).label("median"),
            func.min(price).label("lowest"),
            func.max(price).label("highest"),
            money(ratio(total(sums.c.paid), total(sums.c.quantity))).label("paid"),
        )
        .select_from(found)
        .where(product.c.product_key > 0, ~product.c.is_fee, price.is_not(None), *_named(filters))
        .group_by(product.c.category, product.c.size)
        .order_by(product.c.category, product.c.size)
    )


def _named(filters: SaleFilters) -> list[ColumnElement[bool]]:
    """Only the products asked for: the assortment does not pass through the views."""
    asked = ((product.c.category, filters.category), (product.c.sku, filters.sku))
    return [column.in_(values) for column, values in asked if values]
