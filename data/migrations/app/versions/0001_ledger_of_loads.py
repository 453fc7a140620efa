"""The ledger of loads."""

from alembic import op
from sqlalchemy import (
    BigInteger,
    Column,
    DateTime,
    Double,
    ForeignKeyConstraint,
    Integer,
    PrimaryKeyConstraint,
    String,
    Text,
)

revision = "0001"
down_revision = None


def upgrade() -> None:
    _load()
    _control_total()
    _load_count()


def downgrade() -> None:
    op.drop_table("load_count")
    op.drop_table("control_total")
    op.drop_index("ix_load_started_at", table_name="load")
    op.drop_table("load")


def _load() -> None:
    op.create_table(
        "load",
        Column("load_id", String(32), nullable=False),
        Column("warehouse", Text(), nullable=False, comment="its URL, without the password"),
        Column("source", String(100), nullable=False),
        Column("folder", Text(), nullable=False),
        Column("status", String(20), nullable=False, comment="running, published, unchanged, refused or failed"),
        Column("message", Text(), nullable=False, comment="one sentence for people"),
        Column("version", BigInteger(), nullable=True, comment="of the warehouse that readers see after it"),
        Column("started_at", DateTime(), nullable=False, comment="UTC"),
        Column("seconds", Double(), nullable=True),
        Column("orders_new", BigInteger(), nullable=False),
        Column("orders_changed", BigInteger(), nullable=False),
        Column("orders_unchanged", BigInteger(), nullable=False),
        PrimaryKeyConstraint("load_id", name="pk_load"),
    )
    op.create_index("ix_load_started_at", "load", ["started_at"])


def _control_total() -> None:
    op.create_table(
        "control_total",
        Column("load_id", String(32), nullable=False),
        Column("position", Integer(), nullable=False, comment="order to show them in"),
        Column("name", Text(), nullable=False),
        Column("expected", String(50), nullable=False, comment="from the files as they are"),
        Column("found", String(50), nullable=False, comment="from the tables handed to the warehouse"),
        PrimaryKeyConstraint("load_id", "position", name="pk_control_total"),
        _of_a_load("fk_control_total_load_id"),
    )


def _load_count() -> None:
    op.create_table(
        "load_count",
        Column("load_id", String(32), nullable=False),
        Column("position", Integer(), nullable=False, comment="order to show them in"),
        Column("file", Text(), nullable=False, comment="it came from; empty for rows a table got from elsewhere"),
        Column("table_name", String(100), nullable=False, comment="canonical table, empty for the file as a whole"),
        Column("outcome", String(20), nullable=False, comment="read, kept, repaired, returned, rejected or noted"),
        Column("rule", String(100), nullable=False, comment="name of the rule, empty for all of them"),
        Column("rows", BigInteger(), nullable=False),
        PrimaryKeyConstraint("load_id", "position", name="pk_load_count"),
        _of_a_load("fk_load_count_load_id"),
    )


def _of_a_load(name: str) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["load_id"], ["load.load_id"], name=name, ondelete="CASCADE")
