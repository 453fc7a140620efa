"""Quantiles of values that were counted first: order values are cents, so there are far fewer of them than orders."""

from typing import Any

from sqlalchemy import ColumnElement, Double, FromClause, Subquery, case, cast, func, literal_column, select


def counted_up(counted: FromClause, *by: str) -> Subquery:
    """Add to rows of `value` and `times` how many values lie `upto` each, and `all` of them; each within `by`."""
    within = [counted.c[name] for name in by]
    upto = func.sum(counted.c.times).over(partition_by=within, order_by=counted.c.value)
    everything = func.sum(counted.c.times).over(partition_by=within)
    return select(*counted.c, cast(upto, Double).label("upto"), cast(everything, Double).label("all")).subquery()


def counted_quantile(counts: Subquery, fraction: float) -> ColumnElement[float]:
    """Quantile over the rows of `counted_up` in a group, with linear interpolation as NumPy computes it."""
    place = literal_column(str(fraction), Double) * (counts.c.all - 1)
    lower = func.min(case((counts.c.upto > func.floor(place), counts.c.value)))
    upper = func.min(case((counts.c.upto > func.floor(place) + 1, counts.c.value)))
    return lower + (func.coalesce(upper, lower) - lower) * func.max(place - func.floor(place))


def counted_mean(counts: FromClause) -> ColumnElement[Any]:
    """Mean over rows of `value` and `times` in a group."""
    return cast(func.sum(counts.c.value * counts.c.times), Double) / func.sum(counts.c.times)
