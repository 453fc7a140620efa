"""Members of a dimension, for filters with type-ahead."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field
from sqlalchemy import ColumnElement, FromClause, Select, and_, case, func, or_, select, true

from api.models.warehouse import customer, order, place, product, store
from api.services.analysis import analysis
from api.services.columns import Column
from api.services.filters import Filters, SaleFilters
from api.services.places import in_places
from api.services.sql import has_text
from api.services.units import Unit


class Dimension(StrEnum):
    """Filters that take members."""

    COUNTRY = "country"
    STATE = "state"
    CITY = "city"
    STORE = "store"
    CATEGORY = "category"
    CHANNEL = "channel"
    SKU = "sku"
    CUSTOMER = "customer"


_SIZED = case(
    (and_(product.c.name != "", product.c.size != ""), product.c.name + ", " + product.c.size), else_=product.c.name
)
"""Name of a product with its size: two sizes of a pizza share a name."""

_SOURCES: dict[str, tuple[FromClause, ColumnElement[str], ColumnElement[str]]] = {
    Dimension.COUNTRY: (place, place.c.country, place.c.country),
    Dimension.STATE: (place, place.c.state_code, place.c.state),
    Dimension.CITY: (place, place.c.city, place.c.city),
    Dimension.STORE: (store, store.c.store_id, store.c.name),
    Dimension.CATEGORY: (product, product.c.category, product.c.category),
    Dimension.CHANNEL: (order, order.c.channel, order.c.channel),
    Dimension.SKU: (product, product.c.sku, _SIZED),
    Dimension.CUSTOMER: (customer, customer.c.customer_id, customer.c.customer_id),
}

_COLUMNS = (
    Column("member", Unit.TEXT, "Value the filter takes."),
    Column("label", Unit.TEXT, "What it is called."),
)


@analysis(title="What can be filtered by?", columns=_COLUMNS, filters=SaleFilters, requires=(), limit=200)
def members(
    filters: Filters,
    dimension: Annotated[Dimension, Field(description="Filter whose values are wanted.", examples=["state"])],
    search: Annotated[str, Field(description="Text that value or label contain.", max_length=100)] = "",
) -> Select[Any]:
    """Values of a filter in alphabetical order, within the places and categories the other filters ask for."""
    source, value, label = _SOURCES[dimension]
    name = func.max(func.coalesce(func.nullif(label, ""), value))
    clauses = [value != "", _within(filters, dimension), _matching(search, value, label)]
    return (
        select(value.label("member"), name.label("label"))
        .select_from(source)
        .where(and_(*clauses))
        .group_by(value)
        .order_by(name, value)
    )


def _matching(search: str, value: ColumnElement[str], label: ColumnElement[str]) -> ColumnElement[bool]:
    if not search:
        return true()
    return or_(has_text(value, search.lower()), has_text(label, search.lower()))


def _within(filters: Filters, dimension: Dimension) -> ColumnElement[bool]:
    """Keep members that fit the other filters, as far as they belong to the same thing."""
    if dimension in (Dimension.COUNTRY, Dimension.STATE, Dimension.CITY):
        others = filters.model_copy(update={dimension.value: []})
        return in_places(others, place)
    if dimension in (Dimension.STORE, Dimension.CUSTOMER):
        return in_places(filters, store if dimension == Dimension.STORE else customer)
    if dimension == Dimension.SKU and filters.category:
        return product.c.category.in_(filters.category)
    return true()
