"""Places with customers and no store near."""

from typing import Annotated, Any

import h3
import numpy as np
from pydantic import Field
from sqlalchemy import Select

from api.services.analysis import Question, analysis
from api.services.columns import Column
from api.services.filters import PeopleFilters
from api.services.geo.homes import Cells, Weight, cells_by_year, cells_of_homes, gathered, weights_by_year
from api.services.geo.shops import open_shops
from api.services.statistics.siting.stability import white_spot_stability
from api.services.statistics.white_spots import white
from api.services.units import Unit
from api.services.warehouse import Dataset, Row

FACTORS = (0.5, 0.75, 1.0, 1.25, 1.5)
"""Radius and threshold are varied by these to see whether a white spot holds."""

COLUMNS = (
    Column("cell", Unit.TEXT, "H3 cell, as hexadecimal index."),
    Column("place", Unit.TEXT, "City most of its customers live in."),
    Column("state", Unit.TEXT, "Its state, by its code."),
    Column("latitude", Unit.DEGREE, "Centre of the cell."),
    Column("longitude", Unit.DEGREE, "Centre of the cell."),
    Column("customers", Unit.COUNT, "Known people who live there, with a live order in the selection."),
    Column("revenue", Unit.MONEY, "Their revenue in the selection."),
    Column("nearest_store", Unit.TEXT, "Id of the store nearest to the centre."),
    Column("nearest_store_km", Unit.KM, "Distance from the centre to it."),
    Column("stability", Unit.SHARE, "Share of settings of radius, threshold and year under which it stays white."),
)


def _spotted(rows: list[Row], question: Question) -> list[Row]:
    if not rows:
        return []
    by, radius, least = (question.option(name) for name in ("weight", "radius_km", "min_customers"))
    cells, shops = gathered(rows), open_shops(question)
    store, km = shops.nearest_to(cells.latitude, cells.longitude)
    spots = np.flatnonzero(white(km, cells.weight(by), radius, least))
    factors = np.array(FACTORS)
    yearly = _yearly(cells, question)
    held = white_spot_stability(km, yearly, factors * radius, factors * least)[spots]
    question.summary |= {
        "white_customers": int(cells.customers[spots].sum()),
        "customers": int(cells.customers.sum()),
        "settings": len(FACTORS) ** 2 * yearly.shape[1],
    }
    found = [_row(cells, int(i), store[i], float(km[i]), float(s)) for i, s in zip(spots, held, strict=True)]
    found.sort(key=lambda row: (-row[by.value], row["cell"]))
    return found


def _yearly(cells: Cells, question: Question) -> Any:
    """Weight per cell and year of the selection; the homes themselves where there are no orders."""
    by, resolution = question.option("weight"), question.option("resolution")
    if "orders" not in question.data.capabilities:
        return cells.weight(by)[:, None]
    return weights_by_year(question.rows(cells_by_year(resolution)), cells, by)


def _row(cells: Cells, i: int, store: str | None, km: float, held: float) -> Row:
    return {
        "cell": h3.int_to_str(int(cells.index[i])),
        "place": cells.city[i],
        "state": cells.state[i],
        "latitude": round(float(cells.latitude[i]), 6),
        "longitude": round(float(cells.longitude[i]), 6),
        "customers": int(cells.customers[i]),
        "revenue": float(cells.revenue[i]),
        "nearest_store": store,
        "nearest_store_km": km,
        "stability": held,
    }


@analysis(
    title="Where do customers live without a store near?",
    columns=COLUMNS,
    filters=PeopleFilters,
    requires=("coordinates", "store_coordinates"),
    refine=_spotted,
    limit=1000,
    limit_refined=True,
)
def white_spot(
    data: Dataset,
    radius_km: Annotated[
        float, Field(ge=0, le=500, description="A store within this distance is near.", examples=[15])
    ] = 10.0,
    min_customers: Annotated[
        float, Field(ge=0, description="Fewest customers (or least revenue, by weight) of a white spot.", examples=[20])
    ] = 10.0,
    resolution: Annotated[int, Field(ge=4, le=9, description="H3 resolution of the cells.", examples=[6])] = 6,
    weight: Annotated[
        Weight, Field(description="What min_customers counts.", examples=["customers"])
    ] = Weight.CUSTOMERS,
) -> Select[Any]:
    """Map cells with enough customers whose centre is farther than the radius from every open store, heaviest first.

    Raising the radius never adds a white spot. Stability says how much of it hangs on the settings: the share of 25
    pairs of radius and threshold (each at 50 to 150 % of what was asked) and all years of the selection under which the
    cell stays white; years count with the customers of that year alone.
    """
    return cells_of_homes(resolution, data)
