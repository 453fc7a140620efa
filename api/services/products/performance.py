"""Sales of products since their launch."""

from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby, pairwise
from typing import Annotated, Any

from pydantic import Field
from sqlalchemy import ColumnElement, Select, Subquery, case, cast, extract, func, select

from api.models.warehouse import product
from api.services.analysis import Question, analysis
from api.services.columns import Column
from api.services.dimensions import category, product_name, sku
from api.services.filters import Filters, SaleFilters
from api.services.measures import line_quantity, line_revenue
from api.services.periods import Period, day_months_later, months_between
from api.services.selection_notes import unknown
from api.services.series import covered
from api.services.sql import money, ratio, total
from api.services.units import Unit
from api.services.views import line
from api.services.warehouse import Dataset, Row
from api.services.wording import Wording, worded


class Align(StrEnum):
    """What months are counted from."""

    LAUNCH = "launch"
    CALENDAR = "calendar"


COLUMNS = (
    sku,
    product_name,
    category,
    Column("launched_on", Unit.DAY, "Day of the launch."),
    Column("months_since_launch", Unit.COUNT, "Whole months since the launch; 0 is the first month."),
    Column("period", Unit.DAY, "First day of the month: of the calendar, or counted from the launch."),
    line_revenue,
    line_quantity,
    Column("cohort_share", Unit.SHARE, "Share of the products launched in the same year, in the same month."),
    Column("complete", Unit.FLAG, "Whether the data and the selection cover the whole month."),
)
NEW_DAYS = 365


def _by_month(rows: list[Row], question: Question) -> list[Row]:
    span = covered(question)
    if not rows and question.option("cohort_of"):
        question.summary["notes"] = [_why_none(question)]
    if not rows or span is None:
        return []
    new, everything = rows[0]["new_gross"], rows[0]["all_gross"]
    since = {"new_since": _new_since(question.params, question.data)}
    question.summary |= since | {"revenue_of_new": new, "share_of_new": new / everything if everything else None}
    series = [list(months) for _, months in groupby(rows, key=lambda row: row["sku"])]
    if others := rows[0]["products"] - len(series):
        rest = everything - sum(row["revenue"] for row in rows)
        question.summary["other"] = {
            "products": others,
            "revenue": rest,
            "share": rest / everything if everything else None,
        }
    return [row for months in series for row in _without_gaps(months, span, question.option("align"))]


def _why_none(question: Question) -> Wording:
    chosen = question.option("cohort_of")
    known = question.rows(select(product.c.launched_on).where(product.c.sku == chosen))
    if not known:
        return unknown("sku", chosen)
    if known[0]["launched_on"] is None:
        return worded("{product} has no launch date.", product=chosen)
    return worded("Nothing was sold in this selection.")


def _without_gaps(months: list[Row], span: Period, align: Align) -> list[Row]:
    """Every month of a product that the selection covers, 0 where nothing was sold."""
    counted_from = months[0]["launched_on"] if align is Align.LAUNCH else months[0]["launched_on"].replace(day=1)
    found = {row["months_since_launch"]: row for row in months}
    first = min(months[0]["months_since_launch"], max(0, months_between(counted_from, span.start)))
    last = max(months[-1]["months_since_launch"], months_between(counted_from, span.end))
    nothing = months[0] | {"revenue": 0.0, "quantity": 0, "cohort_share": 0.0}
    starts = [day_months_later(counted_from, number) for number in range(first, last + 2)]
    return [
        found.get(number, nothing)
        | {"months_since_launch": number, "period": start, "complete": _is_whole(start, following, span)}
        for number, (start, following) in enumerate(pairwise(starts), first)
    ]


def _is_whole(start: date, following: date, span: Period) -> bool:
    return span.start <= start and following <= span.end + timedelta(days=1)


