"""Whose weekly revenue swings most."""

from datetime import timedelta
from enum import StrEnum
from typing import Annotated, Any

import numpy as np
from pydantic import Field
from sqlalchemy import ColumnElement, FromClause, Select, Subquery, func, select

from api.models.warehouse import calendar, place, product, store
from api.services.analysis import Question, analysis
from api.services.capabilities import needed
from api.services.columns import Column
from api.services.errors import NotInThisData
from api.services.filters import SaleFilters
from api.services.periods import Period
from api.services.sql import days_between, money, total, whole_ratio
from api.services.statistics.variation import variation
from api.services.units import Unit
from api.services.views import line, sale, store_sale
from api.services.warehouse import Dataset, Row
from api.services.wording import Wording, worded, worded_n


class Level(StrEnum):
    """Whose revenue."""

    STORE = "store"
    PRODUCT = "product"
    CATEGORY = "category"
    STATE = "state"


_NEEDS = {Level.CATEGORY: "categories", Level.STATE: "states"}
COLUMNS = (
    Column("member", Unit.TEXT, "Id of the store or product, name of the category, code of the state."),
    Column("name", Unit.TEXT, "Its name."),
    Column("weeks", Unit.COUNT, "Whole weeks from its first to its last sale, those without a sale included."),
    Column("mean", Unit.MONEY, "Revenue per week."),
    Column("deviation", Unit.MONEY, "Standard deviation of the weekly revenue."),
    Column("variation", Unit.SHARE, "Coefficient of variation: deviation / mean."),
)


def _ranked(rows: list[Row], question: Question) -> list[Row]:
    """Compute the variation of each member; highest first, ties by id."""
    kept = [row for row in rows if row["weeks"] >= question.option("min_weeks")]
    if rows and not kept:
        raise NotInThisData(_too_short(rows, question))
    question.summary["too_few_weeks"] = len(rows) - len(kept)
    weeks, gross, squares = (np.array([row[name] for row in kept], float) for name in ("weeks", "gross", "squares"))
    figures = np.column_stack(variation(weeks, gross, squares)).tolist()
    members = [
        {**row, "mean": mean, "deviation": deviation, "variation": coefficient}
        for row, (mean, deviation, coefficient) in zip(kept, figures, strict=True)
        if mean > 0
    ]
    return sorted(members, key=lambda row: (-round(row["variation"], 9), row["member"]))


def _too_short(rows: list[Row], question: Question) -> Wording:
    return worded_n(
        "Needs {n} whole week; sales here span {longest} at most: choose a longer period.",
        "Needs {n} whole weeks; sales here span {longest} at most: choose a longer period.",
        question.option("min_weeks"),
        longest=max(row["weeks"] for row in rows),
    )


@analysis(
    title="Whose sales swing most from week to week?",
    columns=COLUMNS,
    refine=_ranked,
    limit=100,
    limit_refined=True,
)
def volatility(
    filters: SaleFilters,
    data: Dataset,
    level: Annotated[Level, Field(description="Whose revenue.", examples=["store"])] = Level.STORE,
    min_weeks: Annotated[int, Field(ge=2, le=520, description="Leave out who has fewer weeks.", examples=[8])] = 2,
) -> Select[Any]:
    """Stores, products, categories or states by the variation of their weekly revenue, highest first.

    variation = standard deviation / mean (with n - 1 weeks) over the whole weeks from the member's first to its last
    sale; weeks without a sale in between count 0. Weeks that the data or the selection covers only in part are left
    out, and so are fees such as postage among products and categories.
    """
    if (need := _NEEDS.get(level)) and need not in data.capabilities:
        raise NotInThisData(worded("This data set has no {missing}; ask for another level.", missing=needed(need)))
    weeks = _whole_weeks(filters.period(data), data)
    if weeks is None:
        raise NotInThisData(worded("Needs a whole week from Monday to Sunday: choose a longer period."))
    return _members(level, _weekly(level, weeks))


def _whole_weeks(asked: Period | None, data: Dataset) -> Period | None:
    """First Monday to last Sunday of the days asked for and covered."""
    if asked is None or data.first_day is None or data.as_of is None:
        return None
    start, end = max(asked.start, data.first_day), min(asked.end, data.as_of)
    monday, sunday = start + timedelta(days=-start.weekday() % 7), end - timedelta(days=end.isoweekday() % 7)
    return Period(monday, sunday) if monday < sunday else None


_FACTS: dict[Level, tuple[FromClause, str]] = {
    Level.STORE: (store_sale, "store_key"),
    Level.PRODUCT: (line, "product_key"),
    Level.CATEGORY: (line, "product_key"),
    Level.STATE: (sale, "place_key"),
}


def _weekly(level: Level, weeks: Period) -> Subquery:
    """Gross per week and key of the member's dimension."""
    fact, key = _FACTS[level]
    return (
        select(fact.c[key].label("key"), calendar.c.week, total(fact.c.amount + fact.c.freight).label("gross"))
        .join_from(fact, calendar, calendar.c.day == fact.c.day)
        .where(fact.c.day.between(weeks.start, weeks.end))
        .group_by(fact.c[key], calendar.c.week)
        .subquery("weekly")
    )


def _members(level: Level, weekly: Subquery) -> Select[Any]:
    """Weeks, sum and sum of squares of each member's weekly revenue."""
    dimension, key, member, name = {
        Level.STORE: (store, store.c.store_key, store.c.store_id, store.c.name),
        Level.PRODUCT: (product, product.c.product_key, product.c.sku, product.c.name),
        Level.CATEGORY: (product, product.c.product_key, product.c.category, product.c.category),
        Level.STATE: (place, place.c.place_key, place.c.state_code, place.c.state),
    }[level]
    clauses: list[ColumnElement[bool]] = [~product.c.is_fee] if dimension is product else []
    per_week = (
        select(member.label("member"), name.label("name"), weekly.c.week, total(weekly.c.gross).label("gross"))
        .join_from(weekly, dimension, key == weekly.c.key)
        .where(*clauses)
        .group_by(member, name, weekly.c.week)
        .subquery("per_week")
    )
    names, gross = (per_week.c.member, per_week.c.name), money(per_week.c.gross)
    between = days_between(func.min(per_week.c.week), func.max(per_week.c.week))
    return (
        select(
            *names,
            (whole_ratio(between, 7) + 1).label("weeks"),
            money(total(per_week.c.gross)).label("gross"),
            func.sum(gross * gross).label("squares"),
        )
        .group_by(*names)
        .order_by(*names)
    )
