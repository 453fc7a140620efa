"""States by revenue, and what a store there sells."""

from dash_app.components.charts.marks.roster import roster

sales_by_state = roster(
    ("state", "stores", "revenue", "change", "revenue_per_store"),
    opens={"state": "state"},
    extra=("stores",),
    called={"state": lambda row: str(row["state_name"] or row["state"])},
)
