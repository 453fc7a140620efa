"""New customers against returning ones, over time."""

from datetime import date
from typing import Annotated, Any

from pydantic import Field
from sqlalchemy import ColumnElement, Select, and_, case, select

from api.models.warehouse import calendar, customer
from api.services.analysis import Question, analysis
from api.services.columns import Column
from api.services.filters import PeopleFilters
from api.services.periods import Grain, starts_between
from api.services.series import is_complete, span_of
from api.services.sql import money, total
from api.services.units import Unit
from api.services.views import opens, purchase
from api.services.warehouse import Row

COLUMNS = (
    Column("period", Unit.DAY, "First day of the period."),
    Column("new_customers", Unit.COUNT, "Known people whose first live order ever lies in the period."),
    Column("returning_customers", Unit.COUNT, "Other known people with a live order in the period."),
    Column("new_revenue", Unit.MONEY, "What the new customers spent in the period."),
    Column("returning_revenue", Unit.MONEY, "What the returning customers spent in the period."),
    Column("complete", Unit.FLAG, "Whether the data and the selection cover the whole period."),
)


def _filled(rows: list[Row], question: Question) -> list[Row]:
    span, grain = span_of(rows, question), question.option("grain")
    if span is None:
        return []
    found = {row["period"]: row for row in rows}
    return [
        found.get(start, _nobody(start)) | {"complete": is_complete(start, grain, span)}
        for start in starts_between(span.start, span.end, grain)
    ]


def _nobody(start: date) -> Row:
    return {
        "period": start,
        "new_customers": 0,
        "returning_customers": 0,
        "new_revenue": 0.0,
        "returning_revenue": 0.0,
    }


@analysis(
    title="Do we win new customers or live on old ones?",
    columns=COLUMNS,
    filters=PeopleFilters,
    requires=("orders", "known_customers"),
    refine=_filled,
    limit=None,
)
def new_and_returning(
    filters: PeopleFilters,
    grain: Annotated[Grain, Field(description="Length of the periods.", examples=["month"])] = Grain.MONTH,
) -> Select[Any]:
    """Known customers and their revenue by day, week, month, quarter or year, the new apart from the returning.

    A customer is new in the period of the first live order ever, whatever the selection leaves of it, and returning
    ever after; in one period each is counted once. Do not add customers up over periods: who buys in two months
    counts in both. Guests are left out.
    """
    start = calendar.c[grain]
    is_new = _first_in(start, filters)
    spent = [total(case((clause, purchase.c.gross), else_=0)) for clause in (is_new, ~is_new)]
    people = [total(case((and_(clause, opens(start)), 1), else_=0)) for clause in (is_new, ~is_new)]
    return (
        select(
            start.label("period"),
            *(who.label(f"{kind}_customers") for kind, who in zip(("new", "returning"), people, strict=True)),
            *(money(sum_).label(f"{kind}_revenue") for kind, sum_ in zip(("new", "returning"), spent, strict=True)),
        )
        .join_from(purchase, calendar, calendar.c.day == purchase.c.day)
        .join(customer, customer.c.customer_key == purchase.c.customer_key)
        .group_by(start)
        .order_by(start)
    )


def _first_in(period: ColumnElement[date], filters: PeopleFilters) -> ColumnElement[bool]:
    """Whether the first order lies in what the selection leaves of the period."""
    clause = customer.c.first_day >= period
    return and_(clause, customer.c.first_day >= filters.start) if filters.start else clause
