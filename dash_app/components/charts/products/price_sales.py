"""Price against units sold."""

from typing import Any

from dash_app.answers import Result
from dash_app.choice import Choice
from dash_app.components import numbers
from dash_app.components.card import Drawn
from dash_app.components.charts.marks.scatter import fitted, scatter
from dash_app.components.charts.marks.tips import tip
from dash_app.components.charts.products.top import name_of
from dash_app.components.numbers import MINUS, THIN
from dash_app.reader import decimal
from dash_app.scene import Scene

SCALE = Choice("scale", "Scale", (("logarithmic", "Logarithmic"), ("linear", "Linear")), asked=False)
POINTS = (("points", "4000"),)
_STRENGTHS = ((0.1, "hardly at all"), (0.3, "weakly"), (0.5, "moderately"), (1.01, "strongly"))


def price_sales(result: Result, scene: Scene) -> Drawn:
    """Draw a dot per product, and the line of best fit."""
    scale = scene.options[SCALE.name]
    tips = [tip(name_of(row), row, result, ("price", "quantity", "revenue")) for row in result.rows]
    links = [scene.opening("product", row["sku"]) for row in result.rows]
    drawn = scatter(result, "price", "quantity", tips, links, logarithmic=scale == "logarithmic")
    if line := result.summary["fit"][scale]:
        fitted(drawn, line, "Best fit")
    return Drawn(drawn)


def says_answer(result: Result, _: Scene) -> str:
    """Put correlation and elasticity into words."""
    rank = result.summary.get("spearman")
    if rank is None:
        return ""
    strength = next(word for least, word in _STRENGTHS if abs(rank) < least)
    direction = "" if abs(rank) < 0.1 else ", dearer ones sell more" if rank > 0 else ", cheaper ones sell more"
    products = f"{numbers.count(result.summary['n'])} products"
    measured = f"Spearman {_signed(rank)}, Pearson {_signed(result.summary['pearson'])}, {products}"
    related = f"Price and units sold are related {strength}{direction} ({measured})."
    return f"{related} {_elasticity(result.summary['elasticity'])}"


def _elasticity(found: dict[str, Any] | None) -> str:
    if not found:
        return "No product's own price changed, so nothing says what a new price would do."
    less = "fewer" if found["value"] < 0 else "more"
    units = f"{decimal(abs(found['value']), 2)}{THIN}% (± {decimal(found['standard_error'], 2)}) {less} units"
    changed = f"Where a product's own price changed ({numbers.count(found['products'])} did)"
    return f"{changed}, a price 1{THIN}% higher went with {units}."


def _signed(value: float) -> str:
    return f"{MINUS if value < 0 else '+'}{decimal(abs(value), 2)}"
