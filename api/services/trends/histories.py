"""Revenue of stores, categories or states by period, up to the last whole one."""

from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, FromClause, Select, func, select

from api.models.warehouse import calendar, place, product, store
from api.services.analysis import Question
from api.services.periods import Grain, Period, months_later, next_start, period_start, starts_between
from api.services.sql import money, total
from api.services.views import line, store_sale


class Level(StrEnum):
    """Whose revenue."""

    STORE = "store"
    CATEGORY = "category"
    STATE = "state"


class Histories(NamedTuple):
    """Revenue of shape (periods, members); the last period is the one to judge."""

    members: list[str]
    revenue: NDArray[np.float64]


_KEYS: dict[Level, tuple[FromClause, str, FromClause]] = {
    Level.STORE: (store_sale, "store_key", store),
    Level.CATEGORY: (line, "product_key", product),
    Level.STATE: (store_sale, "place_key", place),
}
_MEMBERS: dict[Level, ColumnElement[str]] = {
    Level.STORE: store.c.store_id,
    Level.CATEGORY: product.c.category,
    Level.STATE: place.c.state_code,
}


def members(level: Level) -> Select[Any]:
    """Id and name of every member; of stores also when they closed."""
    if level is Level.STORE:
        columns = [store.c.store_id.label("member"), store.c.name, store.c.closed_on]
        return select(*columns).where(store.c.store_key > 0).order_by(store.c.store_id)
    member, name = _MEMBERS[level], product.c.category if level is Level.CATEGORY else place.c.state
    columns = [member.label("member"), func.max(name).label("name")]
    return select(*columns).where(member != "").group_by(member).order_by(member)


def histories(question: Question, level: Level, last: Period, grain: Grain, most: int) -> Histories:
    """Revenue of `most` periods before `last` and of itself, as far back as the data goes."""
    starts = starts_between(_first(question, last.start, grain, most), last.start, grain)
    rows = question.rows(_by_period(level, grain), question.params.within(Period(starts[0], last.end)))
    names = sorted({row["member"] for row in rows if row["member"]})
    place_of = {name: number for number, name in enumerate(names)}
    period_of = {start: number for number, start in enumerate(starts)}
    revenue = np.zeros((len(starts), len(names)))
    for row in rows:
        if row["member"]:
            revenue[period_of[row["period"]], place_of[row["member"]]] = row["revenue"]
    return Histories(names, revenue)


def _first(question: Question, last: date, grain: Grain, most: int) -> date:
    """Start of the earliest period wanted that the data covers whole."""
    wanted = months_later(last, -most) if grain is Grain.MONTH else last - most * (next_start(last, grain) - last)
    begin = question.data.first_day or wanted
    whole = period_start(begin, grain)
    return min(last, max(wanted, whole if whole == begin else next_start(whole, grain)))


def _by_period(level: Level, grain: Grain) -> Select[Any]:
    view, key, dimension = _KEYS[level]
    gross = total(view.c.amount + view.c.freight).label("gross")
    daily = select(view.c[key], view.c.day, gross).group_by(view.c[key], view.c.day).subquery("daily")
    member, period = _MEMBERS[level], calendar.c[grain]
    return (
        select(member.label("member"), period.label("period"), money(total(daily.c.gross)).label("revenue"))
        .join_from(daily, dimension, dimension.c[key] == daily.c[key])
        .join(calendar, calendar.c.day == daily.c.day)
        .group_by(member, period)
        .order_by(member, period)
    )
