"""Public holidays of the country most sales are made in."""

import duckdb

from data.loading.publishing.statements import literal

_COUNTRY = """
    SELECT country_code FROM (
        SELECT country_code, count(*) AS times FROM main."order" JOIN keys.place USING (place_key) GROUP BY ALL
        UNION ALL SELECT country_code, 0 FROM main.store JOIN keys.place USING (place_key) GROUP BY ALL
    )
    WHERE country_code <> '' ORDER BY times DESC, country_code LIMIT 1
"""
_YEARS = """
    SELECT DISTINCT year(day) FROM (
        SELECT day FROM main."order" UNION ALL SELECT day FROM main."return"
        UNION ALL SELECT day FROM main.review UNION ALL SELECT day FROM main.inventory
        UNION ALL SELECT day FROM main.touchpoint
    )
"""


def add_holidays(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill enriched.holiday (day, name)."""
    connection.execute("CREATE TABLE enriched.holiday (day DATE, name VARCHAR)")
    country = connection.execute(_COUNTRY).fetchone()
    years = [year for (year,) in connection.execute(_YEARS).fetchall()]
    if country is None or not years:
        return
    import holidays

    try:
        days = holidays.country_holidays(country[0], years=range(min(years), max(years) + 1), language="en_US")
    except NotImplementedError:  # a country the package does not know
        return
    if days:
        rows = ", ".join(f"('{day}', {literal(name)})" for day, name in days.items())
        connection.execute(f"INSERT INTO enriched.holiday VALUES {rows}")  # noqa: S608 # parameters would import pandas
