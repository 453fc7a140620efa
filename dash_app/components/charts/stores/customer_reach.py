"""Stores by the customers they reach."""

from dash_app.components.charts.marks.roster import roster
from dash_app.texts import marked

customer_reach = roster(
    ("store", "customers", "share", "radius_50_km", "radius_80_km"),
    opens={"store": "store"},
    extra=("share", "radius_50_km"),
    heads={"radius_50_km": marked("Half live within"), "radius_80_km": marked("80\u202f% within")},
    called={"store": lambda row: str(row["name"] or row["store"])},
)
