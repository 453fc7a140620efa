"""What is sold."""

from api.models.warehouse.columns import day, flag, key, money, text, warehouse_table

product = warehouse_table(
    "product",
    key("product_key"),
    text("sku", "the source's id"),
    text("name"),
    text("category"),
    text("product_group", "garment group and the like"),
    text("product_type"),
    text("index_group"),
    text("colour"),
    text("size"),
    money("list_price", nullable=True),
    text("ingredients", "separated by commas"),
    day("launched_on", nullable=True),
    key("supplier_key"),
    flag("is_fee", "postage, charges, vouchers: part of revenue, not of product rankings"),
    order_by=("product_key",),
    indexed=("sku", "category"),
    grain="one row per product; 0 is unknown",
)
