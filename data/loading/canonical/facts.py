"""Canonical tables of what happened."""

from data.loading.canonical.fields import (
    PLACE,
    Canonical,
    Reference,
    Rule,
    day,
    flag,
    identity,
    moment,
    money,
    text,
    whole,
)

_CUSTOMER = Reference("customer_id", "customers", "customer")
_STORE = Reference("store_id", "stores", "store")
_PRODUCT = Reference("sku", "products", "product")
_ORDER = Reference("order_id", "orders", "order", open=False)
_ORDER_OF_THE_DELIVERY = Reference("order_id", "orders", "", open=False)

_SMALL = 32_767
"""Largest number that line numbers, sequences and scores may be."""

orders = Canonical(
    "orders",
    "orders, live or cancelled",
    (
        identity("order_id"),
        moment("ordered_at", "date and time", needed=True, required=True),
        text("customer_id", "blank for a guest"),
        text("store_id", "blank where the lines name it"),
        text("channel"),
        text("status", "the source's word"),
        flag("live", "not cancelled", default="true"),
        money("total", "as the source states it"),
        *PLACE,
        moment("approved_at"),
        moment("shipped_at"),
        moment("delivered_at"),
        moment("promised_at"),
    ),
    key=("order_id",),
    references=(_CUSTOMER, _STORE),
    rules=(
        Rule("approved_before_ordered", "noted", "approved_at < ordered_at"),
        Rule("shipped_before_approved", "noted", "shipped_at < approved_at"),
        Rule("delivered_before_shipped", "noted", "delivered_at < shipped_at"),
        Rule("delivered_without_date", "noted", "lower(status) = 'delivered' AND delivered_at IS NULL"),
    ),
)

order_items = Canonical(
    "order_items",
    "lines of the orders",
    (
        identity("order_id"),
        identity("sku"),
        whole("line_number", "default: order in the file", 1, _SMALL, needed=True),
        text("store_id", "default: the order's"),
        whole("quantity", "units", 1, default="1", needed=True),
        money("unit_price", "default: the product's price", 0, needed=True),
        money("discount", "on the whole line", 0, default="0", needed=True),
        money("freight", "of the whole line", 0, default="0", needed=True),
    ),
    key=("order_id", "line_number"),
    references=(_ORDER_OF_THE_DELIVERY, _PRODUCT, _STORE),
    rules=(Rule("amount_out_of_range", "rejected", "CAST(quantity AS DOUBLE) * unit_price > 1e17"),),
)

payments = Canonical(
    "payments",
    "how the orders were paid",
    (
        identity("order_id"),
        whole("sequence", "default: order in the file", 1, _SMALL, needed=True),
        text("method"),
        whole("instalments", "", 0, _SMALL, default="1"),
        money("value", needed=True, required=True),
    ),
    key=("order_id", "sequence"),
    references=(_ORDER,),
)

reviews = Canonical(
    "reviews",
    "what customers said",
    (
        identity("review_id"),
        identity("order_id"),
        moment("created_at", needed=True, required=True),
        whole("score", "1 to 5", 1, 5, needed=True, required=True),
        text("title"),
        text("message"),
        moment("answered_at"),
    ),
    key=("review_id", "order_id"),
    references=(_ORDER,),
)

returns = Canonical(
    "returns",
    "goods that came back",
    (
        identity("return_id"),
        moment("returned_at", needed=True, required=True),
        text("order_id", "the order it belongs to, where known"),
        text("customer_id", "default: the order's"),
        text("store_id", "default: the order's"),
        text("sku"),
        whole("quantity", "units, positive", 0, default="1", needed=True),
        money("amount", "paid back, positive", 0, needed=True, required=True),
        text("channel", "default: the order's"),
        *PLACE,
    ),
    key=(),
    references=(_ORDER, _CUSTOMER, _STORE, _PRODUCT),
)

inventory = Canonical(
    "inventory",
    "stock counts at closing",
    (
        day("day", needed=True, required=True),
        identity("store_id"),
        identity("sku"),
        whole("on_hand", "units", needed=True, required=True),
        whole("received", "units delivered since the count before", default="0"),
    ),
    key=("day", "store_id", "sku"),
    references=(_STORE, _PRODUCT),
)

touchpoints = Canonical(
    "touchpoints",
    "marketing contacts",
    (
        identity("touchpoint_id"),
        moment("touched_at", needed=True, required=True),
        identity("customer_id"),
        text("channel", "email, search, …"),
        text("campaign"),
        money("cost", "", 0, default="0", needed=True),
    ),
    key=("touchpoint_id",),
    references=(_CUSTOMER,),
)
