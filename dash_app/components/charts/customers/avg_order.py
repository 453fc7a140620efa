"""Customers who spend most per order."""

from dash_app.components.charts.marks.roster import roster

avg_order = roster(("customer", "orders", "order_value"), opens={"customer": "customer"})
