"""Places or stores by revenue: the list beside the map."""

from typing import Any

from dash.development.base_component import Component

from dash_app.answers import Result
from dash_app.components import numbers
from dash_app.components.bar_list import Bar, bar_list, place_of
from dash_app.components.card import Ask
from dash_app.components.charts.marks.ranked import as_chosen
from dash_app.components.closing import closing_of
from dash_app.scene import Scene
from dash_app.texts import marked, say, say_n

_MOST = "30"
_QUESTIONS = {
    "country": marked("Which countries sell most?"),
    "state": marked("Which states sell most?"),
    "city": marked("Which cities sell most?"),
    "store": marked("Which stores sell most?"),
}
_NONE = {
    "country": marked("No country"),
    "state": marked("No state"),
    "city": marked("No city"),
    "store": marked("No store"),
}


def ask_sales(scene: Scene) -> Ask:
    """Ask for the members of the level a click leads to; a chosen store stands among its neighbours."""
    limit = ("limit", _MOST)
    if scene.level == "store":
        alone = ("store",) if scene.selection.only("store") else ()
        return Ask("stores/sales", [*scene.params(*alone), limit])
    return Ask("stores/places", [*scene.params(), ("level", scene.level), limit])


def title_of(scene: Scene) -> str:
    """Ask the question for the level shown."""
    return _QUESTIONS[scene.level]


def sales(result: Result, scene: Scene) -> Component:
    """List what can be drilled into, highest revenue first."""
    longest = max(result.rows[0]["revenue"], 0) or 1
    closing = closing_of(result)
    return bar_list([_bar(row, longest, result, scene) for row in result.rows], closing)


def _bar(row: dict[str, Any], longest: float, result: Result, scene: Scene) -> Bar:
    name = name_of(row, scene.level)
    revenue = numbers.exact(row["revenue"], "money", result.currency)
    return Bar(
        name=name,
        detail=_detail(row, scene),
        figure=as_chosen(row, "revenue", result, scene),
        title=say_n(
            "{name}: {amount} in {n} order", "{name}: {amount} in {n} orders", row["orders"], name=name, amount=revenue
        ),
        length=row["revenue"] / longest,
        link=scene.into(scene.level, row),
        chosen=row.get(scene.level) == scene.selection.only(scene.level) != "",
        place=place_of(row),
    )


def name_of(row: dict[str, Any], level: str) -> str:
    """Name of the member of a level that a row belongs to."""
    names = {"store": row.get("name") or row.get("store"), "state": row.get("state_name") or row.get("state")}
    return str(names.get(level) or row.get(level) or say(_NONE[level]))


def _detail(row: dict[str, Any], scene: Scene) -> str:
    """What tells the member from others of its name, unless it has been chosen already."""
    above = {"store": ("city", "state"), "city": ("state",)}.get(scene.level, ())
    return ", ".join(row[name] for name in above if row[name] and not scene.selection.only(name))
