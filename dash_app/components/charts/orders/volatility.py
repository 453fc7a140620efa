"""Whose sales swing most."""

from dash_app.answers import Result
from dash_app.choice import Choice
from dash_app.components.charts.marks.ranked import Click, ranked
from dash_app.scene import Scene
from dash_app.texts import say

LEVEL = Choice(
    "level",
    "Whose sales",
    (("store", "Stores"), ("product", "Products"), ("category", "Categories"), ("state", "States")),
    needs=(("category", "categories"), ("state", "states")),
)


def leads(scene: Scene) -> Click:
    """Categories are filtered by, everything else has a page of its own."""
    level = scene.options[LEVEL.name]
    return ("filter", level) if level == "category" else ("open", level)


volatility = ranked("variation", "member", click=leads, tells=("mean", "deviation", "weeks"))


def says_swing(result: Result, _: Scene) -> str:
    """Say what the first figure means."""
    if not result.rows:
        return ""
    first = result.rows[0]
    told = {"name": str(first["name"] or first["member"]), "percent": str(round(first["variation"] * 100))}
    return say("{name} swings most: a week is usually off its mean by about {percent}\u202f%.", **told)
