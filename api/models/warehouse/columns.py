"""Column kinds of the warehouse, spelled so that all four engines store the same thing.

Money is a whole number of millionths of the currency unit: exact on every engine, sums without rounding.
Text has no NULL: an unknown text is "". A missing number, day or moment is NULL.
"""

from typing import Any

from clickhouse_connect.cc_sqlalchemy.datatypes import sqltypes as clickhouse
from clickhouse_connect.cc_sqlalchemy.ddl.tableengine import MergeTree
from sqlalchemy import BigInteger, Boolean, Column, Date, DateTime, Double, Index, MetaData, SmallInteger, String, Table
from sqlalchemy.types import TypeEngine

MONEY_SCALE = 1_000_000
"""Money columns hold millionths: 12.99 is stored as 12,990,000."""

metadata = MetaData()

_ROW_STORES = ("sqlite", "postgresql")
"""Engines that need indexes; SQLAlchemy takes a tuple here though its type says one name."""

_CLICKHOUSE: dict[type[TypeEngine[Any]], Any] = {
    BigInteger: clickhouse.Int64(),
    SmallInteger: clickhouse.Int16(),
    Double: clickhouse.Float64(),
    String: clickhouse.String(),
    Date: clickhouse.Date32(),
    DateTime: clickhouse.DateTime64(0, "UTC"),  # else the server's own zone would move the clock
    Boolean: clickhouse.Bool(),
}


def _column(name: str, kind: type[TypeEngine[Any]], nullable: bool, comment: str) -> Column[Any]:
    other = _CLICKHOUSE[kind]
    variant: TypeEngine[Any] = clickhouse.Nullable(other) if nullable else other
    return Column(name, kind().with_variant(variant, "clickhousedb"), nullable=nullable, comment=comment)


def derived(column: Column[Any]) -> Column[Any]:
    """Say that a column follows from other rows, so that it may change where nothing new was told."""
    column.info["derived"] = True
    return column


def key(name: str, comment: str = "") -> Column[Any]:
    """Surrogate key, 0 for the unknown member."""
    return _column(name, BigInteger, False, comment)


def count(name: str, comment: str = "", nullable: bool = False) -> Column[Any]:
    """Whole number."""
    return _column(name, BigInteger, nullable, comment)


def small(name: str, comment: str = "", nullable: bool = False) -> Column[Any]:
    """Whole number below 32,768."""
    return _column(name, SmallInteger, nullable, comment)


def money(name: str, comment: str = "", nullable: bool = False) -> Column[Any]:
    """Amount in millionths of the data set's currency unit; `info["money"]` tells it from a count."""
    column = _column(name, BigInteger, nullable, comment)
    column.info["money"] = True
    return column


def number(name: str, comment: str = "", nullable: bool = True) -> Column[Any]:
    """Floating point number, such as degrees or kilometres."""
    return _column(name, Double, nullable, comment)


def text(name: str, comment: str = "") -> Column[Any]:
    """Text, "" where unknown."""
    return _column(name, String, False, comment)


def day(name: str, comment: str = "", nullable: bool = False) -> Column[Any]:
    """Calendar day of the shop's own clock."""
    return _column(name, Date, nullable, comment)


def moment(name: str, comment: str = "", nullable: bool = False) -> Column[Any]:
    """Date and time of the shop's own clock, to the second."""
    return _column(name, DateTime, nullable, comment)


def flag(name: str, comment: str = "") -> Column[Any]:
    """True or false."""
    return _column(name, Boolean, False, comment)


def warehouse_table(
    name: str, *columns: Column[Any], order_by: tuple[str, ...], indexed: tuple[str, ...] = (), grain: str
) -> Table:
    """Declare a warehouse table: its grain, sort order on columnar engines, indexes on row stores."""
    indexes = [Index(f"ix_{name}_{c}", c).ddl_if(dialect=_ROW_STORES) for c in indexed]  # type: ignore[arg-type]
    engine = MergeTree(order_by=list(order_by))
    info = {"order_by": order_by}
    return Table(name, metadata, *columns, *indexes, comment=grain, info=info, clickhousedb_engine=engine)
