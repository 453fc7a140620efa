"""Sales by product, category or size."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field
from sqlalchemy import BigInteger, Select, Subquery, cast, func, select

from api.models.warehouse import product
from api.services.analysis import Question, analysis
from api.services.capabilities import needed
from api.services.columns import Column
from api.services.comparing import Compared
from api.services.errors import NotInThisData
from api.services.measures import line_quantity, line_revenue
from api.services.sql import money, ratio, total
from api.services.units import Unit
from api.services.views import line
from api.services.warehouse import Dataset, Row
from api.services.wording import worded


class Member(StrEnum):
    """What products are put together by."""

    PRODUCT = "product"
    CATEGORY = "category"
    SIZE = "size"


_CAPABILITIES = {Member.CATEGORY: "categories", Member.SIZE: "sizes"}
COLUMNS = (
    Column("member", Unit.TEXT, "SKU, category or size; empty where the source does not say."),
    Column("name", Unit.TEXT, "Name of the product; the member itself for categories and sizes."),
    line_quantity,
    line_revenue,
    Column("share", Unit.SHARE, "Share of the selection's revenue."),
    Column("cumulative_share", Unit.SHARE, "Share of this member and all above it."),
)


def _with_the_rest(rows: list[Row], question: Question) -> list[Row]:
    """Say what a list cut by `limit` leaves out, so that the shares still sum to 1."""
    if rows and question.summary.get("truncated"):
        rest = {name: rows[0][f"all_{name}"] - sum(row[name] for row in rows) for name in ("quantity", "revenue")}
        question.summary["other"] = rest | {"share": 1 - rows[-1]["cumulative_share"]}
    return rows


def _revenue(by: Member) -> Select[Any]:
    sums = _sums(by)
    return select(sums.c.member, money(sums.c.gross).label("revenue"))


@analysis(
    title="What sells how much?",
    columns=COLUMNS,
    refine=_with_the_rest,
    compared=Compared(_revenue, by=("member",)),
)
def sales(
    data: Dataset,
    by: Annotated[
        Member, Field(description="What products are put together by.", examples=["category"])
    ] = Member.PRODUCT,
) -> Select[Any]:
    """Units and revenue by product, category or size, highest revenue first, with the running share.

    Fees such as postage are part of revenue and therefore of this list, so that it sums to the revenue of the
    selection; where `limit` cuts it, the summary holds the rest as `other`.
    """
    if by in _CAPABILITIES and _CAPABILITIES[by] not in data.capabilities:
        raise NotInThisData(
            worded("This data set has no {missing}; ask by product.", missing=needed(_CAPABILITIES[by]))
        )
    sums = _sums(by)
    running = func.sum(sums.c.gross).over(order_by=(sums.c.gross.desc(), sums.c.member), rows=(None, 0))
    everything = func.sum(sums.c.gross).over()
    return select(
        sums.c.member,
        sums.c.name,
        sums.c.quantity,
        money(sums.c.gross).label("revenue"),
        ratio(sums.c.gross, everything).label("share"),
        ratio(running, everything).label("cumulative_share"),
        cast(func.sum(sums.c.quantity).over(), BigInteger).label("all_quantity"),
        money(everything).label("all_revenue"),
    ).order_by(sums.c.gross.desc(), sums.c.member)


def _sums(by: Member) -> Subquery:
    gross = total(line.c.amount + line.c.freight).label("gross")
    products = select(line.c.product_key, line_quantity.sql, gross).group_by(line.c.product_key).subquery("products")
    if by is Member.PRODUCT:
        named = (product.c.sku.label("member"), product.c.name, products.c.quantity, products.c.gross)
        query: Select[Any] = select(*named)
    else:
        of = product.c[by]
        sums = (total(products.c.quantity).label("quantity"), total(products.c.gross).label("gross"))
        query = select(of.label("member"), of.label("name"), *sums).group_by(of)
    return query.join_from(products, product, product.c.product_key == products.c.product_key).subquery("sums")
