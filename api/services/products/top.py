"""Best sellers."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field
from sqlalchemy import Label, Select, Subquery, func, select

from api.models.warehouse import product
from api.services.analysis import analysis
from api.services.columns import Column
from api.services.comparing import Compared
from api.services.dimensions import category, product_name, product_size, sku
from api.services.measures import line_quantity, line_revenue
from api.services.sql import ratio
from api.services.units import Unit
from api.services.views import line

_SHARE = Column("share", Unit.SHARE, "Share of what all products brought in the selection, in what they are ranked by.")


class Ranking(StrEnum):
    """What best means."""

    QUANTITY = "quantity"
    REVENUE = "revenue"


def _revenue() -> Select[Any]:
    sums = _sums(line_revenue.sql)
    return (
        select(sku.sql, sums.c.revenue)
        .join_from(sums, product, product.c.product_key == sums.c.product_key)
        .where(~product.c.is_fee)
    )


def _sums(*figures: Label[Any]) -> Subquery:
    return select(line.c.product_key, *figures).group_by(line.c.product_key).subquery("sums")


@analysis(
    title="Which products sell best?",
    columns=(sku, product_name, product_size, category, line_quantity, line_revenue, _SHARE),
    limit=100,
    compared=Compared(_revenue, by=("sku",), sorts=True),
)
def top(
    by: Annotated[Ranking, Field(description="What best means.", examples=["quantity"])] = Ranking.REVENUE,
) -> Select[Any]:
    """Products by units sold or by revenue, best first; fees such as postage are left out.

    Shares are taken of all products in the selection, also where `limit` cuts the list.
    """
    sums = _sums(line_quantity.sql, line_revenue.sql)
    return (
        select(sku.sql, product_name.sql, product_size.sql, category.sql, sums.c.quantity, sums.c.revenue)
        .add_columns(ratio(sums.c[by], func.sum(sums.c[by]).over()).label("share"))
        .join_from(sums, product, product.c.product_key == sums.c.product_key)
        .where(~product.c.is_fee)
        .order_by(sums.c[by].desc(), product.c.sku)
    )
