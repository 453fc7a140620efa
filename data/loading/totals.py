"""Control totals: what the files add up to against what was loaded."""

from decimal import Decimal

import duckdb

from data.loading.errors import LoadError
from data.loading.report import ControlTotal
from data.loading.source import Source


def control_totals(connection: duckdb.DuckDBPyConnection, source: Source) -> list[ControlTotal]:
    """Figures of the source's control_totals.sql: name, expected, found and, where it may be false, must_agree."""
    if not source.control_totals:
        return []
    connection.execute("SET search_path = 'staging.prepared,staging.main'")
    try:
        rows = connection.execute(source.control_totals).fetchall()
    except duckdb.OutOfMemoryException:
        raise
    except duckdb.Error as error:
        raise LoadError(f"{source.name}/control_totals.sql: {str(error).splitlines()[0]}") from error
    connection.execute("USE staging")
    return [ControlTotal(name, _figure(expected), _figure(found), *flags) for name, expected, found, *flags in rows]


def reconcile(totals: list[ControlTotal]) -> None:
    """Raise LoadError for the first total that does not agree and has to."""
    for total in totals:
        if total.must_agree and Decimal(total.expected) != Decimal(total.found):
            raise LoadError(f"Control total {total.name}: the files have {total.expected}, {total.found} was loaded.")


def _figure(value: Decimal | float | None) -> str:
    return format(Decimal(str(value or 0)).normalize(), "f")
