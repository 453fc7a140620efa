"""New customers against returning ones."""

from dash_app.answers import Result
from dash_app.choice import Choice
from dash_app.components.card import Drawn
from dash_app.components.charts.grains import period_name
from dash_app.components.charts.marks.ranked import is_share
from dash_app.components.charts.marks.stacked import Part, keys, stacked
from dash_app.components.charts.marks.tips import tip
from dash_app.components.charts.template import ACCENT, SERIES
from dash_app.components.charts.timeline import hatched
from dash_app.components.legend import legend
from dash_app.components.numbers import short
from dash_app.scene import Scene
from dash_app.texts import say

MEASURE = Choice("measure", "Measured in", (("customers", "Customers"), ("revenue", "Revenue")), asked=False)
_TOLD = ("new_customers", "returning_customers", "new_revenue", "returning_revenue")


def new_and_returning(result: Result, scene: Scene) -> Drawn:
    """Draw the returning customers, or their revenue, with the new on top."""
    measure, grain = scene.options["measure"], scene.options["grain"]
    parts = (Part(f"returning_{measure}", ACCENT, say("Returning")), Part(f"new_{measure}", SERIES[2], say("New")))
    tips = [tip(period_name(row["period"], grain), row, result, _TOLD) for row in result.rows]
    drawn = stacked(result, parts, grain, tips)
    if is_share(scene):
        drawn.update_layout(barnorm="fraction", yaxis={"tickformat": "~%", "tickprefix": ""})
    return Drawn(drawn, legend([*keys(parts), *hatched(result.rows, *(part.column for part in parts))]))


def says_last(result: Result, scene: Scene) -> str:
    """Say how it was in the last period that is complete."""
    complete = [row for row in result.rows if row["complete"]]
    if not complete:
        return ""
    period = period_name(complete[-1]["period"], scene.options["grain"])
    new, old = (short(complete[-1][f"{name}_customers"], "count") for name in ("new", "returning"))
    told = {"period": period, "new": new, "returning": old}
    return say("{period}: {new} new customers and {returning} who had bought before.", **told)
