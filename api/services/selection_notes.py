"""Why a selection is empty: values nobody knows, days the data does not cover."""

from typing import Any

from sqlalchemy import ColumnElement, or_, select

from api.models.warehouse import customer, order, place, product, store
from api.services.filters import Filters
from api.services.warehouse import Dataset, Snapshot

_WHERE_KNOWN: dict[str, tuple[ColumnElement[Any], ...]] = {
    "country": (place.c.country, place.c.country_code),
    "state": (place.c.state_code, place.c.state),
    "city": (place.c.city,),
    "store": (store.c.store_id,),
    "category": (product.c.category,),
    "sku": (product.c.sku,),
    "channel": (order.c.channel,),
    "customer": (customer.c.customer_id,),
}


def notes_on(filters: Filters, snapshot: Snapshot, has_rows: bool) -> list[str]:
    """Sentences about values the data does not know and, where nothing is left, why."""
    unknown = [
        f"No {name} {value!r} in this data."
        for name, columns in _WHERE_KNOWN.items()
        for value in getattr(filters, name)
        if not _is_known(value, columns, snapshot)
    ]
    outside = _outside(filters, snapshot.dataset)
    if unknown or outside or has_rows:
        return unknown + outside
    return ["Nothing matches all filters together: remove one."]


def _is_known(value: str, columns: tuple[ColumnElement[Any], ...], snapshot: Snapshot) -> bool:
    query = select(columns[0]).where(or_(*(column == value for column in columns))).limit(1)
    return bool(snapshot.rows(query))


def _outside(filters: Filters, data: Dataset) -> list[str]:
    if data.first_day is None or data.as_of is None:
        return []
    before = filters.end is not None and filters.end < data.first_day
    after = filters.start is not None and filters.start > data.as_of
    return [f"The data covers {data.first_day} to {data.as_of} only."] if before or after else []
