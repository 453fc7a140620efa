"""Marketing contacts."""

from api.models.warehouse.columns import day, key, moment, money, text, warehouse_table

touchpoint = warehouse_table(
    "touchpoint",
    text("touchpoint_id", "the source's id"),
    day("day"),
    moment("touched_at"),
    key("customer_key"),
    text("channel", "of the contact: email, search, …"),
    text("campaign"),
    money("cost"),
    order_by=("day", "touchpoint_id"),
    indexed=("day", "customer_key"),
    grain="one row per contact of a customer with a campaign",
)
