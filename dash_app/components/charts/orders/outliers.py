"""Orders that stand out, one by one."""

from datetime import datetime
from typing import Any

from dash.development.base_component import Component

from dash_app.answers import Result
from dash_app.choice import Choice
from dash_app.components import numbers
from dash_app.components.charts.marks.records import Cell, Head, records
from dash_app.components.numbers import day, exact
from dash_app.scene import Scene
from dash_app.texts import marked, say, say_n

AMONG = Choice("among", "Compared with", (("all", "All orders"), ("store", "Its store's orders")))
_HEADS = (
    Head(marked("Order"), is_extra=True),
    Head(marked("Placed")),
    Head(marked("Store")),
    Head(marked("Customer")),
    Head(marked("Value"), True),
    Head(marked("z"), True, is_extra=True),
)


def outliers(result: Result, scene: Scene) -> Component | None:
    """List the orders, farthest off first; None where none stands out."""
    if not result.rows:
        return None
    shown, found = len(result.rows), result.summary["outliers"]
    counts = {"shown": numbers.count(shown), "all": numbers.count(found)}
    closing = say("The first {shown} of {all}; the download has more.", **counts) if found > shown else ""
    return records(_HEADS, [_row(row, result, scene) for row in result.rows], closing)


def says_how_many(result: Result, _: Scene) -> str:
    """Say how many stand out, and by what measure."""
    found = result.summary.get("outliers")
    if not found:
        return ""
    return say_n(
        "One order lies more than {threshold} robust standard deviations from the median.",
        "{n} orders lie more than {threshold} robust standard deviations from the median.",
        found,
        threshold=f"{result.summary['threshold']:g}",
    )


def _row(row: dict[str, Any], result: Result, scene: Scene) -> list[Cell]:
    at = datetime.fromisoformat(row["ordered_at"])
    value, median = (exact(row[name], "money", result.currency) for name in ("total", "median"))
    return [
        Cell(row["order"]),
        Cell(day(at.date()), below=f"{at:%H:%M}"),
        Cell(row["store_name"] or row["store"], row["store"] and scene.opening("store", row["store"])),
        Cell(row["customer"] or say("Guest"), row["customer"] and scene.opening("customer", row["customer"])),
        Cell(value, below=say("median {amount}", amount=median)),
        Cell(exact(row["z"], "number")),
    ]
