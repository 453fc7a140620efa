"""People who buy."""

from api.models.warehouse.columns import count, day, key, number, small, text, warehouse_table

customer = warehouse_table(
    "customer",
    key("customer_key"),
    text("customer_id", "the source's id"),
    key("place_key", "home"),
    number("latitude", "degrees, home"),
    number("longitude", "degrees, home"),
    count("cell", "H3 cell of resolution 9, home", nullable=True),
    key("nearest_store_key", "of the stores with coordinates; ties: the smallest store id"),
    number("nearest_store_km", "great circle"),
    key("settlement_key", "nearest populated place, 0 where the home is unknown"),
    small("age", "years", nullable=True),
    text("membership", "club status"),
    text("news_frequency", "how often fashion news are wanted"),
    day("joined_on", nullable=True),
    day("first_day", "day of the first live order ever", nullable=True),
    day("second_day", "day of the second live order ever", nullable=True),
    order_by=("customer_key",),
    indexed=("place_key", "customer_id"),
    grain="one row per known person; 0 is the guest",
)
