"""What customers said."""

from api.models.warehouse.columns import day, flag, key, moment, small, text, warehouse_table

review = warehouse_table(
    "review",
    text("review_id", "the source's id; may repeat over orders"),
    key("order_key"),
    day("day", "asked for on"),
    key("store_key", "of the order"),
    key("place_key", "of the order"),
    key("customer_key", "of the order"),
    flag("live", "of the order"),
    small("score", "1 to 5"),
    text("title"),
    text("message"),
    moment("answered_at", nullable=True),
    order_by=("day", "order_key"),
    indexed=("order_key", "day"),
    grain="one row per review of an order",
)
