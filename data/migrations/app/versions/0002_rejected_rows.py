"""Rejected rows of the last loads."""

from alembic import op
from sqlalchemy import BigInteger, Column, ForeignKeyConstraint, Integer, PrimaryKeyConstraint, String, Text

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "rejected_row",
        Column("load_id", String(32), nullable=False),
        Column("position", Integer(), nullable=False, comment="order to show them in"),
        Column("table_name", String(100), nullable=False, comment="canonical table it was meant for"),
        Column("rule", String(100), nullable=False, comment="name of the rule it broke"),
        Column("file", Text(), nullable=False, comment="it came from"),
        Column(
            "record",
            BigInteger(),
            nullable=False,
            comment="number of the record in the file, from 1, header not counted",
        ),
        Column("content", Text(), nullable=False, comment="the row as JSON"),
        PrimaryKeyConstraint("load_id", "position", name="pk_rejected_row"),
        ForeignKeyConstraint(["load_id"], ["load.load_id"], name="fk_rejected_row_load_id", ondelete="CASCADE"),
    )


def downgrade() -> None:
    op.drop_table("rejected_row")
