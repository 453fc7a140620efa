"""Places with few customers for their population."""

import math
from typing import Annotated, Any

from pydantic import Field
from sqlalchemy import Select, func, select

from api.models.warehouse import settlement
from api.services.analysis import Question, analysis
from api.services.columns import Column
from api.services.filters import PeopleFilters
from api.services.statistics.penetration import BANDS_KM, penetration
from api.services.units import Unit
from api.services.views import buyer, person
from api.services.warehouse import Dataset, Row

COLUMNS = (
    Column("place", Unit.TEXT, "Populated place (GeoNames)."),
    Column("state", Unit.TEXT, "Its state, by its code."),
    Column("latitude", Unit.DEGREE, "Of the place."),
    Column("longitude", Unit.DEGREE, "Of the place."),
    Column("population", Unit.COUNT, "Inhabitants."),
    Column("customers", Unit.COUNT, "Known people with a live order in the selection to whom it is the nearest place."),
    Column("per_1000", Unit.NUMBER, "Customers per 1,000 inhabitants."),
    Column("expected_per_1000", Unit.NUMBER, "Median of the places equally far from a store."),
    Column("index", Unit.NUMBER, "Customers per inhabitant over what is expected, small places pulled to the mean."),
    Column("nearest_store_km", Unit.KM, "Distance to the nearest store."),
)


def _compared(rows: list[Row], question: Question) -> list[Row]:
    if not rows:
        return []
    counts, people, km = ([row[name] for row in rows] for name in ("customers", "population", "nearest_store_km"))
    found = penetration(counts, people, km)
    question.summary["places_compared"] = len(rows)
    figures = zip(rows, found.raw, found.expected, found.index, strict=True)
    compared = [
        row | {"per_1000": float(raw), "expected_per_1000": float(expected), "index": float(index)}
        for row, raw, expected, index in figures
        if not math.isnan(index)
    ]
    compared.sort(key=lambda row: (row["index"], -row["population"], row["settlement_key"]))
    return compared


@analysis(
    title="Where do we reach too few people?",
    columns=COLUMNS,
    filters=PeopleFilters,
    requires=("coordinates", "store_coordinates"),
    refine=_compared,
    limit=100,
    limit_refined=True,
)
def low_penetration(
    data: Dataset,
    min_population: Annotated[
        int, Field(ge=1, le=10_000_000, description="Leave out places with fewer inhabitants.", examples=[5000])
    ] = 1000,
) -> Select[Any]:
    """Places that have few customers for their population, compared with places equally far from a store.

    expected = median of customers per 1,000 inhabitants over the places in the same band of distance to the nearest
    store; index = customers per inhabitant, pulled toward the band's mean the more the smaller the place (empirical
    Bayes, Marshall 1991), over expected. Places so far away that nothing is expected of them are left out.
    """
    reached = select(person.c.settlement_key, func.count().label("customers")).group_by(person.c.settlement_key)
    if "orders" in data.capabilities:
        reached = reached.where(person.c.customer_key.in_(select(buyer.c.customer_key)))
    counts = reached.subquery("counts")
    return (
        select(
            settlement.c.settlement_key,
            settlement.c.name.label("place"),
            settlement.c.state_code.label("state"),
            *(settlement.c[name] for name in ("latitude", "longitude", "population", "nearest_store_km")),
            func.coalesce(counts.c.customers, 0).label("customers"),
        )
        .select_from(settlement)
        .outerjoin(counts, counts.c.settlement_key == settlement.c.settlement_key)
        .where(settlement.c.population >= min_population, settlement.c.nearest_store_km <= BANDS_KM[-1])
        .order_by(settlement.c.settlement_key)
    )
