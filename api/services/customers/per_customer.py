"""What each known customer bought in the selection."""

from sqlalchemy import Subquery, func, select

from api.services.columns import Column
from api.services.sql import money, ratio, total
from api.services.units import Unit
from api.services.views import sale


def per_customer() -> Subquery:
    """One row per known customer: `customer_key`, `orders`, `gross` in millionths, `last_day`."""
    return (
        select(
            sale.c.customer_key,
            func.count().label("orders"),
            total(sale.c.amount + sale.c.freight).label("gross"),
            func.max(sale.c.day).label("last_day"),
        )
        .where(sale.c.customer_key > 0)
        .group_by(sale.c.customer_key)
        .subquery("per_customer")
    )


class CustomerMeasures:
    """The measures of one customer in a `per_customer` query."""

    def __init__(self, bought: Subquery) -> None:
        self.orders = Column("orders", Unit.COUNT, "Live orders of the customer.", bought.c.orders)
        self.revenue = Column(
            "revenue", Unit.MONEY, "Amounts and freight of these orders, before returns.", money(bought.c.gross)
        )
        self.order_value = Column(
            "order_value", Unit.MONEY, "Revenue per order.", money(ratio(bought.c.gross, bought.c.orders))
        )
        self.last_order = Column("last_order", Unit.DAY, "Day of the last one.", bought.c.last_day)
