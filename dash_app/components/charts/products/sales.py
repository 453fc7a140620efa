"""What sells how much: areas or a list with the running share."""

from textwrap import wrap
from typing import Any

from dash.development.base_component import Component

from dash_app.answers import Result
from dash_app.choice import Choice
from dash_app.components.card import Drawn
from dash_app.components.charts.colors import color_of, in_color
from dash_app.components.charts.marks.ranked import Click, as_chosen, ranked
from dash_app.components.charts.marks.tips import TIP, tip
from dash_app.components.charts.plot import Treemap
from dash_app.components.charts.template import DIVERGING, INK, OTHER, SCALE, SURFACE, figure
from dash_app.components.legend import Key, legend
from dash_app.components.names import category_name, shortened
from dash_app.components.numbers import exact
from dash_app.scene import Scene
from dash_app.texts import say

BY = Choice(
    "by",
    "Put together by",
    (("category", "Category"), ("product", "Product"), ("size", "Size")),
    needs=(("category", "categories"), ("size", "sizes")),
)
LOOK = Choice("look", "Drawn as", (("areas", "Areas"), ("list", "List")), asked=False)
_LEAST_CHANGE = 0.02
_LINE = 14
"""Letters in a line of a name."""


def sales(result: Result, scene: Scene) -> Drawn | Component:
    """Draw areas as large as the revenue and coloured by its change, or the list."""
    return _areas(result, scene) if scene.options[LOOK.name] == "areas" else _list(result, scene)


def says_share(result: Result, _: Scene) -> str:
    """Say how much the first brings."""
    if not result.rows:
        return ""
    first, third = result.rows[0], result.rows[min(2, len(result.rows) - 1)]
    told = {"name": _name(first), "share": exact(first["share"], "share")}
    if len(result.rows) <= 3:
        return say("{name} brings {share} of the revenue.", **told)
    three = exact(third["cumulative_share"], "share")
    return say("{name} brings {share} of the revenue, the first three {three}.", three=three, **told)


def _areas(result: Result, scene: Scene) -> Drawn:
    rows, other = result.rows, result.summary.get("other")
    drawn = figure(margin={"l": 0, "r": 0, "t": 4, "b": 4}, uniformtext={"minsize": 10, "mode": "hide"})
    drawn.add_trace(_treemap([row for row in rows if row["revenue"] > 0], result, scene))
    keys = [
        Key("cell", DIVERGING[3], say("More than before")),
        Key("cell", DIVERGING[2], say("About as much")),
        Key("cell", DIVERGING[1], say("Less")),
        *([Key("cell", SCALE[0], say("No comparison"))] if any(row["change"] is None for row in rows) else []),
    ]
    rest = say("All others bring {share}.", share=exact(other["share"], "share")) if other else ""
    return Drawn(drawn, legend(keys if any(row["change"] is not None for row in rows) else [], rest))


def _treemap(rows: list[dict[str, Any]], result: Result, scene: Scene) -> Treemap:
    return Treemap(
        ids=[str(number) for number in range(len(rows))],
        labels=[shortened(_name(row)) for row in rows],
        parents=[""] * len(rows),
        values=[row["revenue"] for row in rows],
        text=[_amount(row, result, scene) for row in rows],
        texttemplate=[f"{_in_color(f'<b>{_broken(_name(row))}</b>', row, scene)}<br>%{{text}}" for row in rows],
        textfont={"color": INK},
        customdata=[[_link(row, scene)] for row in rows],
        hovertext=[tip(_name(row), row, result, ("revenue", "share", "quantity", "change")) for row in rows],
        hovertemplate=TIP.replace("text", "hovertext"),
        marker={
            "colors": [_color(row["change"]) for row in rows],
            "line": {"width": 2, "color": SURFACE},
            "pad": {"t": 0, "l": 0, "r": 0, "b": 0},
            "cornerradius": 4,
        },
        pathbar={"visible": False},
        root={"color": SURFACE},
    )


def _broken(name: str) -> str:
    """Break a name into lines that fit a small area."""
    return "<br>".join(wrap(shortened(name), _LINE))


def _color(change: float | None) -> str:
    if change is None:
        return SCALE[0]
    return DIVERGING[2 if abs(change) < _LEAST_CHANGE else 3 if change > 0 else 1]


def _amount(row: dict[str, Any], result: Result, scene: Scene) -> str:
    return as_chosen(row, "revenue", result, scene)


def _name(row: dict[str, Any]) -> str:
    return category_name(str(row["name"] or row["member"] or say("Without")))


def _in_color(name: str, row: dict[str, Any], scene: Scene) -> str:
    """Write the name of a category in its colour, where it has one of its own."""
    return in_color(name, color) if (color := _color_of(row, scene)) not in ("", OTHER) else name


def _color_of(row: dict[str, Any], scene: Scene) -> str:
    return color_of(row["member"], scene.categories) if scene.options["by"] == "category" else ""


def _running(row: dict[str, Any]) -> str:
    """What tells products of one name apart, and the share up to here."""
    so_far = say("{share} so far", share=exact(row["cumulative_share"], "share"))
    return f"{row['member']}, {so_far}" if row["name"] != row["member"] else so_far


def _leads(scene: Scene) -> Click:
    return {"product": ("open", "product"), "category": ("filter", "category")}.get(scene.options["by"], ("stay", ""))


def _link(row: dict[str, Any], scene: Scene) -> str:
    does, target = _leads(scene)
    if not row["member"] or does == "stay":
        return ""
    opened = scene.opening(target, row["member"]) if does == "open" else ""
    return opened or scene.selection.toggled(target, row["member"]).link


_list = ranked(
    "revenue",
    "member",
    name=_name,
    detail=_running,
    click=_leads,
    tells=("quantity", "share", "cumulative_share"),
    change="change",
    share="share",
    color=_color_of,
)
