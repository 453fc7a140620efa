"""How order values are spread."""

from dash_app.answers import Result
from dash_app.components.card import Drawn
from dash_app.components.charts.marks.histogram import histogram
from dash_app.components.charts.marks.ranked import is_share
from dash_app.components.numbers import exact
from dash_app.scene import Scene
from dash_app.texts import say


def value_distribution(result: Result, scene: Scene) -> Drawn:
    """Draw orders, or their share, by value; the median is marked."""
    column = "share" if is_share(scene) else "orders"
    return Drawn(histogram(result, column, {say("Median"): result.summary["median"]}))


def says_middle(result: Result, _: Scene) -> str:
    """Say what an order in the middle is worth."""
    if "median" not in result.summary:
        return ""
    median, mean = (exact(result.summary[name], "money", result.currency) for name in ("median", "mean"))
    return say("Half of the orders are worth less than {median}; the mean is {mean}.", median=median, mean=mean)
