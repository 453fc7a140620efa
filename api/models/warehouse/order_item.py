"""Lines of orders."""

from api.models.warehouse.columns import count, day, derived, flag, key, money, small, text, warehouse_table

_FIRST_OF_CATEGORY = "lines of the order with products of this category, on the first of them; NULL on the others"

order_item = warehouse_table(
    "order_item",
    key("order_key"),
    small("line_number", "from 1 within the order"),
    day("day", "of the order"),
    small("hour", "of the order"),
    key("store_key", "the store or seller of this line"),
    key("place_key", "place of sale"),
    key("customer_key", "0 for a guest"),
    key("product_key"),
    text("channel", "of the order"),
    flag("live", "of the order"),
    count("quantity", "units"),
    money("unit_price", "per unit"),
    money("discount", "on the whole line"),
    money("freight", "of the whole line"),
    money("amount", "quantity x unit price - discount"),
    derived(count("category_lines", _FIRST_OF_CATEGORY, nullable=True)),
    derived(count("category_quantity", "their units", nullable=True)),
    derived(money("category_freight", "their freight", nullable=True)),
    derived(money("category_amount", "their amounts", nullable=True)),
    order_by=("day", "store_key", "order_key", "line_number"),
    indexed=("order_key", "day", "store_key", "customer_key", "product_key"),
    grain="one row per product in an order",
)
