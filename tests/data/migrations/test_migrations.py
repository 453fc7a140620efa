"""Each history leads to the models, and back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Index, MetaData, create_engine, inspect
from sqlalchemy.pool import NullPool

from api.models.app import Base
from api.models.warehouse import metadata
from data import migrations
from data.loading.publishing.indexes import create_indexes


@contextmanager
def changing(url: str) -> Iterator[Connection]:
    engine = create_engine(url, poolclass=NullPool)
    with engine.begin() as connection:
        yield connection


def differences(connection: Connection, models: MetaData, include: Callable[..., bool] | None = None) -> list[Any]:
    options = {"compare_type": True, "include_object": include}
    models = spelled_out(connection, models) if connection.dialect.name == "clickhousedb" else models
    found: list[Any] = compare_metadata(MigrationContext.configure(connection, opts=options), models)
    return found


def spelled_out(connection: Connection, models: MetaData) -> MetaData:
    """The models with ClickHouse's own types, which its part of Alembic does not look up."""
    seen = MetaData()
    for table in models.sorted_tables:
        for column in table.to_metadata(seen).columns:
            column.type = column.type.dialect_impl(connection.dialect)
    return seen


def without_indexes_of_row_stores(thing: Any, name: str | None, kind: str, reflected: bool, other: Any) -> bool:
    return not isinstance(thing, Index)


def test_the_warehouse_history_leads_to_the_models(warehouse_url: str) -> None:
    with changing(warehouse_url) as connection:
        migrations.upgrade(connection, "warehouse")
        create_indexes(connection)
    row_store = warehouse_url.startswith(("sqlite", "postgresql"))
    with changing(warehouse_url) as connection:
        assert differences(connection, metadata, None if row_store else without_indexes_of_row_stores) == []
        assert migrations.current(connection) == migrations.head("warehouse")


def test_a_lost_column_is_noticed(warehouse_url: str) -> None:
    with changing(warehouse_url) as connection:
        migrations.upgrade(connection, "warehouse")
    with changing(warehouse_url) as connection:
        connection.exec_driver_sql("ALTER TABLE supplier DROP COLUMN country")
    with changing(warehouse_url) as connection:
        found = differences(connection, metadata, without_indexes_of_row_stores)
        assert [(change[0], change[3].name) for change in found] == [("add_column", "country")]


def test_the_warehouse_history_leads_back(warehouse_url: str) -> None:
    _there_and_back(warehouse_url, "warehouse")


def test_the_application_history_leads_to_the_models(database_url: str) -> None:
    with changing(database_url) as connection:
        migrations.upgrade(connection, "app")
        assert differences(connection, Base.metadata) == []


def test_the_application_history_leads_back(database_url: str) -> None:
    _there_and_back(database_url, "app")


def _there_and_back(url: str, history: str) -> None:
    with changing(url) as connection:
        migrations.upgrade(connection, history)
        tables = set(inspect(connection).get_table_names())
    with changing(url) as connection:
        migrations.downgrade(connection, history, "base")
    with changing(url) as connection:
        assert inspect(connection).get_table_names() == ["alembic_version"]
        assert migrations.current(connection) is None
        migrations.upgrade(connection, history)
        assert set(inspect(connection).get_table_names()) == tables
