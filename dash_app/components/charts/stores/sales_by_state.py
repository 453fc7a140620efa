"""States by revenue, and what a store there sells."""

from dash_app.components.charts.marks.roster import roster
from dash_app.components.numbers import short
from dash_app.texts import marked

sales_by_state = roster(
    ("state", "revenue", "change", "revenue_per_store"),
    opens={"state": "state"},
    extra=("revenue_per_store",),
    heads={"revenue_per_store": marked("Per store")},
    write=short,
    share={"revenue": "share"},
    called={"state": lambda row: str(row["state_name"] or row["state"])},
)
