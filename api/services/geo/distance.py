"""How far customers live from stores."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field
from sqlalchemy import Select, func, literal, select

from api.models.warehouse import place
from api.services.analysis import analysis
from api.services.capabilities import needed
from api.services.columns import Column
from api.services.errors import NotInThisData
from api.services.filters import PeopleFilters
from api.services.geo.used_stores import used_km, used_stores
from api.services.quantiles import quantiles
from api.services.units import Unit
from api.services.views import person
from api.services.warehouse import Dataset
from api.services.wording import worded


class Level(StrEnum):
    """How finely homes are told apart."""

    STATE = "state"
    CITY = "city"


_CAPABILITIES = {Level.STATE: "states", Level.CITY: "cities"}
COLUMNS = (
    Column("state", Unit.TEXT, "State of the home, by its code."),
    Column("city", Unit.TEXT, "City of the home; empty on the level of states."),
    Column("customers", Unit.COUNT, "Known people who live there, with a live order in the selection."),
    Column("nearest_mean_km", Unit.KM, "Mean distance from home to the nearest store."),
    Column("nearest_median_km", Unit.KM, "Half live nearer to a store, half farther."),
    Column("nearest_p95_km", Unit.KM, "95 % live nearer to a store."),
    Column("used_mean_km", Unit.KM, "Mean distance from home to the store used most; absent without orders."),
)


@analysis(
    title="How far do customers live from a store?",
    columns=COLUMNS,
    filters=PeopleFilters,
    requires=("coordinates", "store_coordinates"),
)
def distance(
    data: Dataset,
    level: Annotated[Level, Field(description="How finely homes are told apart.", examples=["state"])] = Level.STATE,
) -> Select[Any]:
    """Distance from the customers' homes to the nearest store and to the one they use, farthest mean first.

    Great circle (haversine). The store used is the one with most of the customer's orders in the selection. In a data
    set without orders everybody counts.
    """
    if (capability := _CAPABILITIES[level]) not in data.capabilities:
        raise NotInThisData(
            worded("This data set has no {missing} of homes; ask for a coarser level.", missing=needed(capability))
        )
    used = used_stores()
    homes = person.join(place, place.c.place_key == person.c.place_key)
    homes = homes.join(used, used.c.customer_key == person.c.customer_key, isouter="orders" not in data.capabilities)
    names = (place.c.state_code, place.c.city) if level == Level.CITY else (place.c.state_code,)
    near = (func.avg(person.c.nearest_store_km), *quantiles(person.c.nearest_store_km, 0.5, 0.95))
    mean, middle, most = (c.label(f"nearest_{n}_km") for c, n in zip(near, ("mean", "median", "p95"), strict=True))
    city = place.c.city if level == Level.CITY else literal("")
    return (
        select(place.c.state_code.label("state"), city.label("city"), func.count().label("customers"))
        .add_columns(mean, middle, most, func.avg(used_km(used)).label("used_mean_km"))
        .select_from(homes)
        .where(person.c.nearest_store_km.is_not(None))
        .group_by(*names)
        .order_by(mean.desc(), *names)
    )
