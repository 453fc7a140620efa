"""Goods that came back."""

from api.models.warehouse.columns import count, day, key, money, small, text, warehouse_table

returned_item = warehouse_table(
    "return",
    text("return_id", "the source's id of the credit note"),
    small("line_number", "from 1 within the credit note"),
    key("order_key", "the order it belongs to, 0 where the source does not say"),
    day("day", "came back on"),
    key("store_key"),
    key("place_key", "place of sale"),
    key("customer_key", "0 for a guest"),
    key("product_key"),
    text("channel"),
    count("quantity", "units, positive"),
    money("amount", "paid back, positive"),
    order_by=("day", "return_id", "line_number"),
    indexed=("day", "store_key", "customer_key", "product_key"),
    grain="one row per returned line",
)
