"""How far customers travel to each store."""

from dash_app.choice import Choice
from dash_app.components.charts.marks.roster import roster
from dash_app.texts import marked

WEIGHT = Choice("weight", "Each counts", (("customers", "Customer once"), ("orders", "Order once")))

distance = roster(
    ("store", "customers", "median_km", "mean_km", "p95_km"),
    opens={"store": "store"},
    extra=("customers", "p95_km"),
    heads={"median_km": marked("Half live within"), "mean_km": marked("Mean"), "p95_km": marked("95\u202f% within")},
    called={"store": lambda row: str(row["name"] or row["store"])},
)
