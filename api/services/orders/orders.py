"""The orders themselves."""

from typing import Any

from sqlalchemy import Select, func, select

from api.models.warehouse import customer, order, store
from api.services.analysis import analysis
from api.services.columns import Column
from api.services.dimensions import customer_id, store_name
from api.services.sql import money
from api.services.units import Unit
from api.services.views import sale

_COLUMNS = (
    Column("order", Unit.TEXT, "Id of the order.", order.c.order_id),
    Column("ordered_at", Unit.MOMENT, "When it was placed.", order.c.ordered_at),
    Column("store", Unit.TEXT, "Id of its store; empty where several sellers share it.", store.c.store_id),
    store_name.named("name", "Name of the store."),
    customer_id.named("customer", "Id of the customer, empty for a guest."),
    Column("channel", Unit.TEXT, "Sales channel.", order.c.channel),
    Column("status", Unit.TEXT, "How far it has come, in the word of the source.", order.c.status),
    Column("items", Unit.COUNT, "Units of the order in the selection.", sale.c.quantity),
    Column(
        "total", Unit.MONEY, "Amounts and freight of the order in the selection.", money(sale.c.amount + sale.c.freight)
    ),
)


@analysis(title="Which orders are these?", columns=_COLUMNS, limit=100)
def orders(limit: int) -> Select[Any]:
    """The live orders of the selection one by one, newest first; ties by id.

    Every number about sales is made of these rows. Under a product filter, items and total are those of its products;
    under a store filter, of that seller's part where several sellers share an order.
    """
    newest = select(sale.c.day).order_by(sale.c.day.desc()).limit(limit + 1).subquery("newest")
    return (
        select(*(column.sql for column in _COLUMNS))
        .join_from(sale, order, order.c.order_key == sale.c.order_key)
        .join(store, store.c.store_key == sale.c.store_key)
        .join(customer, customer.c.customer_key == sale.c.customer_key)
        .where(sale.c.day >= select(func.min(newest.c.day)).scalar_subquery())
        .order_by(sale.c.day.desc(), order.c.ordered_at.desc(), order.c.order_id)
    )
