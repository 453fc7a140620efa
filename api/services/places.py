"""What lies in the places asked for."""

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, FromClause, or_, select, true

from api.models.warehouse import place

if TYPE_CHECKING:
    from api.services.filters import Filters


def in_places(filters: "Filters", fact: FromClause) -> ColumnElement[bool]:
    """Keep the rows whose `place_key` is in the countries, states and cities of the filters."""
    clauses: list[ColumnElement[Any]] = []
    if filters.country:
        clauses.append(or_(place.c.country.in_(filters.country), place.c.country_code.in_(filters.country)))
    if filters.state:
        clauses.append(or_(place.c.state_code.in_(filters.state), place.c.state.in_(filters.state)))
    if filters.city:
        clauses.append(place.c.city.in_(filters.city))
    return fact.c.place_key.in_(select(place.c.place_key).where(*clauses)) if clauses else true()
