"""States by revenue, and what a store there sells."""

from dash_app.components.charts.marks.roster import roster
from dash_app.components.numbers import short

sales_by_state = roster(
    ("state", "revenue", "change", "revenue_per_store"),
    opens={"state": "state"},
    heads={"revenue_per_store": "Per store"},
    write=short,
    called={"state": lambda row: str(row["state_name"] or row["state"])},
)
