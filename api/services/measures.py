"""Each number once: name, unit, meaning, SQL."""

from sqlalchemy import func
from sqlalchemy.sql.expression import TableClause

from api.services.columns import Column
from api.services.sql import money, ratio, total
from api.services.units import Unit
from api.services.views import line, returned, sale, store_sale


class OrderMeasures:
    """The measures of a view with one row per order."""

    def __init__(self, view: TableClause) -> None:
        value = total(view.c.amount + view.c.freight)
        units = total(view.c.quantity)
        buyers = func.count(func.nullif(view.c.customer_key, 0).distinct())
        self.revenue = Column(
            "revenue", Unit.MONEY, "Amounts and freight of live orders, before returns.", money(value)
        )
        self.orders = Column("orders", Unit.COUNT, "Live orders.", func.count())
        self.order_value = Column("order_value", Unit.MONEY, "Revenue per order.", money(ratio(value, func.count())))
        self.items_per_order = Column("items_per_order", Unit.NUMBER, "Units per order.", ratio(units, func.count()))
        self.customers = Column("customers", Unit.COUNT, "Known people with a live order, each counted once.", buyers)


by_order = OrderMeasures(sale)
"""Measures of the selection's orders."""

by_store = OrderMeasures(store_sale)
"""The same where stores are told apart: an order of two sellers counts for both, each with its own lines."""

line_revenue = Column(
    "revenue",
    Unit.MONEY,
    "Amounts and freight of the lines, before returns.",
    money(total(line.c.amount + line.c.freight)),
)
line_quantity = Column("quantity", Unit.COUNT, "Units sold.", total(line.c.quantity))
returns = Column("returns", Unit.MONEY, "Amounts paid back, by the day of the return.", money(total(returned.c.amount)))
