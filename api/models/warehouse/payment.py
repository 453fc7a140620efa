"""How orders were paid."""

from api.models.warehouse.columns import day, flag, key, money, small, text, warehouse_table

payment = warehouse_table(
    "payment",
    key("order_key"),
    small("sequence", "from 1 within the order"),
    day("day", "of the order"),
    key("store_key", "of the order"),
    key("place_key", "of the order"),
    key("customer_key", "of the order"),
    flag("live", "of the order"),
    text("method"),
    small("instalments"),
    money("value"),
    order_by=("day", "order_key", "sequence"),
    indexed=("order_key", "day"),
    grain="one row per payment of an order",
)
