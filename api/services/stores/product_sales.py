"""What each store sells."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field
from sqlalchemy import Select, Subquery, func, literal, select

from api.models.warehouse import product, store
from api.services.analysis import analysis
from api.services.capabilities import needed
from api.services.columns import Column
from api.services.dimensions import category, product_name, sku, store_id, store_name
from api.services.errors import NotInThisData
from api.services.measures import line_quantity, line_revenue
from api.services.sql import money, ratio, total
from api.services.units import Unit
from api.services.views import line
from api.services.warehouse import Dataset
from api.services.wording import worded


class Member(StrEnum):
    """What a store's sales are told apart by."""

    PRODUCT = "product"
    CATEGORY = "category"


COLUMNS = (
    store_id,
    store_name.named("store_name", "Name of the store."),
    sku.named("sku", "Id of the product; empty where told apart by category."),
    product_name.named("name", "Name of the product; empty where told apart by category."),
    category,
    line_quantity,
    line_revenue,
    Column("share", Unit.SHARE, "Share of what the store sold of all products in the selection."),
    Column("index", Unit.NUMBER, "That share over the share at all stores of the selection together; 1 is as there."),
)


@analysis(title="What does each store sell?", columns=COLUMNS, limit=1_000)
def product_sales(
    data: Dataset,
    by: Annotated[Member, Field(description="What sales are told apart by.", examples=["category"])] = Member.PRODUCT,
) -> Select[Any]:
    """Products or categories per store, the store with the highest revenue first, and its best sellers first.

    Fees such as postage are left out. The shares of a store sum to 1, also where `limit` cuts the list: they are taken
    of all its products in the selection.
    """
    if by is Member.CATEGORY and "categories" not in data.capabilities:
        raise NotInThisData(worded("This data set has no {missing}; ask by product.", missing=needed("categories")))
    sums = _by_category(_sums()) if by is Member.CATEGORY else _sums()
    own = func.sum(sums.c.gross).over(partition_by=sums.c.store_key)
    everywhere = func.sum(sums.c.gross).over(partition_by=(sums.c.sku, sums.c.category))
    everything = func.sum(sums.c.gross).over()
    share = ratio(sums.c.gross, own)
    return (
        select(
            store_id.sql,
            store.c.name.label("store_name"),
            *(sums.c[name] for name in ("sku", "name", "category", "quantity")),
            money(sums.c.gross).label("revenue"),
            share.label("share"),
            ratio(share, ratio(everywhere, everything)).label("index"),
        )
        .join_from(sums, store, store.c.store_key == sums.c.store_key)
        .order_by(own.desc(), store.c.store_id, sums.c.gross.desc(), sums.c.sku, sums.c.category)
    )


def _sums() -> Subquery:
    """What each store sold of each product."""
    gross = total(line.c.amount + line.c.freight).label("gross")
    keys = (line.c.store_key, line.c.product_key)
    sold = select(*keys, line_quantity.sql, gross).group_by(*keys).subquery("sold")
    return (
        select(sold.c.store_key, sku.sql, product_name.sql, category.sql, sold.c.quantity, sold.c.gross)
        .join_from(sold, product, product.c.product_key == sold.c.product_key)
        .where(~product.c.is_fee)
        .subquery("products")
    )


def _by_category(products: Subquery) -> Subquery:
    keys = (products.c.store_key, products.c.category)
    sums = (total(products.c[name]).label(name) for name in ("quantity", "gross"))
    nameless = (literal("").label(name) for name in ("sku", "name"))
    return select(*keys, *nameless, *sums).group_by(*keys).subquery("categories")
