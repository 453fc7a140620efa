"""Shops, web shops and marketplace sellers."""

from api.models.warehouse.columns import day, key, number, text, warehouse_table

store = warehouse_table(
    "store",
    key("store_key"),
    text("store_id", "the source's id"),
    text("name"),
    text("kind", "store, seller or web"),
    key("place_key"),
    text("zipcode"),
    number("latitude", "degrees"),
    number("longitude", "degrees"),
    day("opened_on", nullable=True),
    day("closed_on", nullable=True),
    order_by=("store_key",),
    indexed=("store_id",),
    grain="one row per store or seller; 0 is unknown or several",
)
