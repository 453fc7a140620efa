"""What this version of the data is."""

from api.models.warehouse.columns import count, day, flag, moment, text, warehouse_table

dataset = warehouse_table(
    "dataset",
    count("version", "counts up with every publish"),
    text("source", "name of the source it was loaded from"),
    text("title", "for people"),
    text("currency", "ISO 4217"),
    moment("loaded_at", "UTC"),
    day("first_day", "of its orders", nullable=True),
    day("as_of", "last day of its orders", nullable=True),
    flag("split_orders", "an order may have lines of several stores"),
    text("capabilities", "names of what it holds, separated by blanks"),
    text("load_id", "of the ledger"),
    order_by=("version",),
    grain="exactly one row",
)
