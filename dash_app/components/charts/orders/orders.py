"""The orders themselves, newest first."""

from dash_app.components.charts.marks.roster import roster

_STORE = {"store": lambda row: str(row["name"] or row["store"])}
_OPENS = {"store": "store", "customer": "customer"}

orders = roster(
    ("ordered_at", "order", "store", "customer", "items", "total", "channel", "status"),
    opens=_OPENS,
    extra=("order", "items", "channel", "status"),
    called=_STORE,
)
orders_of_store = roster(("ordered_at", "order", "customer", "items", "total"), opens=_OPENS, extra=("order", "items"))
orders_of_customer = roster(
    ("ordered_at", "order", "store", "items", "total", "status"),
    opens=_OPENS,
    extra=("order", "items", "status"),
    called=_STORE,
)
