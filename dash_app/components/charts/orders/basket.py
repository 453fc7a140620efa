"""What is bought together, rule by rule."""

from typing import Any

from dash.development.base_component import Component

from dash_app.answers import Result
from dash_app.choice import Choice
from dash_app.components import numbers
from dash_app.components.card import Ask
from dash_app.components.charts.marks.records import Cell, Head, records
from dash_app.components.numbers import THIN, exact
from dash_app.reader import decimal
from dash_app.scene import Scene
from dash_app.texts import marked, say, say_n

BY = Choice("by", "Between", (("product", "Products"), ("category", "Categories")), needs=(("category", "categories"),))
SUPPORT = Choice(
    "min_support",
    "Support from",
    (("0.0001", "0.01 %"), ("0.001", "0.1 %"), ("0.005", "0.5 %"), ("0.01", "1 %"), ("0.02", "2 %"), ("0.05", "5 %")),
    default=lambda _: "0.005",
    named=True,
)
CONFIDENCE = Choice(
    "min_confidence",
    "Confidence from",
    (("0", "any"), ("0.05", "5 %"), ("0.1", "10 %"), ("0.25", "25 %"), ("0.5", "50 %"), ("0.75", "75 %")),
    default=lambda _: "0.1",
    named=True,
)
_LEAST_OF_ONE = (("min_support", "0.0005"), ("min_confidence", "0"), ("limit", "25"))
_JOINT = " + "
_FIGURES = ("support", "confidence", "lift", "q_value")
_NUMBERS = (
    Head(marked("Support"), True),
    Head(marked("Confidence"), True, is_extra=True),
    Head(marked("Lift"), True),
    Head(marked("q"), True, is_extra=True),
)


def ask_together(scene: Scene) -> Ask:
    """Ask what is bought with the one product that is chosen; without one, of all."""
    sku = scene.only("sku")
    if not sku:
        return Ask("orders/basket", [*scene.params("sku"), ("max_items", "2"), ("limit", "25")])
    return Ask("orders/basket", [*scene.params("sku"), *_LEAST_OF_ONE, ("item", sku)])


def basket(result: Result, scene: Scene) -> Component:
    """List the rules, highest lift first."""
    heads = (Head(marked("Who buys")), Head(marked("also buys")), *_NUMBERS)
    by = scene.options.get("by", "product")
    return records(heads, [_rule(row, scene, by) for row in result.rows], _closing(result))


def together(result: Result, scene: Scene) -> Component:
    """List what is bought with the chosen product; without one, the rules between two."""
    if not scene.only("sku"):
        return basket(result, scene)
    rows = [_rule(row, scene, "product")[1:] for row in result.rows]
    return records((Head(marked("Bought with it")), *_NUMBERS), rows, _closing(result))


def says_rules(result: Result, _: Scene) -> str:
    """Put the first rule into words."""
    if not result.rows:
        return ""
    row = result.rows[0]
    return say(
        "Of those who buy {items}, {often} also buy {other}: {times} times as often as chance.",
        items=row["antecedent_names"],
        often=exact(row["confidence"], "share"),
        other=row["consequent_name"],
        times=exact(row["lift"], "number"),
    )


def _rule(row: dict[str, Any], scene: Scene, by: str) -> list[Cell]:
    figures = [Cell(_written(row[name], name)) for name in _FIGURES]
    figures[0] = figures[0]._replace(below=say_n("{n} order", "{n} orders", row["baskets"]))
    names = (row["antecedent"], row["antecedent_names"]), (row["consequent"], row["consequent_name"])
    return [*(Cell(name, _link(item, scene, by)) for item, name in names), *figures]


def _link(item: str, scene: Scene, by: str) -> str:
    """Where an item leads; several at once lead nowhere."""
    if _JOINT in item:
        return ""
    return scene.selection.toggled("category", item).link if by == "category" else scene.opening("product", item)


def _written(value: float, name: str) -> str:
    if name == "lift":
        return exact(value, "number")
    if name == "q_value":
        return f"< {decimal(0.001, 3)}" if value < 0.001 else decimal(value, 3)
    return exact(value, "share") if value >= 0.001 else f"{decimal(value * 100, 2)}{THIN}%"


def _closing(result: Result) -> str:
    if not result.summary.get("truncated"):
        return ""
    shown, found = numbers.count(len(result.rows)), numbers.count(result.summary.get("rules", 0))
    return say("The first {shown} of {all}.", shown=shown, all=found)
