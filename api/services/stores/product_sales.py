"""What each store sells."""

from typing import Any

from sqlalchemy import Select, func, select

from api.models.warehouse import product, store
from api.services.analysis import analysis
from api.services.columns import Column
from api.services.dimensions import category, product_name, sku, store_id
from api.services.measures import line_quantity, line_revenue
from api.services.sql import money, ratio, total
from api.services.units import Unit
from api.services.views import line

_SHARE = Column("share", Unit.SHARE, "Share of what the store sold of all products in the selection.")


@analysis(
    title="What does each store sell?",
    columns=(store_id, sku, product_name, category, line_quantity, line_revenue, _SHARE),
    limit=1_000,
)
def product_sales() -> Select[Any]:
    """Products per store, the highest revenue of each store first; fees such as postage are left out.

    The shares of a store sum to 1, also where `limit` cuts the list: they are taken of all its products in the
    selection.
    """
    gross = total(line.c.amount + line.c.freight).label("gross")
    sums = (
        select(line.c.store_key, line.c.product_key, line_quantity.sql, gross)
        .group_by(line.c.store_key, line.c.product_key)
        .subquery("sums")
    )
    own = func.sum(sums.c.gross).over(partition_by=sums.c.store_key)
    return (
        select(
            store_id.sql,
            *(column.sql for column in (sku, product_name, category)),
            sums.c.quantity,
            money(sums.c.gross).label("revenue"),
            ratio(sums.c.gross, own).label("share"),
        )
        .join_from(sums, store, store.c.store_key == sums.c.store_key)
        .join(product, product.c.product_key == sums.c.product_key)
        .where(~product.c.is_fee)
        .order_by(store.c.store_id, sums.c.gross.desc(), product.c.sku)
    )
