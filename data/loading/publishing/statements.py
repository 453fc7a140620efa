"""Statements for the staging connection, written once as expressions."""

from functools import cache
from typing import Any

from duckdb_sqlalchemy import Dialect
from sqlalchemy import Column, ColumnElement, Executable, MetaData, Select, Table, func, insert, select
from sqlalchemy.schema import CreateTable


def text_of(statement: Executable) -> str:
    """SQL of a statement as DuckDB reads it."""
    return str(statement.compile(dialect=Dialect(paramstyle="named"), compile_kwargs={"literal_binds": True}))  # type: ignore[attr-defined]


def literal(text: str) -> str:
    """Text as an SQL literal, for statements that take no parameters."""
    return "'" + text.replace("'", "''") + "'"


def in_order(table: Table) -> Select[Any]:
    """All rows of a table, in the order columnar engines keep them."""
    return select(*table.columns).order_by(*(table.c[name] for name in table.info["order_by"]))


def in_schema(table: Table, schema: str | None) -> Table:
    """The same columns in another schema, without indexes and comments."""
    columns = (Column(column.name, column.type, nullable=column.nullable) for column in table.columns)
    return Table(table.name, MetaData(schema=schema), *columns)


@cache
def create(table: Table, schema: str | None = None) -> str:
    """SQL that makes an empty staging table like a table of the models."""
    return str(CreateTable(in_schema(table, schema)).compile(dialect=Dialect()))


@cache
def copy_in_order(table: Table, schema: str) -> str:
    """SQL that copies a staging table to the same table in `schema`, sorted."""
    return text_of(insert(in_schema(table, schema)).from_select(list(table.columns.keys()), in_order(table)))


def tally(table: Table) -> Select[Any]:
    """Number of rows and the sum of every money column, NULL where there is none."""
    sums: list[ColumnElement[Any]] = [func.sum(column) for column in table.columns if column.info.get("money")]
    return select(func.count(), *sums).select_from(table)
