"""What one order is worth, over time or per member: mean and quartiles."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, FromClause, Label, Select, Subquery, func, select

from api.models.warehouse import calendar, place, product, store
from api.services.analysis import Question
from api.services.capabilities import needed
from api.services.columns import Column
from api.services.errors import NotInThisData
from api.services.periods import Grain, starts_between
from api.services.quantiles import quartiles
from api.services.series import is_complete, span_of
from api.services.sql import ratio, total
from api.services.units import Unit
from api.services.views import line, sale, store_sale
from api.services.warehouse import Dataset, Row
from api.services.wording import worded


class By(StrEnum):
    """What orders are told apart by."""

    PERIOD = "period"
    STORE = "store"
    STATE = "state"
    CATEGORY = "category"


class Worth(NamedTuple):
    """A number of one order, from a row of `sale`, `store_sale` or `line`, and how it is written."""

    of: Callable[[FromClause], ColumnElement[int]]
    written: Callable[[ColumnElement[Any]], ColumnElement[Any]]


def columns(unit: Unit, value: Column) -> tuple[Column, ...]:
    """Columns of the answer; `value` is the mean."""
    return (
        Column("period", Unit.DAY, "First day of the period; absent where orders are told apart by something else."),
        Column("member", Unit.TEXT, "Id of the store, code of the state or name of the category; empty for periods."),
        Column("name", Unit.TEXT, "Its name; empty for periods."),
        Column("orders", Unit.COUNT, "Live orders; by store and category each counts wherever it has a line."),
        value,
        Column("lower_quartile", unit, "A quarter of the orders lies below, linearly interpolated."),
        Column("median", unit, "Half of the orders lie below, linearly interpolated."),
        Column("upper_quartile", unit, "Three quarters of the orders lie below, linearly interpolated."),
        Column("complete", Unit.FLAG, "Whether data and selection cover the whole period; absent for members."),
    )


def per_order(worth: Worth, by: By, grain: Grain, data: Dataset) -> Select[Any]:
    """Orders, mean and quartiles of an order's worth; periods in order, members by the mean, highest first."""
    match by:
        case By.PERIOD:
            return _per_period(worth, grain)
        case By.STORE:
            return _per_store(worth)
        case By.STATE:
            return _per_state(worth, data)
        case By.CATEGORY:
            return _per_category(worth, data)


def _figures(worth: Worth, value: ColumnElement[int]) -> list[Label[Any]]:
    lower, middle, upper = (worth.written(number) for number in quartiles(value))
    return [
        func.count().label("orders"),
        worth.written(ratio(total(value), func.count())).label("value"),
        lower.label("lower_quartile"),
        middle.label("median"),
        upper.label("upper_quartile"),
    ]


def _per_period(worth: Worth, grain: Grain) -> Select[Any]:
    start = calendar.c[grain]
    return (
        select(start.label("period"), *_figures(worth, worth.of(sale)))
        .join_from(sale, calendar, calendar.c.day == sale.c.day)
        .group_by(start)
        .order_by(start)
    )


def _per_store(worth: Worth) -> Select[Any]:
    figures = _figures(worth, worth.of(store_sale))
    each = select(store_sale.c.store_key, *figures).group_by(store_sale.c.store_key).subquery("each")
    return _ranked(
        select(store.c.store_id.label("member"), store.c.name, *_all_but_key(each)).join_from(
            each, store, store.c.store_key == each.c.store_key
        ),
        each,
        store.c.store_id,
    )


def _per_state(worth: Worth, data: Dataset) -> Select[Any]:
    if "states" not in data.capabilities:
        raise NotInThisData(
            worded("This data set has no {missing}; ask by store or by period.", missing=needed("states"))
        )
    names = (place.c.country, place.c.state_code, place.c.state)
    joined = select(*names, *_figures(worth, worth.of(sale))).join_from(
        sale, place, place.c.place_key == sale.c.place_key
    )
    each = joined.group_by(*names).subquery("each")
    figures = [each.c[name] for name in ("orders", "value", "lower_quartile", "median", "upper_quartile")]
    query: Select[Any] = select(each.c.state_code.label("member"), each.c.state.label("name"), *figures)
    return _ranked(query, each, each.c.state_code, each.c.state, each.c.country)


def _per_category(worth: Worth, data: Dataset) -> Select[Any]:
    if "categories" not in data.capabilities:
        raise NotInThisData(
            worded("This data set has no {missing}; ask by store or by period.", missing=needed("categories"))
        )
    parts = (
        select(product.c.category, total(worth.of(line)).label("worth"))
        .join_from(line, product, product.c.product_key == line.c.product_key)
        .group_by(line.c.order_key, product.c.category)
        .subquery("parts")
    )
    each = select(parts.c.category, *_figures(worth, parts.c.worth)).group_by(parts.c.category).subquery("each")
    query: Select[Any] = select(each.c.category.label("member"), each.c.category.label("name"), *_all_but_key(each))
    return _ranked(query, each, each.c.category)


def _all_but_key(each: Subquery) -> Sequence[ColumnElement[Any]]:
    return list(each.c)[1:]


def _ranked(query: Select[Any], each: Subquery, *ties: ColumnElement[Any]) -> Select[Any]:
    return query.order_by(each.c.value.desc(), *ties)


def filled(rows: list[Row], question: Question) -> list[Row]:
    """Add the periods without an order, and what is empty for periods or for members."""
    if question.option("by") != By.PERIOD:
        return [{"period": None, "complete": None} | row for row in rows]
    span, grain = span_of(rows, question), question.option("grain")
    if span is None:
        return []
    found = {row["period"]: row for row in rows}
    return [
        _NO_ORDERS | {"period": start, "complete": is_complete(start, grain, span)} | found.get(start, {})
        for start in starts_between(span.start, span.end, grain)
    ]


_NO_ORDERS: Row = {
    "member": "",
    "name": "",
    "orders": 0,
    "value": None,
    "lower_quartile": None,
    "median": None,
    "upper_quartile": None,
}
