"""Which months of the year are strong, by category."""

from datetime import date
from itertools import groupby
from typing import Annotated, Any

import numpy as np
from pydantic import Field
from sqlalchemy import Select, select

from api.models.warehouse import calendar, product
from api.services.analysis import Question, analysis
from api.services.columns import Column
from api.services.dimensions import category
from api.services.periods import Grain, Period, starts_between
from api.services.series import covered, is_complete
from api.services.sql import money, total
from api.services.statistics.seasonality import monthly_indices
from api.services.units import Unit
from api.services.views import line
from api.services.warehouse import Row

COLUMNS = (
    category,
    Column("month", Unit.COUNT, "Month of the year, 1 January to 12 December."),
    Column("revenue", Unit.MONEY, "Revenue in that month of all years of the selection."),
    Column("months", Unit.COUNT, "Such months that the data and the selection cover whole."),
    Column("mean", Unit.MONEY, "Mean revenue of those whole months; absent where there is none."),
    Column("index", Unit.NUMBER, "Seasonal index, 1 is an average month; absent with less than twelve whole months."),
)


def _seasons(rows: list[Row], question: Question) -> list[Row]:
    span = covered(question)
    if span is None:
        return []
    found = {
        name: {month["period"]: month["revenue"] for month in months}
        for name, months in groupby(rows, key=lambda row: row["category"])
    }
    largest = sorted(found, key=lambda name: (-sum(found[name].values()), name))
    question.summary["categories"] = len(largest)
    return [row for name in largest[: question.option("top")] for row in _season(name, found[name], span)]


def _season(name: str, revenue: dict[date, float], span: Period) -> list[Row]:
    """Rows of one category, from its first month with a sale on."""
    starts = starts_between(max(span.start, min(revenue)), span.end, Grain.MONTH)
    whole = [start for start in starts if is_complete(start, Grain.MONTH, span)]
    index = monthly_indices([start.month for start in whole], [revenue.get(start, 0.0) for start in whole])
    return [_row(name, month, revenue, whole, float(index[month - 1])) for month in _months_of(starts)]


def _months_of(starts: list[date]) -> list[int]:
    return sorted({start.month for start in starts})


def _row(name: str, month: int, revenue: dict[date, float], whole: list[date], index: float) -> Row:
    values = [revenue.get(start, 0.0) for start in whole if start.month == month]
    return {
        "category": name,
        "month": month,
        "revenue": round(sum(value for start, value in revenue.items() if start.month == month), 6),
        "months": len(values),
        "mean": float(np.mean(values)) if values else None,
        "index": index if np.isfinite(index) else None,
    }


@analysis(title="Which months are strong in each category?", columns=COLUMNS, refine=_seasons, limit=None)
def seasonal(
    top: Annotated[int, Field(ge=1, le=1_000, description="Categories shown, highest revenue first.")] = 1_000,
) -> Select[Any]:
    """Revenue by category and month of the year, with the seasonal index; the largest category first.

    With two years or more, the index is the mean ratio of a whole month to the centred twelve-month moving average
    around it (Macaulay 1931), so that growth does not pass for a season; with one year, the month over the mean of its
    last twelve months. The twelve indices of a category average 1. Months in part count for revenue only.
    """
    gross = total(line.c.amount + line.c.freight).label("gross")
    daily = select(line.c.product_key, line.c.day, gross).group_by(line.c.product_key, line.c.day).subquery("daily")
    return (
        select(category.sql, calendar.c.month.label("period"), money(total(daily.c.gross)).label("revenue"))
        .join_from(daily, product, product.c.product_key == daily.c.product_key)
        .join(calendar, calendar.c.day == daily.c.day)
        .group_by(product.c.category, calendar.c.month)
        .order_by(product.c.category, calendar.c.month)
    )
