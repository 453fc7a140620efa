"""Populated places of the countries the data touches, whether or not a customer lives there."""

from api.models.warehouse.columns import count, key, number, text, warehouse_table

settlement = warehouse_table(
    "settlement",
    key("settlement_key", "GeoNames id"),
    text("name"),
    text("country_code", "ISO 3166-1 alpha-2"),
    text("state_code", "as used in addresses, empty where unknown"),
    number("latitude", "degrees"),
    number("longitude", "degrees"),
    count("population", "inhabitants"),
    key("nearest_store_key", "of the stores with coordinates; ties: the smallest store id"),
    number("nearest_store_km", "great circle"),
    order_by=("settlement_key",),
    grain="one row per populated place; none where no home or store has coordinates; 0 is unknown",
)
