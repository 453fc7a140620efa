"""Where things are."""

from api.models.warehouse.columns import key, number, text, warehouse_table

place = warehouse_table(
    "place",
    key("place_key"),
    text("country", "as the source names it"),
    text("country_code", "ISO 3166-1 alpha-2"),
    text("state", "full name"),
    text("state_code", "as used in addresses: CA, SP"),
    text("city"),
    number("latitude", "degrees"),
    number("longitude", "degrees"),
    number("area_km2", "of its state, of its country where it has no state"),
    order_by=("place_key",),
    grain="one row per country, state and city that occurs; 0 is unknown",
)
