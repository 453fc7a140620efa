"""Where the next stores should stand."""

from enum import StrEnum
from typing import Annotated, Any

import numpy as np
from numpy.typing import NDArray
from pydantic import Field
from sqlalchemy import Select, select

from api.models.warehouse import settlement
from api.services.analysis import Question, analysis
from api.services.columns import Column
from api.services.errors import Problem, WrongParameters
from api.services.filters import PeopleFilters
from api.services.geo.homes import Cells, Weight, cells_of_homes, gathered
from api.services.geo.shops import Shops, open_shops
from api.services.statistics.distance import haversine_km
from api.services.statistics.siting.coverage import TooManyPairs
from api.services.statistics.siting.maximal_covering import Sites, maximal_covering
from api.services.statistics.siting.new_store import new_store
from api.services.units import Unit
from api.services.warehouse import Dataset, Row
from api.services.wording import worded

TIME_LIMIT_S = 10.0


class Candidates(StrEnum):
    """Where a store could stand."""

    CELLS = "cells"
    TOWNS = "towns"


COLUMNS = (
    Column("rank", Unit.COUNT, "1 for the site that gains most."),
    Column("place", Unit.TEXT, "Town, or city most customers of the cell live in."),
    Column("state", Unit.TEXT, "Its state, by its code."),
    Column("latitude", Unit.DEGREE, "Of the site."),
    Column("longitude", Unit.DEGREE, "Of the site."),
    Column("gained_customers", Unit.COUNT, "Customers within the radius of the site and of no store or earlier site."),
    Column("gained_revenue", Unit.MONEY, "Revenue of those customers in the selection."),
    Column("taken_customers", Unit.COUNT, "Customers whom a store reaches today, and to whom the site is nearer."),
    Column("taken_revenue", Unit.MONEY, "Revenue of those customers in the selection."),
    Column("nearest_store", Unit.TEXT, "Id of the open store nearest to the site."),
    Column("nearest_store_km", Unit.KM, "Distance from the site to it."),
)


def _sited(rows: list[Row], question: Question) -> list[Row]:
    if not rows:
        return []
    cells, shops = gathered(rows), open_shops(question)
    sites = _candidates(cells, question)
    answer = _solved(cells, shops, sites, question)
    question.summary |= _proof(answer, float(cells.weight(question.option("weight")).sum()), len(sites))
    return _ranked(cells, shops, [sites[i] for i in answer.chosen], question.option("radius_km"))


def _solved(cells: Cells, shops: Shops, sites: list[Row], question: Question) -> Sites:
    latitude, longitude = (np.array([site[name] for site in sites], dtype=float) for name in ("latitude", "longitude"))
    try:
        return maximal_covering(
            _points(cells.latitude, cells.longitude),
            cells.weight(question.option("weight")),
            _points(latitude, longitude),
            _points(shops.latitude, shops.longitude),
            question.option("radius_km"),
            question.option("count"),
            exact=question.option("exact"),
            time_limit_s=TIME_LIMIT_S,
        )
    except TooManyPairs as error:
        problem = worded("reaches too many homes at once: choose a smaller radius or a coarser resolution")
        message = worded("This is too much to compute at once.")
        raise WrongParameters(message, [Problem("radius_km", problem)]) from error


def _candidates(cells: Cells, question: Question) -> list[Row]:
    if question.option("candidates") == Candidates.TOWNS:
        return question.rows(_towns(cells))
    names = zip(cells.city, cells.state, cells.latitude.tolist(), cells.longitude.tolist(), strict=True)
    return [{"place": c, "state": s, "latitude": lat, "longitude": lon} for c, s, lat, lon in names]


def _towns(cells: Cells) -> Select[Any]:
    """Query the towns around the homes, with a margin of a degree."""
    box = (cells.latitude.min() - 1, cells.latitude.max() + 1, cells.longitude.min() - 1, cells.longitude.max() + 1)
    south, north, west, east = (float(edge) for edge in box)
    town = settlement.c
    return (
        select(town.name.label("place"), town.state_code.label("state"), town.latitude, town.longitude)
        .where(town.settlement_key > 0, town.latitude.between(south, north), town.longitude.between(west, east))
        .order_by(town.settlement_key)
    )


def _points(latitude: NDArray[Any], longitude: NDArray[Any]) -> NDArray[Any]:
    return np.column_stack([latitude, longitude])


def _proof(answer: Sites, total: float, candidates: int) -> dict[str, Any]:
    before, after = answer.covered_before, answer.covered_after
    return {
        "covered_before": before,
        "covered_after": after,
        "gained": float(answer.gained.sum()),
        "total": total,
        "share_before": before / total if total else None,
        "share_after": after / total if total else None,
        "bound": answer.bound,
        "gap": answer.gap,
        "method": answer.method,
        "candidates": candidates,
        "seconds": round(answer.seconds, 3),
    }


def _ranked(cells: Cells, shops: Shops, sites: list[Row], radius_km: float) -> list[Row]:
    """Rows of the sites; who changes because of several sites counts for the first of them."""
    _, store_km = shops.nearest_to(cells.latitude, cells.longitude)
    unchanged = np.ones(len(store_km), dtype=np.bool_)
    rows = []
    for rank, site in enumerate(sites, 1):
        km = haversine_km(site["latitude"], site["longitude"], cells.latitude, cells.longitude)
        reach = new_store(km, store_km, radius_km)
        gained, taken = reach.gained & unchanged, reach.taken & unchanged
        unchanged &= ~(gained | taken)
        sums = {**cells.sums(gained, "gained"), **cells.sums(taken, "taken")}
        rows.append({**site, "rank": rank, **sums, **shops.nearest_to_place(site["latitude"], site["longitude"])})
    return rows


@analysis(
    title="Where should the next stores stand?",
    columns=COLUMNS,
    filters=PeopleFilters,
    requires=("coordinates", "store_coordinates"),
    refine=_sited,
    limit=None,
)
def potential_locations(
    data: Dataset,
    count: Annotated[int, Field(ge=1, le=50, description="How many new stores.", examples=[5])] = 5,
    radius_km: Annotated[
        float, Field(gt=0, le=500, description="How far a store reaches, great circle.", examples=[15])
    ] = 10.0,
    weight: Annotated[Weight, Field(description="What is to be reached.", examples=["revenue"])] = Weight.CUSTOMERS,
    exact: Annotated[
        bool, Field(description="Prove the optimum, for at most ten seconds, instead of answering at once.")
    ] = False,
    candidates: Annotated[
        Candidates, Field(description="Where a store could stand: cells with customers, or towns.", examples=["towns"])
    ] = Candidates.CELLS,
    resolution: Annotated[int, Field(ge=4, le=9, description="H3 resolution of demand and cells.", examples=[7])] = 7,
) -> Select[Any]:
    """Sites that together reach the most customers (or revenue) which no open store reaches yet.

    Maximal covering location problem (Church & ReVelle 1974): demand is gathered in map cells, a store reaches cells
    whose centre lies within the radius, and existing stores count as open. The greedy answer comes at once; `exact`
    looks for the proved optimum. `summary` holds what is covered before and after, the proved bound on what any sites
    could gain, and the gap between the two. What a site takes from existing stores is counted as in `geo/site`.
    """
    return cells_of_homes(resolution, data)
