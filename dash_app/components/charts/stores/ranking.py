"""Stores by revenue or by its change: each leads to its own page."""

from dash_app.answers import Result
from dash_app.choice import Choice
from dash_app.components.charts.marks.ranked import ranked
from dash_app.components.numbers import short
from dash_app.periods import COMPARISONS
from dash_app.scene import Scene
from dash_app.texts import marked, say_n

SORT = Choice("sort", "First come", (("largest", "Largest"), ("falling", "Falling"), ("rising", "Rising")))
AGAINST = Choice("compare", "Compare with", tuple(COMPARISONS.items()), shared=True)

ranking = ranked(
    "revenue",
    "store",
    detail=("city", "state"),
    click=("open", "store"),
    tells=("revenue", "previous", "change", "orders", "order_value", "customers"),
    change="change",
    share="share",
)


_QUESTIONS = {
    "largest": marked("Which stores sell most?"),
    "falling": marked("Which stores lose most?"),
    "rising": marked("Which stores gain most?"),
}


def title_of_ranking(scene: Scene) -> str:
    """Ask for the stores that come first."""
    return _QUESTIONS[scene.options["sort"]]


def says_gone(result: Result, _: Scene) -> str:
    """Say which sales of the other period have no row here."""
    gone = result.summary.get("previous_only")
    if not gone:
        return ""
    revenue = short(gone["revenue"], "money", result.currency)
    return say_n(
        "{n} store that sold for {amount} then sold nothing now.",
        "{n} stores that sold for {amount} then sold nothing now.",
        gone["rows"],
        amount=revenue,
    )
