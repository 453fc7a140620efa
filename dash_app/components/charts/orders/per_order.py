"""What an order is worth or holds: over time, or by store, state and category."""

from collections.abc import Callable

from dash_app.answers import Result
from dash_app.choice import Choice
from dash_app.components import numbers
from dash_app.components.card import Ask, Drawn
from dash_app.components.charts.colors import named_in_color
from dash_app.components.charts.grains import period_name
from dash_app.components.charts.marks.band import band
from dash_app.components.charts.marks.ranges import MOST, Mark, ranges
from dash_app.components.charts.marks.tips import tip
from dash_app.components.charts.orders.trend import GRAIN
from dash_app.components.charts.template import ACCENT, INK, MUTED, PAST
from dash_app.components.legend import Key, legend
from dash_app.components.names import category_name
from dash_app.scene import Scene
from dash_app.texts import say

BY = Choice(
    "by",
    "Told apart by",
    (("period", "Time"), ("store", "Store"), ("state", "State"), ("category", "Category")),
    needs=(("state", "states"), ("category", "categories")),
)
_QUARTILES = ("lower_quartile", "upper_quartile")
_TOLD = ("value", "median", *_QUARTILES, "orders")


def ask_per_order(analysis: str) -> Callable[[Scene], Ask]:
    """Ask in the periods that the page is cut into."""

    def ask(scene: Scene) -> Ask:
        return Ask(analysis, [*scene.params(), ("by", scene.options["by"]), ("grain", _grain(scene))])

    return ask


def per_order(result: Result, scene: Scene) -> Drawn:
    """Draw mean and middle half of the orders, over time or per member."""
    return _over_time(result, scene) if scene.options["by"] == "period" else _per_member(result, scene)


def _grain(scene: Scene) -> str:
    return GRAIN.read(scene.selection.first("grain"), scene)


def _over_time(result: Result, scene: Scene) -> Drawn:
    grain = _grain(scene)
    tips = [tip(_period(row, grain), row, result, _TOLD) for row in result.rows]
    half = Key("cell", PAST, say("Half of the orders"))
    keys = [Key("dot", ACCENT, say("Mean")), Key("dash", MUTED, say("Median")), half]
    return Drawn(band(result, "value", _QUARTILES, grain, tips, "median"), legend(keys))


def _period(row: dict[str, object], grain: str) -> str:
    name = period_name(str(row["period"]), grain)
    return name if row["complete"] else say("{period}, incomplete", period=name)


def _per_member(result: Result, scene: Scene) -> Drawn:
    names = [category_name(str(row["name"] or row["member"])) for row in result.rows]
    tips = [tip(name, row, result, _TOLD) for name, row in zip(names, result.rows, strict=True)]
    marks = (Mark("value", "circle", ACCENT), Mark("median", "line-ns", INK))
    half = Key("cell", PAST, say("Half of the orders"))
    keys = [Key("dot", ACCENT, say("Mean")), Key("mark", INK, say("Median")), half]
    drawn = ranges(result, _QUARTILES, marks, names, tips, _links(result, scene))
    if scene.options["by"] == "category":
        drawn.update_yaxes(**named_in_color(result.column("member"), names, scene.categories))
    return Drawn(drawn, legend(keys, _note(result)))


def _note(result: Result) -> str:
    if len(result.rows) <= MOST:
        return ""
    counts = {"shown": str(MOST), "all": numbers.count(len(result.rows))}
    return say("The first {shown} of {all}; the table has all.", **counts)


def _links(result: Result, scene: Scene) -> list[str]:
    level = scene.options["by"]
    if level == "category":
        return [scene.selection.toggled("category", row["member"]).link for row in result.rows]
    return [scene.opening(level, row["member"]) for row in result.rows]
