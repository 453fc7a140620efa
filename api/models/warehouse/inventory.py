"""Stock."""

from api.models.warehouse.columns import count, day, key, warehouse_table

inventory = warehouse_table(
    "inventory",
    day("day", "counted on, at closing"),
    key("store_key"),
    key("product_key"),
    count("on_hand", "units"),
    count("received", "units delivered since the count before"),
    order_by=("day", "store_key", "product_key"),
    indexed=("day", "store_key", "product_key"),
    grain="one row per day, store and product counted",
)
