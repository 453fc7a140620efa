"""Customers gathered by map cell: what questions about places start from."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import h3
import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Select, case, func, select

from api.models.warehouse import calendar, place
from api.services.analysis import Question
from api.services.sql import parent_cell, total
from api.services.views import buyer, opens, person, purchase
from api.services.warehouse import Dataset, Row

Array = NDArray[Any]


class Weight(StrEnum):
    """What makes a place count."""

    CUSTOMERS = "customers"
    REVENUE = "revenue"


@dataclass(frozen=True)
class Cells:
    """Map cells with a customer, in the order of their indexes; every array has shape (cells,)."""

    index: Array
    latitude: Array
    longitude: Array
    customers: Array
    revenue: Array
    city: list[str]
    state: list[str]

    def weight(self, by: Weight) -> Array:
        """Customers or revenue per cell."""
        return self.customers.astype(float) if by == Weight.CUSTOMERS else self.revenue

    def sums(self, among: Array, named: str = "") -> Row:
        """Customers and revenue of some cells as columns of a row, with a word before their names."""
        sums = {"customers": int(self.customers[among].sum()), "revenue": round(float(self.revenue[among].sum()), 6)}
        return {f"{named}_{name}" if named else name: value for name, value in sums.items()}


def cells_of_homes(resolution: int, data: Dataset) -> Select[Any]:
    """Query customers and revenue per cell and place of home; a customer has one of each, so parts add up."""
    cell = parent_cell(person.c.cell, resolution)
    homes = person.join(
        buyer, buyer.c.customer_key == person.c.customer_key, isouter="orders" not in data.capabilities
    ).join(place, place.c.place_key == person.c.place_key)
    return (
        select(
            cell.label("cell"),
            place.c.city,
            place.c.state_code.label("state"),
            func.count().label("customers"),
            total(buyer.c.gross).label("gross"),
        )
        .select_from(homes)
        .where(person.c.cell.is_not(None))
        .group_by(cell, place.c.city, place.c.state_code)
        .order_by(cell, func.count().desc(), place.c.state_code, place.c.city)
    )


def cells_by_year(resolution: int) -> Select[Any]:
    """Query customers with a live order per cell and year, each counted once a year, and their revenue."""
    cell, year = parent_cell(person.c.cell, resolution), calendar.c.year
    customers = total(case((opens(year), 1), else_=0)).label("customers")
    return (
        select(cell.label("cell"), year, customers, total(purchase.c.gross).label("gross"))
        .join_from(purchase, calendar, calendar.c.day == purchase.c.day)
        .join(person, person.c.customer_key == purchase.c.customer_key)
        .where(person.c.cell.is_not(None))
        .group_by(cell, year)
        .order_by(cell, year)
    )


def gathered(rows: list[Row]) -> Cells:
    """Put the rows of `cells_of_homes` together: a cell is named after the place most of its customers live in."""
    cell, customers, gross = (_whole(rows, name) for name in ("cell", "customers", "gross"))
    first = np.flatnonzero(np.append(True, cell[1:] != cell[:-1])[: len(cell)])
    named = [rows[i] for i in first.tolist()]
    centres = np.array([h3.cell_to_latlng(h3.int_to_str(row["cell"])) for row in named]).reshape(-1, 2)
    return Cells(
        index=cell[first],
        latitude=centres[:, 0],
        longitude=centres[:, 1],
        customers=np.add.reduceat(customers, first),
        revenue=np.add.reduceat(gross, first) / 1e6,
        city=[row["city"] for row in named],
        state=[row["state"] for row in named],
    )


def _whole(rows: list[Row], name: str) -> Array:
    return np.fromiter((row[name] for row in rows), dtype=np.int64, count=len(rows))


def weights_by_year(rows: list[Row], cells: Cells, by: Weight) -> Array:
    """Weight of each cell in each year of the selection; shape (cells, years), 0 where nobody bought."""
    years = sorted({row["year"] for row in rows})
    weight = np.zeros((len(cells.index), len(years)))
    at = np.searchsorted(cells.index, [row["cell"] for row in rows])
    value = [row["customers"] if by == Weight.CUSTOMERS else row["gross"] / 1e6 for row in rows]
    weight[at, [years.index(row["year"]) for row in rows]] = value
    return weight


def located(question: Question) -> Cells:
    """Cells of the question's selection at its resolution."""
    return gathered(question.rows(cells_of_homes(question.option("resolution"), question.data)))
