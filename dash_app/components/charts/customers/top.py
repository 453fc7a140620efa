"""Best customers, and those who spend most per order."""

from typing import Any

from dash_app.choice import Choice
from dash_app.components.charts.marks.roster import roster

RANKING = Choice("by", "Ranked by", (("revenue", "Revenue"), ("orders", "Orders")))


def _home(row: dict[str, Any]) -> str:
    return ", ".join(row[name] for name in ("city", "state") if row[name])


top = roster(
    ("customer", "city", "orders", "revenue", "order_value", "last_order"),
    opens={"customer": "customer"},
    extra=("city", "order_value", "last_order"),
    called={"city": _home},
)
