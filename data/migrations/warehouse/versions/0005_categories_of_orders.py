"""What an order holds of a category."""

from alembic import op

from data.migrations.warehouse.kinds import WHOLE, maybe

revision = "0005"
down_revision = "0004"

_COMMENTS = {
    "category_lines": "lines of the order with products of this category, on the first of them; NULL on the others",
    "category_quantity": "their units",
    "category_freight": "their freight",
    "category_amount": "their amounts",
}
_SUMS = """
    SELECT
        order_key, min(line_number) AS line_number, count(*) AS category_lines, sum(quantity) AS category_quantity,
        sum(freight) AS category_freight, sum(amount) AS category_amount
    FROM order_item JOIN product ON product.product_key = order_item.product_key
    GROUP BY order_key, category
"""
_FILL = f"""
    UPDATE order_item SET {", ".join(f"{name} = sums.{name}" for name in _COMMENTS)} FROM ({_SUMS}) AS sums
    WHERE sums.order_key = order_item.order_key AND sums.line_number = order_item.line_number
"""  # noqa: S608 - names of columns
_FILL_CLICKHOUSE = (
    "CREATE TABLE order_item_filled AS order_item",
    f"""
    INSERT INTO order_item_filled SELECT line.* REPLACE (
        {", ".join(f"if(sums.category_lines = 0, NULL, sums.{name}) AS {name}" for name in _COMMENTS)}
    ) FROM order_item AS line LEFT JOIN ({_SUMS}) AS sums
    ON sums.order_key = line.order_key AND sums.line_number = line.line_number
    SETTINGS join_use_nulls = 0
    """,  # noqa: S608 - names of columns
    "DROP TABLE order_item",
    "RENAME TABLE order_item_filled TO order_item",
)


def upgrade() -> None:
    for name, comment in _COMMENTS.items():
        op.add_column("order_item", maybe(name, WHOLE, comment))
    for statement in _FILL_CLICKHOUSE if op.get_bind().dialect.name == "clickhousedb" else (_FILL,):
        op.execute(statement)


def downgrade() -> None:
    for name in _COMMENTS:
        op.drop_column("order_item", name)
