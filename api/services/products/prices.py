"""What a product costs."""

from sqlalchemy import ColumnElement, Subquery, func, select

from api.models.warehouse import product
from api.services.capabilities import needed
from api.services.errors import NotInThisData
from api.services.sql import money, ratio, total
from api.services.views import line
from api.services.warehouse import Dataset
from api.services.wording import worded

LIST = "list price, as the source states it"
PAID = "mean price paid per unit in the selection, as the source states no list prices"


def sold() -> Subquery:
    """Units sold, what was paid for them, and revenue with freight, by product."""
    sums = {"quantity": line.c.quantity, "paid": line.c.amount, "gross": line.c.amount + line.c.freight}
    totals = (total(value).label(name) for name, value in sums.items())
    return select(line.c.product_key, *totals).group_by(line.c.product_key).subquery("sold")


def price_of(sums: Subquery) -> ColumnElement[float]:
    """List price of a product; where the source states none, the mean price paid per unit."""
    return func.coalesce(money(product.c.list_price), money(ratio(sums.c.paid, sums.c.quantity)))


def price_source(data: Dataset) -> str:
    """Say which price is shown.

    Raises NotInThisData where there are neither list prices nor sales.
    """
    if not data.capabilities & {"list_prices", "orders"}:
        raise NotInThisData(
            worded(
                "This data set has no {missing}; load data that has either.",
                missing=(needed("list_prices"), needed("orders")),
            )
        )
    return LIST if "list_prices" in data.capabilities else PAID
