"""Sales of stores over time, beside their state and the whole chain."""

from collections import defaultdict
from datetime import date
from itertools import groupby
from typing import Annotated, Any

from pydantic import Field
from sqlalchemy import CTE, Select, func, select

from api.models.warehouse import calendar, place, store
from api.services.analysis import Question, analysis
from api.services.columns import Column
from api.services.dimensions import country, state, store_id, store_name
from api.services.filters import SaleFilters
from api.services.measures import by_store
from api.services.periods import Grain, starts_between
from api.services.series import covered, is_complete
from api.services.sql import money, total
from api.services.units import Unit
from api.services.views import store_sale
from api.services.warehouse import Row

COLUMNS = (
    Column("period", Unit.DAY, "First day of the period."),
    store_id,
    store_name,
    state.named("state", "State of the store."),
    by_store.revenue,
    by_store.orders,
    Column("state_mean", Unit.MONEY, "Mean revenue of the stores of its state with a sale in the period."),
    Column("chain_mean", Unit.MONEY, "Mean revenue of all stores with a sale in the period."),
    Column("index", Unit.NUMBER, "Revenue over the mean of the chain; 1 is as much as the mean store."),
    Column("complete", Unit.FLAG, "Whether the data and the selection cover the whole period."),
)
_WHERE_ASKED: dict[str, list[str]] = {"store": [], "country": [], "state": [], "city": []}
_Means = dict[tuple[Any, ...], float]


def _compared(rows: list[Row], question: Question) -> list[Row]:
    span = covered(question)
    if not rows or span is None:
        return []
    grain = question.option("grain")
    of_state, of_chain = _means(question.rows(_per_state(grain), question.params.model_copy(update=_WHERE_ASKED)))
    return [
        row
        | {
            "state_mean": of_state.get((row["country"], row["state"], row["period"])) if row["state"] else None,
            "chain_mean": of_chain.get((row["period"],)),
            "index": row["revenue"] / mean if (mean := of_chain.get((row["period"],))) else None,
            "complete": is_complete(row["period"], grain, span),
        }
        for _, series in groupby(rows, key=lambda row: row["store"])
        for row in _without_gaps(list(series), grain)
    ]


def _without_gaps(series: list[Row], grain: Grain) -> list[Row]:
    """Rows of one store with 0 for the periods between its first and last sale that have none."""
    found = {row["period"]: row for row in series}
    nothing = series[0] | {"revenue": 0.0, "orders": 0}
    starts = starts_between(series[0]["period"], series[-1]["period"], grain)
    return [found.get(start, nothing | {"period": start}) for start in starts]


def _means(rows: list[Row]) -> tuple[_Means, _Means]:
    """Mean revenue per store by state and period, and by period."""
    sums: dict[date, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for row in rows:
        sums[row["period"]][0] += row["revenue"]
        sums[row["period"]][1] += row["stores"]
    of_state = {(row["country"], row["state"], row["period"]): row["revenue"] / row["stores"] for row in rows}
    return of_state, {(period,): revenue / stores for period, (revenue, stores) in sums.items()}


@analysis(title="How do stores develop, beside their state and the chain?", columns=COLUMNS, refine=_compared)
def sales_trend(
    filters: SaleFilters,
    grain: Annotated[Grain, Field(description="Length of the periods.", examples=["month"])] = Grain.MONTH,
    top: Annotated[
        int, Field(ge=1, le=1_000, description="Stores shown where none is named, highest revenue first.")
    ] = 50,
) -> Select[Any]:
    """Revenue and orders of each store over time; name two stores or more to compare them.

    Beside each stands the mean revenue per store of its state and of the whole chain in the same period, over the
    stores with a sale in it: place and store filters choose the stores shown, not those they are compared with.
    Between a store's first and last sale, periods without one count 0.
    """
    series = _series(grain).cte("series")
    shown = None if filters.store else _best(series, top)
    query: Select[Any] = (
        select(
            series.c.period,
            store_id.sql,
            store_name.sql,
            country.sql,
            state.sql,
            money(series.c.gross).label("revenue"),
            series.c.orders,
        )
        .join_from(series, store, store.c.store_key == series.c.store_key)
        .join(place, place.c.place_key == store.c.place_key)
        .order_by(store.c.store_id, series.c.period)
    )
    return query if shown is None else query.where(series.c.store_key.in_(shown))


def _series(grain: Grain) -> Select[Any]:
    gross = total(store_sale.c.amount + store_sale.c.freight).label("gross")
    keys = (store_sale.c.store_key, store_sale.c.day)
    per_day = select(*keys, gross, func.count().label("orders")).group_by(*keys).subquery("per_day")
    period = calendar.c[grain]
    sums = (total(per_day.c.gross).label("gross"), total(per_day.c.orders).label("orders"))
    return (
        select(per_day.c.store_key, period.label("period"), *sums)
        .join_from(per_day, calendar, calendar.c.day == per_day.c.day)
        .group_by(per_day.c.store_key, period)
    )


def _best(series: CTE, top: int) -> Select[Any]:
    return (
        select(series.c.store_key)
        .join_from(series, store, store.c.store_key == series.c.store_key)
        .group_by(series.c.store_key, store.c.store_id)
        .order_by(total(series.c.gross).desc(), store.c.store_id)
        .limit(top)
    )


def _per_state(grain: Grain) -> Select[Any]:
    """Revenue and number of stores by state and period."""
    series = _series(grain).subquery("series")
    return (
        select(
            country.sql,
            state.sql,
            series.c.period,
            money(total(series.c.gross)).label("revenue"),
            func.count().label("stores"),
        )
        .join_from(series, store, store.c.store_key == series.c.store_key)
        .join(place, place.c.place_key == store.c.place_key)
        .group_by(place.c.country, place.c.state_code, series.c.period)
        .order_by(place.c.country, place.c.state_code, series.c.period)
    )
