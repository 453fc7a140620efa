"""The headline figures of a period, the period before, and the change."""

from typing import Any

from sqlalchemy import Label, Select, case, func, literal_column, select

from api.models.warehouse import customer
from api.services.analysis import Question, analysis
from api.services.columns import Column
from api.services.comparing import CompareWith, change, period_compared_with
from api.services.filters import Filters, SaleFilters
from api.services.measures import by_order, returns
from api.services.periods import Compare
from api.services.sql import money, ratio, total
from api.services.units import Unit
from api.services.views import buyer, returned, sale
from api.services.warehouse import Row

_ONE: Label[int] = literal_column("1").label("one")

FIGURES = (
    by_order.revenue,
    returns,
    Column("net_revenue", Unit.MONEY, "Revenue minus returns, the returns by the day they came back."),
    by_order.orders,
    by_order.order_value,
    by_order.items_per_order,
    by_order.customers,
    Column("new_customers", Unit.COUNT, "Customers whose first live order ever lies in the period."),
    Column("repeat_rate", Unit.SHARE, "Share of the customers with at least two live orders up to the period's end."),
)
"""Every measure of the definitions, in the order of the tiles."""

_TABLE = (
    Column("name", Unit.TEXT, "Name of the figure."),
    Column("unit", Unit.TEXT, "Unit of value and previous."),
    Column("description", Unit.TEXT, "What the figure means."),
    Column("value", Unit.NUMBER, "In the period."),
    Column("previous", Unit.NUMBER, "In the period compared with; absent where the data does not cover it."),
    Column("change", Unit.CHANGE, "(value - previous) / previous; absent where previous is absent or 0."),
)


def _compared(rows: list[Row], question: Question) -> list[Row]:
    now, before = rows[0], period_compared_with(question)
    then = question.rows(_figures(before), before)[0] if before else {}
    if not (now["orders"] or now["returns"] or then.get("orders")):
        return []
    return [_row(figure, now[figure.name], then.get(figure.name)) for figure in FIGURES]


def _row(figure: Column, value: float | None, previous: float | None) -> Row:
    words = {"name": figure.name, "unit": figure.unit, "description": figure.description}
    return {**words, "value": value, "previous": previous, "change": change(value, previous)}


@analysis(title="How is business?", columns=_TABLE, refine=_compared, limit=None)
def kpis(filters: SaleFilters, compare: CompareWith = Compare.PREVIOUS) -> Select[Any]:
    """Compare the figures of the period with those of the period before, or of the same days a year before.

    The period before has the same number of days and ends right before this one; whole months are compared with
    the same number of whole months. A period that outlasts the data counts up to the last day of the data, and is
    compared with as many days. Customers are counted once however often they buy; guests count for revenue and orders
    only.
    """
    return _figures(filters)


def _figures(filters: Filters) -> Select[Any]:
    sold = _sold().subquery("sold")
    back = select(_ONE, total(returned.c.amount).label("paid_back")).select_from(returned).subquery("back")
    people = _people(filters).subquery("people")
    return select(
        money(sold.c.gross).label("revenue"),
        money(back.c.paid_back).label("returns"),
        money(sold.c.gross - back.c.paid_back).label("net_revenue"),
        *(sold.c[name] for name in ("orders", "order_value", "items_per_order")),
        *(people.c[name] for name in ("customers", "new_customers", "repeat_rate")),
    ).select_from(sold.join(back, sold.c.one == back.c.one).join(people, sold.c.one == people.c.one))


def _sold() -> Select[Any]:
    gross = total(sale.c.amount + sale.c.freight).label("gross")
    figures = (by_order.orders.sql, by_order.order_value.sql, by_order.items_per_order.sql)
    return select(_ONE, gross, *figures).select_from(sale)


def _people(filters: Filters) -> Select[Any]:
    bought = buyer.join(customer, customer.c.customer_key == buyer.c.customer_key)
    is_new = customer.c.first_day >= filters.start if filters.start else customer.c.first_day.is_not(None)
    is_repeat = customer.c.second_day <= filters.end if filters.end else customer.c.second_day.is_not(None)
    return select(
        _ONE,
        func.count().label("customers"),
        total(case((is_new, 1), else_=0)).label("new_customers"),
        ratio(total(case((is_repeat, 1), else_=0)), func.count()).label("repeat_rate"),
    ).select_from(bought)
