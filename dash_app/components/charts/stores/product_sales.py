"""What each store sells: its categories, and how far they differ from the chain's."""

from textwrap import shorten

from dash_app.answers import Result
from dash_app.choice import Choice
from dash_app.components.card import Drawn
from dash_app.components.charts.colors import named_in_color
from dash_app.components.charts.marks.heat import heat
from dash_app.components.charts.marks.tips import tip
from dash_app.components.charts.stores.names import names_of
from dash_app.components.charts.template import DIVERGING
from dash_app.components.legend import Key, legend
from dash_app.components.names import category_name
from dash_app.scene import Scene
from dash_app.texts import say

SHOWN = Choice("shown", "Shown", (("index", "Against the chain"), ("share", "Share")), asked=False)
_MOST_STORES, _MOST_CATEGORIES = 20, 10
_MOST_LEVEL, _MOST_LETTERS = 6, 20
_FULL_INDEX = 2
"""Twice the chain's share has the full colour, and so has all above."""
_TOLD = ("share", "index", "revenue", "quantity")


def product_sales(result: Result, scene: Scene) -> Drawn:
    """Draw a row per store, the largest first, and a column per category, in the order of the largest store."""
    shown = scene.options["shown"]
    stores = names_of({row["store"]: {"name": row["store_name"]} for row in result.rows})
    categories = list(dict.fromkeys(row["category"] for row in result.rows))[:_MOST_CATEGORIES]
    down, without = list(stores)[:_MOST_STORES], say("No category")
    drawn = heat(
        result,
        shown,
        ("category", categories, [_short(name) for name in categories]),
        ("store", down, [stores[store] for store in down]),
        lambda row: tip(f"{stores[row['store']]}: {row['category'] or without}", row, result, _TOLD),
        around=1 if shown == "index" else None,
    )
    if shown == "index":
        drawn.data[0].update(zmin=0, zmax=_FULL_INDEX)
    drawn.update_xaxes(**named_in_color(categories, [_short(name) for name in categories], scene.categories))
    drawn.update_xaxes(tickangle=0 if len(categories) <= _MOST_LEVEL else -40)
    keys = [Key("cell", DIVERGING[4], say("More than the chain")), Key("cell", DIVERGING[0], say("Less"))]
    return Drawn(drawn, legend(keys) if shown == "index" else None)


def _short(category: str) -> str:
    return shorten(category_name(category) or say("None"), _MOST_LETTERS, placeholder="…")
