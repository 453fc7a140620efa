"""The one row that says what a version of the data is."""

import json
from dataclasses import replace
from pathlib import Path

import duckdb

from api.models.warehouse import dataset
from data.loading.enriching.capabilities import capabilities
from data.loading.errors import LoadError
from data.loading.publishing.statements import literal
from data.loading.report import LoadReport
from data.loading.source import Source
from data.loading.staging import create_star_table


def described(source: Source, folder: Path) -> Source:
    """Source with the name, title and currency its folder's dataset.json gives, where it may."""
    file = folder / "dataset.json"
    if not source.describes_itself or not file.is_file():
        return source
    try:
        given = json.loads(file.read_text(encoding="utf-8"))
        return replace(
            source,
            name=str(given.get("source", source.name)),
            title=str(given.get("title", source.title)),
            currency=str(given.get("currency", source.currency)),
        )
    except (ValueError, AttributeError) as error:
        raise LoadError(f"{file.name} is no JSON object that can be read: {error}") from None


def create_dataset(connection: duckdb.DuckDBPyConnection, source: Source, report: LoadReport, version: int) -> None:
    """Create main.dataset."""
    named = {
        "source": source.name,
        "title": source.title,
        "currency": source.currency,
        "load_id": report.load_id,
        "loaded_at": report.started_at.isoformat(sep=" ", timespec="seconds"),
        "capabilities": capabilities(connection),
    }
    words = ", ".join(f"{literal(value)} AS {name}" for name, value in named.items())
    create_star_table(
        connection,
        dataset,
        f"""
        SELECT {version} AS version, {words}, min(day) AS first_day, max(day) AS as_of,
            EXISTS (
                SELECT 1 FROM main.order_item GROUP BY order_key HAVING min(store_key) <> max(store_key)
            ) AS split_orders
        FROM main."order"
        """,  # noqa: S608  # literals and names of ours
    )
