"""Customers by the number of their orders."""

from typing import Any

from sqlalchemy import Select, case, func, select

from api.services.analysis import Question, analysis
from api.services.columns import Column
from api.services.filters import PeopleFilters
from api.services.sql import money, total
from api.services.units import Unit
from api.services.views import buyer
from api.services.warehouse import Row

_MANY = 5
COLUMNS = (
    Column("orders", Unit.TEXT, "Number of live orders in the selection; 5+ is five or more."),
    Column("customers", Unit.COUNT, "Known people with that many."),
    Column("share", Unit.SHARE, "Of the known customers of the selection."),
    Column("revenue", Unit.MONEY, "Amounts and freight of their orders, before returns."),
    Column("revenue_share", Unit.SHARE, "Of the revenue of known customers."),
)


def _shared(rows: list[Row], question: Question) -> list[Row]:
    """Show every number of orders, with shares of the whole."""
    found = {row["orders"]: row for row in rows}
    people, revenue = sum(row["customers"] for row in rows), sum(row["revenue"] for row in rows)
    if not people:
        return []
    several = people - found.get(1, {"customers": 0})["customers"]
    question.summary |= {"customers": people, "recurring": several, "recurring_share": several / people}
    every = [found.get(number, {"customers": 0, "revenue": 0.0}) for number in range(1, _MANY + 1)]
    return [
        row
        | {
            "orders": f"{number}+" if number == _MANY else str(number),
            "share": row["customers"] / people,
            "revenue_share": row["revenue"] / revenue if revenue else None,
        }
        for number, row in enumerate(every, 1)
    ]


@analysis(
    title="How many customers come back?",
    columns=COLUMNS,
    filters=PeopleFilters,
    requires=("orders", "known_customers"),
    refine=_shared,
    limit=None,
)
def recurring() -> Select[Any]:
    """Known customers by their number of orders in the selection: 1, 2, 3, 4, 5 and more.

    `recurring_share` in the summary is the share with at least two. Unlike the repeat rate of the headline figures it
    counts orders of the selection only, not those before it. Guests are left out.
    """
    number = case((buyer.c.orders >= _MANY, _MANY), else_=buyer.c.orders)
    return (
        select(
            number.label("orders"),
            func.count().label("customers"),
            money(total(buyer.c.gross)).label("revenue"),
        )
        .group_by(number)
        .order_by(number)
    )
