"""The orders themselves, newest first."""

from dash_app.components.charts.marks.roster import roster

orders = roster(
    ("order", "ordered_at", "store", "customer", "items", "total", "status"),
    opens={"store": "store", "customer": "customer"},
    extra=("order", "items", "status"),
    called={"store": lambda row: str(row["name"] or row["store"])},
)
