"""Where the customers are."""

from typing import Annotated, Any

import h3
from pydantic import AfterValidator, Field
from sqlalchemy import ColumnElement, Join, Select, func, select

from api.services.analysis import Question, analysis
from api.services.columns import Column
from api.services.filters import PeopleFilters
from api.services.sql import money, parent_cell, total
from api.services.units import Unit
from api.services.views import buyer, person
from api.services.warehouse import Dataset, Row
from api.services.wording import worded

MOST_POINTS = 5_000

COLUMNS = (
    Column("cell", Unit.TEXT, "H3 cell, as hexadecimal index."),
    Column("customer", Unit.TEXT, "Id of the customer where customers are shown one by one, else empty."),
    Column("latitude", Unit.DEGREE, "Centre of the cell, or home of the customer."),
    Column("longitude", Unit.DEGREE, "Centre of the cell, or home of the customer."),
    Column("customers", Unit.COUNT, "Known people who live there and have a live order in the selection."),
    Column("revenue", Unit.MONEY, "Their revenue in the selection."),
)


def _box(text: str | None) -> str | None:
    """Refuse what is not west,south,east,north."""
    if text is None:
        return None
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        raise ValueError(worded("needs four numbers: west,south,east,north in degrees")) from None
    if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
        raise ValueError(worded("needs west < east within -180..180 and south < north within -90..90"))
    return text


BoundingBox = Annotated[
    str | None,
    AfterValidator(_box),
    Field(description="Only homes inside west,south,east,north, in degrees.", examples=["-122.6,37.2,-121.7,38.0"]),
]


def _cells_or_points(rows: list[Row], question: Question) -> list[Row]:
    box = question.option("bbox")
    if box and sum(row["customers"] for row in rows) < MOST_POINTS:
        question.summary["shown"] = "customers"
        return [_point(row) for row in question.rows(_points(box, question.data))]
    question.summary["shown"] = "cells"
    return [_cell(row) for row in rows]


def _cell(row: Row) -> Row:
    index = f"{row['cell']:x}"
    latitude, longitude = h3.cell_to_latlng(index)
    return row | {"cell": index, "customer": "", "latitude": round(latitude, 6), "longitude": round(longitude, 6)}


def _point(row: Row) -> Row:
    return row | {"cell": f"{row['cell']:x}", "customers": 1}


@analysis(
    title="Where are the customers?",
    columns=COLUMNS,
    filters=PeopleFilters,
    requires=("coordinates",),
    refine=_cells_or_points,
    limit=None,
)
def customers(
    data: Dataset,
    resolution: Annotated[int, Field(ge=4, le=9, description="H3 resolution: 4 coarse to 9 fine.", examples=[6])] = 5,
    bbox: BoundingBox = None,
) -> Select[Any]:
    """Customers per map cell, or one by one where a bounding box holds fewer than 5,000 of them.

    Counts known people with a live order in the selection; in a data set without orders, everybody whose home is known.
    Country, state and city mean the home.
    """
    cell = parent_cell(person.c.cell, resolution)
    return (
        select(cell.label("cell"), func.count().label("customers"), money(total(buyer.c.gross)).label("revenue"))
        .select_from(_with_sales(data))
        .where(*_located(bbox))
        .group_by(cell)
        .order_by(cell)
    )


def _points(box: str, data: Dataset) -> Select[Any]:
    return (
        select(
            person.c.cell,
            person.c.customer_id.label("customer"),
            person.c.latitude,
            person.c.longitude,
            money(func.coalesce(buyer.c.gross, 0)).label("revenue"),
        )
        .select_from(_with_sales(data))
        .where(*_located(box))
        .order_by(person.c.customer_id)
    )


def _with_sales(data: Dataset) -> Join:
    everybody = "orders" not in data.capabilities
    return person.join(buyer, buyer.c.customer_key == person.c.customer_key, isouter=everybody)


def _located(box: str | None) -> list[ColumnElement[bool]]:
    clauses: list[ColumnElement[bool]] = [person.c.cell.is_not(None)]
    if box:
        west, south, east, north = (float(part) for part in box.split(","))
        clauses += [person.c.longitude.between(west, east), person.c.latitude.between(south, north)]
    return clauses
