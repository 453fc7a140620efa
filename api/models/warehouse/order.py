"""Orders."""

from api.models.warehouse.columns import count, day, derived, flag, key, moment, money, small, text, warehouse_table

_BEFORE = "of the customer's live order before this one; NULL for the first and for guests"

order = warehouse_table(
    "order",
    key("order_key"),
    text("order_id", "the source's id"),
    day("day", "ordered on"),
    moment("ordered_at"),
    small("hour", "0 to 23, ordered in"),
    key("store_key", "0 where several sellers share the order"),
    key("place_key", "place of sale: the store's for shops, the buyer's for web shops and marketplaces"),
    key("customer_key", "0 for a guest"),
    text("channel"),
    text("status", "the source's word"),
    flag("live", "not cancelled; only live orders are sales"),
    count("line_count", "lines of the order"),
    count("quantity", "units of all lines"),
    money("amount", "sum of its lines' amounts"),
    money("freight", "sum of its lines' freights"),
    money("total", "as the source states it", nullable=True),
    moment("approved_at", nullable=True),
    moment("shipped_at", nullable=True),
    moment("delivered_at", nullable=True),
    moment("promised_at", nullable=True),
    derived(day("previous_day", _BEFORE, nullable=True)),
    order_by=("day", "store_key", "order_key"),
    indexed=("order_key", "order_id", "day", "store_key", "customer_key"),
    grain="one row per order, live or cancelled",
)