@analysis(
    title="How do products sell since their launch?",
    columns=COLUMNS,
    requires=("orders", "launches"),
    refine=_by_month,
    limit=None,
)
def performance(
    filters: SaleFilters,
    data: Dataset,
    align: Annotated[
        Align, Field(description="Count months from each product's launch, or by the calendar.", examples=["launch"])
    ] = Align.LAUNCH,
    top: Annotated[int, Field(ge=1, le=1_000, description="Products shown, highest revenue first.")] = 100,
    cohort_of: Annotated[
        str, Field(description="Only the products launched in the same calendar year as this one, it first.")
    ] = "",
) -> Select[Any]:
    """Monthly revenue and units of each product since its launch, so that new products compare with old ones.

    Month 0 begins on the day of the launch (by the calendar: in its month); a month without a sale counts 0, months not
    yet observed are absent. The cohort are the products launched in the same calendar year: shares of a cohort and
    month sum to 1. The summary holds the share of products launched within the last 365 days of the selection, and as
    `other` what the products bring that `top` leaves out.
    Products without a launch date and fees are left out.
    """
    monthly = _monthly(align, cohort_of)
    new = monthly.c.launched_on >= _new_since(filters, data)
    cohort = func.sum(monthly.c.gross).over(partition_by=(monthly.c.launch_year, monthly.c.cohort_month))
    own = func.sum(monthly.c.gross).over(partition_by=monthly.c.product_key)
    shares = select(
        *monthly.c,
        ratio(monthly.c.gross, cohort).label("cohort_share"),
        own.label("own"),
        money(func.sum(case((new, monthly.c.gross), else_=0)).over()).label("new_gross"),
        money(func.sum(monthly.c.gross).over()).label("all_gross"),
    ).subquery("shares")
    placed = select(*shares.c, _rank(shares, cohort_of).label("place")).subquery("placed")
    ranked = select(*placed.c, func.max(placed.c.place).over().label("products")).subquery("ranked")
    return _named(ranked).where(ranked.c.place <= top)


def _new_since(filters: Filters, data: Dataset) -> date:
    period = filters.period(data)
    last = min(period.end, data.as_of or period.end) if period else date.max
    return last - timedelta(days=NEW_DAYS - 1)


def _rank(shares: Subquery, first: str) -> ColumnElement[int]:
    own = [case((shares.c.sku == first, 0), else_=1)] if first else []
    return func.dense_rank().over(order_by=(*own, shares.c.own.desc(), shares.c.sku))


def _named(ranked: Subquery) -> Select[Any]:
    names = ("sku", "name", "category", "launched_on", "months_since_launch", "quantity", "cohort_share")
    return select(
        *(ranked.c[name] for name in (*names, "new_gross", "all_gross", "products")),
        money(ranked.c.gross).label("revenue"),
    ).order_by(ranked.c.place, ranked.c.months_since_launch)


def _monthly(align: Align, cohort_of: str) -> Subquery:
    """Units and revenue by product and month since its launch."""
    gross = total(line.c.amount + line.c.freight).label("gross")
    keys = (line.c.product_key, line.c.day)
    daily = select(*keys, line_quantity.sql, gross).group_by(*keys).subquery("daily")
    months = _months(daily.c.day, align)
    members = (product.c.product_key, product.c.sku, product.c.name, product.c.category, product.c.launched_on)
    year = _whole(extract("year", product.c.launched_on))
    launched_in = extract("year", product.c.launched_on)
    its_year = select(launched_in).where(product.c.sku == cohort_of).correlate(None)
    same_year = [launched_in.in_(its_year)] if cohort_of else []
    return (
        select(
            *members,
            months.label("months_since_launch"),
            year.label("launch_year"),
            (months if align is Align.LAUNCH else months + _whole(extract("month", product.c.launched_on))).label(
                "cohort_month"
            ),
            total(daily.c.quantity).label("quantity"),
            total(daily.c.gross).label("gross"),
        )
        .join_from(daily, product, product.c.product_key == daily.c.product_key)
        .where(~product.c.is_fee, product.c.launched_on.is_not(None), *same_year)
        .group_by(*members, months)
        .subquery("monthly")
    )


def _months(day: ColumnElement[date], align: Align) -> ColumnElement[int]:
    """Whole months from launch to `day`; by the calendar, months between theirs."""
    launch = product.c.launched_on
    years = _whole(extract("year", day)) - _whole(extract("year", launch))
    months = years * 12 + _whole(extract("month", day)) - _whole(extract("month", launch))
    early = case((extract("day", day) < extract("day", launch), 1), else_=0)
    return months - early if align is Align.LAUNCH else months


def _whole(part: ColumnElement[Any]) -> ColumnElement[int]:
    return cast(part, product.c.product_key.type)
