"""Rows that did not pass the checks of a load."""

from api.models.warehouse.columns import count, text, warehouse_table

rejected_row = warehouse_table(
    "rejected_row",
    text("table_name", "canonical table it was meant for"),
    text("rule", "name of the rule it broke"),
    text("file", "it came from"),
    count("record", "number of the record in the file, from 1, header not counted"),
    text("content", "the row as JSON"),
    order_by=("table_name", "rule", "record"),
    grain="one row per rejected record",
)
