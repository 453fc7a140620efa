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
from dash_app.texts import marked, say

SCALE = Choice("scale", "Scale", (("logarithmic", "Logarithmic"), ("linear", "Linear")), asked=False)
POINTS = (("points", "4000"),)
_FEWER = marked(
    "Where a product's own price changed ({products} did), a price 1\u202f% higher went with {percent} (± {error}) "
    "fewer units."
)
_MORE = marked(
    "Where a product's own price changed ({products} did), a price 1\u202f% higher went with {percent} (± {error}) "
    "more units."
)
_STRENGTHS = (
    (0.1, marked("hardly at all")),
    (0.3, marked("weakly")),
    (0.5, marked("moderately")),
    (1.01, marked("strongly")),
)


def price_sales(result: Result, scene: Scene) -> Drawn:
    """Draw a dot per product, and the line of best fit."""
    scale = scene.options[SCALE.name]
    tips = [tip(name_of(row), row, result, ("price", "quantity", "revenue")) for row in result.rows]
    links = [scene.opening("product", row["sku"]) for row in result.rows]
    drawn = scatter(result, "price", "quantity", tips, links, logarithmic=scale == "logarithmic")
    if line := result.summary["fit"][scale]:
        fitted(drawn, line, say("Best fit"))
    return Drawn(drawn)


def says_answer(result: Result, _: Scene) -> str:
    """Put correlation and elasticity into words."""
    rank = result.summary.get("spearman")
    if rank is None:
        return ""
    strength = say(next(word for least, word in _STRENGTHS if abs(rank) < least))
    found = {"spearman": _signed(rank), "pearson": _signed(result.summary["pearson"])}
    measured = say(
        "Spearman {spearman}, Pearson {pearson}, {n} products", n=numbers.count(result.summary["n"]), **found
    )
    related = say(_related(rank), strength=strength, measured=measured)
    return f"{related} {_elasticity(result.summary['elasticity'])}"


def _related(rank: float) -> str:
    if abs(rank) < 0.1:
        return marked("Price and units sold are related {strength} ({measured}).")
    if rank > 0:
        return marked("Price and units sold are related {strength}, dearer ones sell more ({measured}).")
    return marked("Price and units sold are related {strength}, cheaper ones sell more ({measured}).")


def _elasticity(found: dict[str, Any] | None) -> str:
    if not found:
        return say("No product's own price changed, so nothing says what a new price would do.")
    changed = {"products": numbers.count(found["products"]), "percent": f"{decimal(abs(found['value']), 2)}{THIN}%"}
    return say(_FEWER if found["value"] < 0 else _MORE, error=decimal(found["standard_error"], 2), **changed)


def _signed(value: float) -> str:
    return f"{MINUS if value < 0 else '+'}{decimal(abs(value), 2)}"
