"""Counts how many values of a column fall into round bins."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, Integer, Select, Subquery, case, func, literal_column, select

from api.models.warehouse import MONEY_SCALE
from api.services.analysis import Question
from api.services.counted_quantiles import counted_mean, counted_quantile, counted_up
from api.services.quantiles import quantiles
from api.services.sql import money, ratio, total, whole_ratio
from api.services.statistics.bins import Bins, round_bins
from api.services.warehouse import Row

_TOLD_APART = 0.99
_CENT = 10_000
_ONCE: ColumnElement[int] = literal_column("1", Integer)


def extent(values: FromClause) -> Select[Any]:
    """Number, smallest, largest, mean and median of `gross` / `orders` over the rows, in millionths."""
    each = ratio(values.c.gross, values.c.orders)
    middle, high = quantiles(each, 0.5, _TOLD_APART)
    return select(
        func.count().label("n"),
        func.min(each).label("low"),
        func.max(each).label("top"),
        high.label("high"),
        money(func.avg(each)).label("mean"),
        money(middle).label("median"),
    ).select_from(values)


def extent_of_counts(counted: Subquery) -> Select[Any]:
    """As `extent`, over whole values counted as `times`."""
    counts = counted_up(counted)
    values = counts.c.value
    return select(
        total(counts.c.times).label("n"),
        func.min(values).label("low"),
        func.max(values).label("top"),
        counted_quantile(counts, _TOLD_APART).label("high"),
        money(counted_mean(counts)).label("mean"),
        money(counted_quantile(counts, 0.5)).label("median"),
    )


def histogram(rows: list[Row], values: FromClause, counted: str, question: Question) -> list[Row]:
    """Bins with their counts and shares; the summary tells mean and median.

    rows : the one row of `extent`. values : `gross` / `orders` is what is spread, `times` how often it counts, else
    once. counted : name of the column of counts.
    """
    (found,) = rows
    if not found["n"]:
        return []
    low, high, top = (int(found[name] // 1) for name in ("low", "high", "top"))
    bins = round_bins(low, high, top, question.option("bins"), _CENT)
    counts = {row["bin"]: row["n"] for row in question.rows(_counts(values, bins))}
    question.summary |= {counted: found["n"], "mean": found["mean"], "median": found["median"]}
    return [_row(i, bins, counts.get(i, 0), found) | {counted: counts.get(i, 0)} for i in range(bins.number)]


def _counts(values: FromClause, bins: Bins) -> Select[Any]:
    """Rows per bin; compares whole numbers, so a value on an edge is never lost to rounding."""
    orders: ColumnElement[int] = values.c.orders
    place = whole_ratio(values.c.gross - orders * bins.start, orders * bins.width)
    index = case((values.c.gross >= orders * bins.edges(bins.last)[0], bins.last), else_=place)
    times = values.c.times if "times" in values.c else _ONCE
    per_row = select(index.label("bin"), times.label("times")).subquery("per_row")
    return select(per_row.c.bin, total(per_row.c.times).label("n")).group_by(per_row.c.bin).order_by(per_row.c.bin)


def _row(i: int, bins: Bins, count: int, found: Row) -> Row:
    lower, upper = bins.edges(i)
    is_open = i == bins.last and found["top"] >= upper
    return {
        "from": lower / MONEY_SCALE,
        "to": None if is_open else upper / MONEY_SCALE,
        "share": count / found["n"],
    }
