"""How order value is spread over the customers."""

from dash_app.answers import Result
from dash_app.components.card import Drawn
from dash_app.components.charts.marks.histogram import histogram
from dash_app.components.charts.marks.ranked import is_share
from dash_app.components.numbers import exact
from dash_app.scene import Scene
from dash_app.texts import say


def avg_order_distribution(result: Result, scene: Scene) -> Drawn:
    """Draw how many customers have which order value; the median is marked."""
    column = "share" if is_share(scene) else "customers"
    return Drawn(histogram(result, column, {say("Median"): result.summary["median"]}))


def says_middle(result: Result, _: Scene) -> str:
    """Say what the customer in the middle spends."""
    median, mean = (exact(result.summary[name], "money", result.currency) for name in ("median", "mean"))
    return say(
        "Half of the customers spend less than {median} per order; the mean is {mean}.", median=median, mean=mean
    )
