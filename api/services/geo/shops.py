"""The stores that are open, where they stand."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, or_, select

from api.models.warehouse import store
from api.services.analysis import Question
from api.services.errors import NotInThisData
from api.services.statistics.distance import nearest
from api.services.warehouse import Row
from api.services.wording import worded

Array = NDArray[Any]


@dataclass(frozen=True)
class Shops:
    """Open stores with coordinates, in the order of their ids."""

    store_id: list[str]
    name: list[str]
    latitude: Array
    longitude: Array

    def nearest_to(self, latitude: Array, longitude: Array) -> tuple[list[str | None], Array]:
        """Id of the nearest store and kilometres to it for each point; ties go to the smallest id."""
        index, km = nearest(latitude, longitude, self.latitude, self.longitude)
        return [self.store_id[i] if i >= 0 else None for i in index], km

    def nearest_to_place(self, latitude: float, longitude: float) -> Row:
        """Id of the nearest store of one place, and kilometres to it, as columns of a row."""
        store, km = self.nearest_to(np.array([latitude]), np.array([longitude]))
        return {"nearest_store": store[0], "nearest_store_km": float(km[0])}


def open_shops(question: Question) -> Shops:
    """Stores open at the end of the data; filters do not close any."""
    still_open: ColumnElement[bool] = store.c.closed_on.is_(None)
    if question.data.as_of:
        still_open = or_(still_open, store.c.closed_on > question.data.as_of)
    query = (
        select(store.c.store_id, store.c.name, store.c.latitude, store.c.longitude)
        .where(store.c.store_key > 0, store.c.kind == "store", store.c.latitude.is_not(None), still_open)
        .order_by(store.c.store_id)
    )
    rows = question.rows(query)
    if not rows:
        raise NotInThisData(
            worded("This data set has no shops with coordinates; load stores that have them to see this.")
        )
    return Shops(
        [row["store_id"] for row in rows],
        [row["name"] for row in rows],
        np.array([row["latitude"] for row in rows], dtype=float),
        np.array([row["longitude"] for row in rows], dtype=float),
    )
