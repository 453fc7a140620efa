"""What was paid over time."""

from typing import Annotated, Any

from pydantic import Field
from sqlalchemy import Select, func, select

from api.models.warehouse import calendar, product
from api.services.analysis import Question, analysis
from api.services.columns import Column
from api.services.measures import line_quantity
from api.services.periods import Grain, starts_between
from api.services.series import is_complete, span_of
from api.services.sql import money, ratio, total
from api.services.units import Unit
from api.services.views import line
from api.services.warehouse import Row

COLUMNS = (
    Column("period", Unit.DAY, "First day of the period."),
    Column("price", Unit.MONEY, "Mean price per unit before discounts; absent where nothing was sold."),
    Column("lowest", Unit.MONEY, "Lowest price of a line, before discounts."),
    Column("highest", Unit.MONEY, "Highest price of a line, before discounts."),
    Column("paid", Unit.MONEY, "Mean paid per unit, after discounts."),
    line_quantity,
    Column("complete", Unit.FLAG, "Whether the data and the selection cover the whole period."),
)
_NOTHING_SOLD: Row = {column.name: None for column in COLUMNS[1:-2]} | {"quantity": 0}


def _filled(rows: list[Row], question: Question) -> list[Row]:
    span, grain = span_of(rows, question), question.option("grain")
    if span is None:
        return []
    found = {row["period"]: row for row in rows}
    return [
        found.get(start, _NOTHING_SOLD) | {"period": start, "complete": is_complete(start, grain, span)}
        for start in starts_between(span.start, span.end, grain)
    ]


@analysis(title="What was paid over time?", columns=COLUMNS, refine=_filled, limit=None)
def price_trend(
    grain: Annotated[Grain, Field(description="Length of the periods.", examples=["month"])] = Grain.MONTH,
) -> Select[Any]:
    """Prices of what was sold by day, week, month, quarter or year; fees are left out.

    Means are per unit: price = (amounts + discounts) / units, paid = amounts / units, freight apart. Over several
    products they also move with what sells; for the history of one price, filter by its product.
    """
    start, units = calendar.c[grain], total(line.c.quantity)
    return (
        select(
            start.label("period"),
            money(ratio(total(line.c.amount + line.c.discount), units)).label("price"),
            money(func.min(line.c.unit_price)).label("lowest"),
            money(func.max(line.c.unit_price)).label("highest"),
            money(ratio(total(line.c.amount), units)).label("paid"),
            line_quantity.sql,
        )
        .join_from(line, calendar, calendar.c.day == line.c.day)
        .join(product, product.c.product_key == line.c.product_key)
        .where(~product.c.is_fee)
        .group_by(start)
        .order_by(start)
    )
