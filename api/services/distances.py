"""Great-circle distances in SQL, on every engine."""

from typing import Any

from sqlalchemy import ColumnElement, Double
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import GenericFunction

from api.services.statistics.distance import EARTH_RADIUS_KM


class great_circle_km(GenericFunction[Any]):  # noqa: N801 - reads as a function
    """Kilometres between two points, as `haversine_km` computes them; absent where a coordinate is."""

    inherit_cache = True
    type = Double()


def km_between(here: Any, there: Any) -> ColumnElement[float]:
    """Distance between the `latitude` and `longitude` of two tables."""
    return great_circle_km(here.c.latitude, here.c.longitude, there.c.latitude, there.c.longitude)


def _degrees(element: Any, compiler: SQLCompiler, **kw: Any) -> list[str]:
    return [compiler.process(degrees, **kw) for degrees in element.clauses]


def _haversine(degrees: list[str], smaller: str) -> str:
    phi_1, lambda_1, phi_2, lambda_2 = degrees
    half_phi, half_lambda = f"SIN(RADIANS({phi_2} - {phi_1}) / 2)", f"SIN(RADIANS({lambda_2} - {lambda_1}) / 2)"
    across = f"COS(RADIANS({phi_1})) * COS(RADIANS({phi_2})) * {half_lambda} * {half_lambda}"
    return f"{2 * EARTH_RADIUS_KM} * ASIN(SQRT({smaller}(1.0, {half_phi} * {half_phi} + {across})))"


@compiles(great_circle_km)
def _great_circle_km(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    degrees = _degrees(element, compiler, **kw)
    known = " + ".join(degrees)  # LEAST passes over what is absent
    return f"(CASE WHEN {known} IS NOT NULL THEN {_haversine(degrees, 'LEAST')} END)"


@compiles(great_circle_km, "sqlite")
def _great_circle_km_sqlite(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    return f"({_haversine(_degrees(element, compiler, **kw), 'MIN')})"
