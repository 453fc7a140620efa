"""Days and the periods they belong to."""

from api.models.warehouse.columns import day, small, text, warehouse_table

calendar = warehouse_table(
    "calendar",
    day("day"),
    day("week", "Monday of its week"),
    day("month", "first of its month"),
    day("quarter", "first of its quarter"),
    day("year", "first of January"),
    small("month_of_year", "1 to 12"),
    small("weekday", "1 Monday to 7 Sunday"),
    text("holiday", "public holiday of the data's main country, or empty"),
    order_by=("day",),
    indexed=("day",),
    grain="one row per day, from the first January to the last 31 December the data touches",
)
