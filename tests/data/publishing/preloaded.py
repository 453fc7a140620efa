"""What the processes of `dying` need, imported once before they fork."""

import alembic.command
import duckdb_sqlalchemy
import pandas as pd
import psycopg

from data.loading.publishing import application, clickhouse_database, duckdb_file, postgresql_schema, sqlite_file
from tests.data.publishing import staging

__all__ = [
    "alembic",
    "application",
    "clickhouse_database",
    "duckdb_file",
    "duckdb_sqlalchemy",
    "pd",
    "postgresql_schema",
    "psycopg",
    "sqlite_file",
    "staging",
]
