"""What a product cost over time."""

from dash_app.answers import Result
from dash_app.components.card import Drawn
from dash_app.components.charts.grains import period_name
from dash_app.components.charts.marks.band import band
from dash_app.components.charts.marks.tips import tip
from dash_app.components.charts.template import ACCENT, MUTED, PAST
from dash_app.components.legend import Key, legend
from dash_app.scene import Scene
from dash_app.texts import say

_TOLD = ("price", "lowest", "highest", "paid", "quantity")


def price_trend(result: Result, scene: Scene) -> Drawn:
    """Draw the price per unit, what was paid after discounts, and the range of prices."""
    grain = scene.options["grain"]
    tips = [tip(period_name(row["period"], grain), row, result, _TOLD) for row in result.rows]
    range_of = Key("cell", PAST, say("Lowest to highest"))
    keys = [Key("dot", ACCENT, say("Price")), Key("dot", MUTED, say("Paid")), range_of]
    return Drawn(band(result, "price", ("lowest", "highest"), grain, tips, "paid"), legend(keys))
