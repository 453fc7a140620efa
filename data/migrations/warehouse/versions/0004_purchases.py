"""When customers bought before."""

from alembic import op

from data.migrations.warehouse.kinds import DAY, maybe

revision = "0004"
down_revision = "0003"

_FILL = """
    UPDATE "order" SET previous_day = earlier.day FROM (
        SELECT order_key, lag(day) OVER (PARTITION BY customer_key ORDER BY day, order_key) AS day
        FROM "order" WHERE live AND customer_key > 0
    ) AS earlier
    WHERE earlier.order_key = "order".order_key
"""
_FILL_CLICKHOUSE = (
    'CREATE TABLE order_filled AS "order"',
    """
    INSERT INTO order_filled SELECT * REPLACE (
        if(
            live AND customer_key > 0,
            lag(toNullable(day)) OVER (PARTITION BY customer_key, live ORDER BY day, order_key),
            NULL
        ) AS previous_day
    ) FROM "order"
    """,
    'DROP TABLE "order"',
    'RENAME TABLE order_filled TO "order"',
)


def upgrade() -> None:
    comment = "of the customer's live order before this one; NULL for the first and for guests"
    op.add_column("order", maybe("previous_day", DAY, comment))
    for statement in _FILL_CLICKHOUSE if op.get_bind().dialect.name == "clickhousedb" else (_FILL,):
        op.execute(statement)


def downgrade() -> None:
    op.drop_column("order", "previous_day")
