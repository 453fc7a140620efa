"""Products since their launch, new ones against old ones."""

from itertools import groupby
from typing import Any

import plotly.graph_objects as go

from dash_app.answers import Result
from dash_app.choice import Choice
from dash_app.components.card import Ask, Drawn
from dash_app.components.charts.marks.axes import amounts
from dash_app.components.charts.marks.tips import TIP, tip
from dash_app.components.charts.template import ACCENT, FAINT, PAST, figure
from dash_app.components.legend import Key, legend
from dash_app.components.numbers import exact
from dash_app.scene import Scene
from dash_app.texts import say

ALIGN = Choice("align", "Months counted", (("launch", "Since launch"), ("calendar", "By calendar")))
MEASURE = Choice("measure", "Measured in", (("revenue", "Revenue"), ("quantity", "Units")), asked=False)
_MOST = "100"
_SPAN = ("start",)


def ask_performance(scene: Scene) -> Ask:
    """Ask for the whole history up to the end of the period: months since launch know no other."""
    return Ask("products/performance", [*scene.params(*_SPAN), ("align", scene.options["align"]), ("top", _MOST)])


def ask_cohort(scene: Scene) -> Ask:
    """Ask for the products launched in the same year as the one that the page is about."""
    asked = [("align", scene.options["align"]), ("top", _MOST), ("cohort_of", scene.only("sku"))]
    return Ask("products/performance", [*scene.params("sku", *_SPAN), *asked])


def performance(result: Result, scene: Scene) -> Drawn | None:
    """Draw a line per product, new ones in front; None where no whole month is covered."""
    since = result.summary["new_since"]
    keys = [Key("cell", ACCENT, say("Launched since {day}", day=exact(since, "day"))), Key("cell", PAST, say("Before"))]
    return _drawn(result, scene, lambda row: row["launched_on"] >= since, keys)


def cohort(result: Result, scene: Scene) -> Drawn | None:
    """Draw the product of the page among those launched in its year."""
    chosen = scene.only("sku")
    year = next((row["launched_on"][:4] for row in result.rows if row["sku"] == chosen), "")
    keys = [Key("cell", ACCENT, say("This product")), Key("cell", PAST, say("Launched in {year} too", year=year))]
    return _drawn(result, scene, lambda row: row["sku"] == chosen, keys)


def says_new(result: Result, _: Scene) -> str:
    """Say what new products bring."""
    share = result.summary.get("share_of_new")
    if share is None:
        return ""
    since = exact(result.summary["new_since"], "day")
    if not share:
        return say("No product has been launched since {day}.", day=since)
    told = {"day": since, "share": exact(share, "share")}
    return say("Products launched since {day} bring {share} of all revenue shown.", **told)


def _drawn(result: Result, scene: Scene, is_strong: Any, keys: list[Key]) -> Drawn | None:
    whole = [row for row in result.rows if row["complete"]]
    if not whole:
        return None
    series = [list(rows) for _, rows in groupby(whole, key=lambda row: row["sku"])]
    ordered = sorted(series, key=lambda rows: bool(is_strong(rows[0])))
    drawn = figure(hovermode="closest", margin={"l": 0, "r": 8, "t": 8, "b": 0})
    drawn.add_traces([_line(rows, result, scene, strong=bool(is_strong(rows[0]))) for rows in ordered])
    drawn.update_yaxes(**amounts(result, scene.options[MEASURE.name]))
    if scene.options["align"] == "launch":
        title = {"text": say("Whole months since launch"), "font": {"size": 11, "color": FAINT}}
        drawn.update_xaxes(title=title, rangemode="tozero")
    return Drawn(drawn, legend(keys))


def _line(rows: list[dict[str, Any]], result: Result, scene: Scene, *, strong: bool) -> go.Scatter:
    column, by_launch = scene.options[MEASURE.name], scene.options["align"] == "launch"
    look = {"color": ACCENT, "width": 2.25} if strong else {"color": PAST, "width": 1.25}
    return go.Scatter(
        x=[row["months_since_launch"] if by_launch else row["period"] for row in rows],
        y=[row[column] for row in rows],
        mode="lines+markers" if len(rows) == 1 else "lines",
        line=look,
        text=[tip(_name(row), row, result, ("revenue", "quantity", "months_since_launch")) for row in rows],
        customdata=[[scene.opening("product", row["sku"])] for row in rows],
        hovertemplate=TIP,
    )


def _name(row: dict[str, Any]) -> str:
    return say("{name}, month from {day}", name=str(row["name"] or row["sku"]), day=exact(row["period"], "day"))
