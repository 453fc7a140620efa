"""Why a selection is empty: values nobody knows, days the data does not cover."""

from typing import Any

from sqlalchemy import ColumnElement, or_, select

from api.models.warehouse import customer, order, place, product, store
from api.services.filters import Filters
from api.services.warehouse import Dataset, Snapshot
from api.services.wording import Wording, marked, worded

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

_UNKNOWN = {
    "country": marked("No country '{value}' in this data."),
    "state": marked("No state '{value}' in this data."),
    "city": marked("No city '{value}' in this data."),
    "store": marked("No store '{value}' in this data."),
    "category": marked("No category '{value}' in this data."),
    "sku": marked("No sku '{value}' in this data."),
    "channel": marked("No channel '{value}' in this data."),
    "customer": marked("No customer '{value}' in this data."),
}


def unknown(name: str, value: str) -> Wording:
    """Say that the data does not know a value of a filter."""
    return worded(_UNKNOWN[name], value=value)


def notes_on(filters: Filters, snapshot: Snapshot, has_rows: bool) -> list[Wording]:
    """Sentences about values the data does not know and, where nothing is left, why."""
    strangers = [
        unknown(name, value)
        for name in _WHERE_KNOWN
        for value in getattr(filters, name)
        if not _is_known(name, value, snapshot)
    ]
    outside = _outside(filters, snapshot.dataset)
    if strangers or outside or has_rows or _given(filters) < 2:
        return strangers + outside
    return [worded("Nothing matches all filters together: remove one.")]


def _given(filters: Filters) -> int:
    return sum(bool(getattr(filters, name)) for name in _WHERE_KNOWN)


def _is_known(name: str, value: str, snapshot: Snapshot) -> bool:
    """Every question about one selection wants to know this; the data of a version never changes."""
    if (name, value) not in snapshot.known:
        columns = _WHERE_KNOWN[name]
        query = select(columns[0]).where(or_(*(column == value for column in columns))).limit(1)
        snapshot.known.update((name, value) for _ in snapshot.rows(query))
    return (name, value) in snapshot.known


def _outside(filters: Filters, data: Dataset) -> list[Wording]:
    if data.first_day is None or data.as_of is None:
        return []
    before = filters.end is not None and filters.end < data.first_day
    after = filters.start is not None and filters.start > data.as_of
    if not (before or after):
        return []
    return [worded("The data covers {first} to {last} only.", first=data.first_day, last=data.as_of)]
