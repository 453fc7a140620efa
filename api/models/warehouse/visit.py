"""Who buys where: sums of orders that many questions start from."""

from api.models.warehouse.columns import count, day, key, money, warehouse_table

visit = warehouse_table(
    "visit",
    key("customer_key"),
    key("store_key", "0 where the order has none"),
    count("orders", "live orders with a line there"),
    money("gross", "amounts and freight of their lines there"),
    day("last_day", "of the last of them"),
    order_by=("customer_key", "store_key"),
    indexed=("customer_key", "store_key"),
    grain="one row per known customer and store used, over all live orders",
)
