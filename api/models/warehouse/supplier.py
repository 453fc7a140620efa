"""Who delivers the products."""

from api.models.warehouse.columns import key, text, warehouse_table

supplier = warehouse_table(
    "supplier",
    key("supplier_key"),
    text("supplier_id", "the source's id"),
    text("name"),
    text("country"),
    order_by=("supplier_key",),
    grain="one row per supplier; 0 is unknown",
)
