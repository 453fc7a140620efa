"""Best products."""

from typing import Any

from dash.development.base_component import Component

from dash_app.answers import Result
from dash_app.components import numbers
from dash_app.components.bar_list import Bar, bar_list
from dash_app.components.card import Ask, Option
from dash_app.scene import Scene

_MOST = "20"
RANKINGS = (("revenue", "Revenue"), ("quantity", "Units"))


def ranking_of(scene: Scene) -> str:
    """What best means: as chosen, else revenue."""
    return scene.selection.first("by") if scene.selection.first("by") in dict(RANKINGS) else "revenue"


def ranking_options(scene: Scene) -> list[Option]:
    """Offer the rankings."""
    return [Option("by", "Ranked by", ranking_of(scene), RANKINGS)]


def ask_top(scene: Scene) -> Ask:
    """Ask for the best products in this ranking; a chosen product stands among the others."""
    return Ask("products/top", [*scene.params("sku"), ("by", ranking_of(scene)), ("limit", _MOST)])


def top(result: Result, scene: Scene) -> Component:
    """List the products, best first; a click looks at one alone."""
    by = ranking_of(scene)
    longest = result.rows[0][by] or 1
    return bar_list([_bar(row, by, longest, result, scene) for row in result.rows])


def _bar(row: dict[str, Any], by: str, longest: float, result: Result, scene: Scene) -> Bar:
    units = {column.name: column.unit for column in result.columns}
    full = f"{numbers.exact(row['revenue'], 'money', result.currency)} with {row['quantity']:,} units"
    return Bar(
        name=_name(row),
        detail=row["sku"],
        figure=numbers.short(row[by], units[by], result.currency),
        title=f"{_name(row)}: {full}",
        length=row[by] / longest,
        link=scene.selection.toggled("sku", row["sku"]).link,
        chosen=row["sku"] in scene.selection.values("sku"),
    )


def _name(row: dict[str, Any]) -> str:
    """Name of a product; where products have none, its category tells more than its number."""
    return str(row["name"] or row["category"].replace("_", " ").capitalize() or row["sku"])
