"""Facts."""

from alembic import op

from data.migrations.warehouse.kinds import DAY, FLAG, MOMENT, SMALL, TEXT, WHOLE, always, create_table, maybe

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    _inventory()
    _order()
    _order_item()
    _payment()
    _return()
    _review()
    _touchpoint()


def downgrade() -> None:
    for name in ("inventory", "order", "order_item", "payment", "return", "review", "touchpoint"):
        op.drop_table(name)


def _inventory() -> None:
    create_table(
        "inventory",
        "one row per day, store and product counted",
        ["day", "store_key", "product_key"],
        always("day", DAY, "counted on, at closing"),
        always("store_key", WHOLE),
        always("product_key", WHOLE),
        always("on_hand", WHOLE, "units"),
        always("received", WHOLE, "units delivered since the count before"),
    )


def _order() -> None:
    create_table(
        "order",
        "one row per order, live or cancelled",
        ["day", "store_key", "order_key"],
        always("order_key", WHOLE),
        always("order_id", TEXT, "the source's id"),
        always("day", DAY, "ordered on"),
        always("ordered_at", MOMENT),
        always("hour", SMALL, "0 to 23, ordered in"),
        always("store_key", WHOLE, "0 where several sellers share the order"),
        always("place_key", WHOLE, "place of sale: the store's for shops, the buyer's for web shops and marketplaces"),
        always("customer_key", WHOLE, "0 for a guest"),
        always("channel", TEXT),
        always("status", TEXT, "the source's word"),
        always("live", FLAG, "not cancelled; only live orders are sales"),
        always("line_count", WHOLE, "lines of the order"),
        always("quantity", WHOLE, "units of all lines"),
        always("amount", WHOLE, "sum of its lines' amounts"),
        always("freight", WHOLE, "sum of its lines' freights"),
        maybe("total", WHOLE, "as the source states it"),
        maybe("approved_at", MOMENT),
        maybe("shipped_at", MOMENT),
        maybe("delivered_at", MOMENT),
        maybe("promised_at", MOMENT),
    )


def _order_item() -> None:
    create_table(
        "order_item",
        "one row per product in an order",
        ["day", "store_key", "order_key", "line_number"],
        always("order_key", WHOLE),
        always("line_number", SMALL, "from 1 within the order"),
        always("day", DAY, "of the order"),
        always("hour", SMALL, "of the order"),
        always("store_key", WHOLE, "the store or seller of this line"),
        always("place_key", WHOLE, "place of sale"),
        always("customer_key", WHOLE, "0 for a guest"),
        always("product_key", WHOLE),
        always("channel", TEXT, "of the order"),
        always("live", FLAG, "of the order"),
        always("quantity", WHOLE, "units"),
        always("unit_price", WHOLE, "per unit"),
        always("discount", WHOLE, "on the whole line"),
        always("freight", WHOLE, "of the whole line"),
        always("amount", WHOLE, "quantity x unit price - discount"),
    )


def _payment() -> None:
    create_table(
        "payment",
        "one row per payment of an order",
        ["day", "order_key", "sequence"],
        always("order_key", WHOLE),
        always("sequence", SMALL, "from 1 within the order"),
        always("day", DAY, "of the order"),
        always("store_key", WHOLE, "of the order"),
        always("place_key", WHOLE, "of the order"),
        always("customer_key", WHOLE, "of the order"),
        always("live", FLAG, "of the order"),
        always("method", TEXT),
        always("instalments", SMALL),
        always("value", WHOLE),
    )


def _return() -> None:
    create_table(
        "return",
        "one row per returned line",
        ["day", "return_id", "line_number"],
        always("return_id", TEXT, "the source's id of the credit note"),
        always("line_number", SMALL, "from 1 within the credit note"),
        always("order_key", WHOLE, "the order it belongs to, 0 where the source does not say"),
        always("day", DAY, "came back on"),
        always("store_key", WHOLE),
        always("place_key", WHOLE, "place of sale"),
        always("customer_key", WHOLE, "0 for a guest"),
        always("product_key", WHOLE),
        always("channel", TEXT),
        always("quantity", WHOLE, "units, positive"),
        always("amount", WHOLE, "paid back, positive"),
    )


def _review() -> None:
    create_table(
        "review",
        "one row per review of an order",
        ["day", "order_key"],
        always("review_id", TEXT, "the source's id; may repeat over orders"),
        always("order_key", WHOLE),
        always("day", DAY, "asked for on"),
        always("store_key", WHOLE, "of the order"),
        always("place_key", WHOLE, "of the order"),
        always("customer_key", WHOLE, "of the order"),
        always("live", FLAG, "of the order"),
        always("score", SMALL, "1 to 5"),
        always("title", TEXT),
        always("message", TEXT),
        maybe("answered_at", MOMENT),
    )


def _touchpoint() -> None:
    create_table(
        "touchpoint",
        "one row per contact of a customer with a campaign",
        ["day", "touchpoint_id"],
        always("touchpoint_id", TEXT, "the source's id"),
        always("day", DAY),
        always("touched_at", MOMENT),
        always("customer_key", WHOLE),
        always("channel", TEXT, "of the contact: email, search, …"),
        always("campaign", TEXT),
        always("cost", WHOLE),
    )
