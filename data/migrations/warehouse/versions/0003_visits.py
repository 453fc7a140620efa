"""Who buys where."""

from alembic import op

from data.migrations.warehouse.kinds import DAY, WHOLE, always, create_table

revision = "0003"
down_revision = "0002"

_OF_ORDERS = """
    INSERT INTO visit (customer_key, store_key, orders, gross, last_day)
    SELECT customer_key, store_key, count(*), sum(amount + freight), max(day) FROM "order"
    WHERE live AND customer_key > 0 AND NOT EXISTS (SELECT 1 FROM dataset WHERE split_orders)
    GROUP BY customer_key, store_key ORDER BY customer_key, store_key
"""
_OF_SPLIT_ORDERS = """
    INSERT INTO visit (customer_key, store_key, orders, gross, last_day)
    SELECT customer_key, store_key, count(*), sum(gross), max(day) FROM (
        SELECT customer_key, store_key, day, sum(amount + freight) AS gross FROM order_item
        WHERE live AND customer_key > 0 AND EXISTS (SELECT 1 FROM dataset WHERE split_orders)
        GROUP BY order_key, customer_key, store_key, day
    ) AS visits
    GROUP BY customer_key, store_key ORDER BY customer_key, store_key
"""


def upgrade() -> None:
    create_table(
        "visit",
        "one row per known customer and store used, over all live orders",
        ["customer_key", "store_key"],
        always("customer_key", WHOLE),
        always("store_key", WHOLE, "0 where the order has none"),
        always("orders", WHOLE, "live orders with a line there"),
        always("gross", WHOLE, "amounts and freight of their lines there"),
        always("last_day", DAY, "of the last of them"),
    )
    for visits in (_OF_ORDERS, _OF_SPLIT_ORDERS):
        op.execute(visits)


def downgrade() -> None:
    op.drop_table("visit")
