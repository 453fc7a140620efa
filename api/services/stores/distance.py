"""How far customers travel to each store."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field
from sqlalchemy import Label, Select, Subquery, func, select

from api.models.warehouse import place, store
from api.services.analysis import analysis
from api.services.columns import Column
from api.services.dimensions import city, state, store_id, store_name
from api.services.quantiles import quantiles
from api.services.sql import total
from api.services.stores.trips import customers_of_stores, of_known_length, orders_of_stores
from api.services.units import Unit


class Weight(StrEnum):
    """What counts once."""

    CUSTOMERS = "customers"
    ORDERS = "orders"


_MEMBER = (store_id, store_name, city, state)
_KM = ("mean_km", "median_km", "p95_km")
COLUMNS = (
    *_MEMBER,
    Column("customers", Unit.COUNT, "Known people who bought there and whose distance is known."),
    Column("orders", Unit.COUNT, "Their orders there."),
    Column("mean_km", Unit.KM, "Mean distance from home to store."),
    Column("median_km", Unit.KM, "Half come from nearer, half from farther."),
    Column("p95_km", Unit.KM, "95 % come from nearer."),
)


@analysis(
    title="How far do customers travel to each store?",
    columns=COLUMNS,
    requires=("orders", "coordinates", "store_coordinates"),
)
def distance(
    weight: Annotated[
        Weight, Field(description="Count each customer of a store once, or once per order.", examples=["orders"])
    ] = Weight.CUSTOMERS,
) -> Select[Any]:
    """Distance from the customers' homes to the store they used, per store, the farthest mean first.

    Great circle (haversine), between quantiles linear as usual. Customers without a known home are left out.
    """
    trips = of_known_length(customers_of_stores().subquery("visits")).subquery("trips")
    if weight is Weight.CUSTOMERS:
        counts = kms = _summary(trips, *_counts(trips), *_kms(trips))
    else:
        each_trip = of_known_length(orders_of_stores().subquery("each_visit")).subquery("each_trip")
        counts, kms = _summary(trips, *_counts(trips)), _summary(each_trip, *_kms(each_trip))
    found = counts if kms is counts else counts.join(kms, kms.c.store_key == counts.c.store_key)
    return (
        select(*(column.sql for column in _MEMBER), counts.c.customers, counts.c.orders, *(kms.c[n] for n in _KM))
        .select_from(found)
        .join(store, store.c.store_key == counts.c.store_key)
        .join(place, place.c.place_key == store.c.place_key)
        .order_by(kms.c.mean_km.desc(), store.c.store_id)
    )


def _summary(trips: Subquery, *figures: Label[Any]) -> Subquery:
    return select(trips.c.store_key, *figures).group_by(trips.c.store_key).subquery()


def _counts(trips: Subquery) -> tuple[Label[Any], ...]:
    """Customers of a store and their orders."""
    return func.count().label("customers"), total(trips.c.orders).label("orders")


def _kms(trips: Subquery) -> tuple[Label[Any], ...]:
    """Mean, median and 95 % quantile of the distances."""
    figures = (func.avg(trips.c.km), *quantiles(trips.c.km, 0.5, 0.95))
    return tuple(figure.label(name) for name, figure in zip(_KM, figures, strict=True))
