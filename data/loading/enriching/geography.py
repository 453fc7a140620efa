"""Names and codes of countries and states, as tables the SELECTs may join."""

from pathlib import Path

import duckdb

from data.loading.publishing.statements import literal

_GEOGRAPHY = Path(__file__).resolve().parent.parent.parent / "geography"


def register(connection: duckdb.DuckDBPyConnection) -> None:
    """Create geography.country (name in small letters, code, middle), geography.state and geography.area."""
    connection.execute(f"""
        CREATE SCHEMA geography;
        CREATE TABLE geography.country AS
        WITH countries AS (
            SELECT * FROM read_csv({literal(str(_GEOGRAPHY / "countries.csv"))}, header = true, all_varchar = true)
        ),
        names AS (
            SELECT lower(unnest([name, country] || string_split(coalesce(aliases, ''), '|'))) AS name, * EXCLUDE name
            FROM countries WHERE country IS NOT NULL
        )
        SELECT name, min(country) AS code, min(latitude)::DOUBLE AS latitude, min(longitude)::DOUBLE AS longitude
        FROM names WHERE name <> '' GROUP BY name;
        CREATE TABLE geography.state AS
        SELECT country AS country_code, state AS state_code, name AS state, latitude::DOUBLE AS latitude,
            longitude::DOUBLE AS longitude
        FROM read_csv({literal(str(_GEOGRAPHY / "areas.csv"))}, header = true, all_varchar = true)
        WHERE state IS NOT NULL;
        CREATE TABLE geography.area AS
        SELECT country AS country_code, coalesce(state, '') AS state_code, area_km2::DOUBLE AS area_km2
        FROM read_csv({literal(str(_GEOGRAPHY / "areas.csv"))}, header = true, all_varchar = true);
    """)  # noqa: S608  # paths of ours
