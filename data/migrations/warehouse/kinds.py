"""Column kinds as the migrations write them; a kind once used never changes, a new one gets a new name."""

from typing import Any

from alembic import op
from clickhouse_connect.cc_sqlalchemy.datatypes import sqltypes as clickhouse
from clickhouse_connect.cc_sqlalchemy.ddl.tableengine import MergeTree
from sqlalchemy import BigInteger, Boolean, Column, Date, DateTime, Double, SmallInteger, String
from sqlalchemy.types import TypeEngine

Kind = tuple[TypeEngine[Any], Any]

WHOLE: Kind = BigInteger(), clickhouse.Int64()
SMALL: Kind = SmallInteger(), clickhouse.Int16()
NUMBER: Kind = Double(), clickhouse.Float64()
TEXT: Kind = String(), clickhouse.String()
DAY: Kind = Date(), clickhouse.Date32()
MOMENT: Kind = DateTime(), clickhouse.DateTime64(0, "UTC")
FLAG: Kind = Boolean(), clickhouse.Bool()


def always(name: str, kind: Kind, comment: str | None = None) -> Column[Any]:
    """Column that is always filled."""
    return Column(name, kind[0].with_variant(kind[1], "clickhousedb"), nullable=False, comment=comment)


def maybe(name: str, kind: Kind, comment: str | None = None) -> Column[Any]:
    """Column that may be NULL."""
    nullable = clickhouse.Nullable(kind[1])
    return Column(name, kind[0].with_variant(nullable, "clickhousedb"), nullable=True, comment=comment)


def create_table(name: str, comment: str, order_by: list[str], *columns: Column[Any]) -> None:
    """Create a table; `order_by` matters to ClickHouse alone."""
    op.create_table(name, *columns, comment=comment, clickhousedb_engine=MergeTree(order_by=order_by))
