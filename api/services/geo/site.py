"""What a store at a given place would change."""

from typing import Annotated, Any

import numpy as np
from pydantic import Field
from sqlalchemy import Select, func, select

from api.models.warehouse import settlement
from api.services.analysis import Question, analysis
from api.services.columns import Column
from api.services.filters import PeopleFilters
from api.services.geo.homes import Array, Cells, Weight, cells_of_homes, gathered
from api.services.geo.shops import Shops, open_shops
from api.services.statistics.distance import haversine_km
from api.services.statistics.siting.new_store import Reach, new_store
from api.services.units import Unit
from api.services.warehouse import Dataset, Row

COLUMNS = (
    Column(
        "effect",
        Unit.WORD,
        "gained: reached by no store today. taken: nearer to the new store than to theirs.",
        words=("gained", "taken"),
    ),
    Column(
        "store", Unit.TEXT, "Id of the store that loses them; for what is gained, of the store nearest to the site."
    ),
    Column("name", Unit.TEXT, "Name of that store, empty where it has none."),
    Column("customers", Unit.COUNT, "Known people with a live order in the selection."),
    Column("revenue", Unit.MONEY, "Their revenue in the selection."),
    Column("share", Unit.SHARE, "Of all whom that store reaches today; for what is gained, of all no store reaches."),
    Column("distance_km", Unit.KM, "From the new store to that store."),
)


def _weighed(rows: list[Row], question: Question) -> list[Row]:
    if not rows:
        return []
    cells, shops = gathered(rows), open_shops(question)
    latitude, longitude, radius = (question.option(name) for name in ("latitude", "longitude", "radius_km"))
    site_km = haversine_km(latitude, longitude, cells.latitude, cells.longitude)
    nearest_store, store_km = shops.nearest_to(cells.latitude, cells.longitude)
    reach = new_store(site_km, store_km, radius)
    question.summary |= _summary(cells, reach) | _town(question) | shops.nearest_to_place(latitude, longitude)
    weight, unreached = cells.weight(question.option("weight")), store_km > radius
    gained = _row("gained", question.summary["nearest_store"], cells, reach.gained, weight, unreached)
    losing = np.array(nearest_store)
    taken = [
        _row("taken", store, cells, reach.taken & (losing == store), weight, ~unreached & (losing == store))
        for store in sorted(set(losing[reach.taken]))
    ]
    taken.sort(key=lambda row: (-row[question.option("weight").value], row["store"]))
    return [row | _of_store(shops, row["store"], latitude, longitude) for row in (gained, *taken)]


def _row(effect: str, store: str, cells: Cells, among: Array, weight: Array, of: Array) -> Row:
    """Row of the cells `among`, with their share of the weight of the cells `of`."""
    whole = float(weight[of].sum())
    share = float(weight[among].sum()) / whole if whole else None
    return {"effect": effect, "store": store, **cells.sums(among), "share": share}


def _of_store(shops: Shops, store: str, latitude: float, longitude: float) -> Row:
    i = shops.store_id.index(store)
    km = haversine_km(latitude, longitude, shops.latitude[i], shops.longitude[i])
    return {"name": shops.name[i], "distance_km": float(km)}


def _summary(cells: Cells, reach: Reach) -> Row:
    sums = [cells.sums(getattr(reach, part), part) for part in ("gained", "taken", "kept")]
    return {name: value for part in sums for name, value in part.items()}


def _town(question: Question) -> Row:
    """Populated place nearest to the site, within a degree; empty in the wild."""
    latitude, longitude = question.option("latitude"), question.option("longitude")
    town = settlement.c
    query = (
        select(town.name, town.state_code, town.latitude, town.longitude)
        .where(town.settlement_key > 0, func.abs(town.latitude - latitude) <= 1)
        .where(func.abs(town.longitude - longitude) <= 1)
        .order_by(town.settlement_key)
    )
    rows = question.rows(query)
    km = [float(haversine_km(latitude, longitude, row["latitude"], row["longitude"])) for row in rows]
    found = rows[int(np.argmin(km))] if rows else {"name": "", "state_code": ""}
    return {"place": found["name"], "state": found["state_code"]}


@analysis(
    title="What would a store here gain, and take from others?",
    columns=COLUMNS,
    filters=PeopleFilters,
    requires=("coordinates", "store_coordinates"),
    refine=_weighed,
    limit=None,
)
def site(
    data: Dataset,
    latitude: Annotated[float, Field(ge=-90, le=90, description="Of the new store, in degrees.", examples=[39.98])],
    longitude: Annotated[float, Field(ge=-180, le=180, description="Of the new store, in degrees.", examples=[-83.0])],
    radius_km: Annotated[
        float, Field(gt=0, le=500, description="How far a store reaches, great circle.", examples=[15])
    ] = 10.0,
    weight: Annotated[
        Weight, Field(description="What stores are ranked by, and shares are of.", examples=["revenue"])
    ] = Weight.CUSTOMERS,
    resolution: Annotated[int, Field(ge=4, le=9, description="H3 resolution of the homes.", examples=[7])] = 7,
) -> Select[Any]:
    """What a store at a place would gain from people whom no store reaches, and take from each existing store.

    Homes are gathered in map cells as in `geo/potential_locations`, so a site found there gains here what it did there.
    With d the distance from a cell's centre to its nearest open store, n to the new one and R the radius:
    gained are those with n <= R < d; taken those with n < d <= R, from that nearest store; kept, in `summary`, those
    with d <= n <= R, whose store stays nearer. The three add up to everybody within the radius.
    """
    return cells_of_homes(resolution, data)
