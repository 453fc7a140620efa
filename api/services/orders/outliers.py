"""Single orders that stand out."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field
from sqlalchemy import ColumnElement, Integer, Select, Subquery, case, func, literal_column, select

from api.models.warehouse import customer, order, store
from api.services.analysis import Question, analysis
from api.services.columns import Column
from api.services.counted_quantiles import counted_mean, counted_quantile, counted_up
from api.services.dimensions import customer_id, store_name
from api.services.sql import money
from api.services.units import Unit
from api.services.views import sale
from api.services.warehouse import Row
from api.services.wording import worded


class Among(StrEnum):
    """What an order is compared with."""

    ALL = "all"
    STORE = "store"


_THRESHOLD = 3.5
_NORMAL_QUARTILE = 0.6745
_NORMAL_MEAN = 1.253314
_SAME = literal_column("1", Integer)
COLUMNS = (
    Column("order", Unit.TEXT, "Id of the order."),
    Column("ordered_at", Unit.MOMENT, "When it was placed."),
    Column("store", Unit.TEXT, "Id of its store; empty where several sellers share it."),
    store_name.named("store_name", "Name of the store."),
    customer_id.named("customer", "Id of the customer, empty for a guest."),
    Column("total", Unit.MONEY, "Amounts and freight of the order in the selection."),
    Column("median", Unit.MONEY, "Median of the orders it is compared with."),
    Column("z", Unit.NUMBER, "Robust z: how many standard deviations of a normal distribution it lies off."),
)


def _counted(rows: list[Row], question: Question) -> list[Row]:
    question.summary |= {"outliers": rows[0]["outliers"] if rows else 0, "threshold": _THRESHOLD}
    if not rows:
        question.summary["notes"] = [
            worded("No order lies more than {threshold} standard deviations from the median.", threshold=_THRESHOLD)
        ]
    return rows


@analysis(title="Which orders stand out?", columns=COLUMNS, refine=_counted, limit=100)
def outliers(
    among: Annotated[
        Among, Field(description="Compare an order with all orders of the selection or with its store's.")
    ] = Among.ALL,
) -> Select[Any]:
    """Orders whose value lies far from the others, farthest first; ties by order id.

    Robust z = 0.6745 (x - median) / MAD, the MAD being the median distance from the median; an order stands out where
    |z| > 3.5 (Iglewicz & Hoaglin 1993, How to Detect and Handle Outliers). Where more than half of the orders have
    the same value the MAD is 0; then z = (x - median) / (1.253314 x mean distance). Where all are equal none stands
    out. Order values lean to the right, so most orders found are large ones, not necessarily wrong ones.
    """
    valued, spread = _valued(among), _spread(_valued(among))
    off = valued.c.gross - spread.c.middle
    found = (
        select(valued.c.order_key, valued.c.gross, spread.c.middle, (off / spread.c.unit).label("z"))
        .join_from(valued, spread, spread.c.peers == valued.c.peers)
        .where(spread.c.unit > 0, func.abs(off) > _THRESHOLD * spread.c.unit)
        .subquery("found")
    )
    return (
        select(
            order.c.order_id.label("order"),
            order.c.ordered_at,
            store.c.store_id.label("store"),
            store_name.sql.label("store_name"),
            customer_id.sql,
            money(found.c.gross).label("total"),
            money(found.c.middle).label("median"),
            found.c.z,
            func.count().over().label("outliers"),
        )
        .join_from(found, order, order.c.order_key == found.c.order_key)
        .join(store, store.c.store_key == order.c.store_key)
        .join(customer, customer.c.customer_key == order.c.customer_key)
        .order_by(func.abs(found.c.z).desc(), order.c.order_id)
    )


def _valued(among: Among) -> Subquery:
    """Value of each order and the orders it is compared with."""
    peers: ColumnElement[Any] = sale.c.store_key if among == Among.STORE else _SAME
    value = sale.c.amount + sale.c.freight
    return select(sale.c.order_key, peers.label("peers"), value.label("gross")).subquery("valued")


def _spread(valued: Subquery) -> Subquery:
    """Median of the orders compared with each other, and the unit in which z tells the distance from it."""
    keys = (valued.c.peers, valued.c.gross)
    values = select(valued.c.peers, valued.c.gross.label("value"), func.count().label("times")).group_by(*keys)
    counts = counted_up(values.subquery("counts"), "peers")
    middle = counted_quantile(counts, 0.5).label("middle")
    centre = select(counts.c.peers, middle).group_by(counts.c.peers).subquery("centre")
    away = func.abs(counts.c.value - centre.c.middle).label("value")
    distances = select(counts.c.peers, centre.c.middle, away, counts.c.times).join_from(
        counts, centre, centre.c.peers == counts.c.peers
    )
    spread = counted_up(distances.subquery("distances"), "peers")
    mad, middle = counted_quantile(spread, 0.5), func.max(spread.c.middle).label("middle")
    unit = case((mad > 0, mad / _NORMAL_QUARTILE), else_=counted_mean(spread) * _NORMAL_MEAN).label("unit")
    return select(spread.c.peers, middle, unit).group_by(spread.c.peers).subquery("spread")
