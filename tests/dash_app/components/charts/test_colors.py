"""A category has its colour on every page, a store as long as it is chosen."""

from typing import Any

import pytest

from dash_app.api_client import ApiClient
from dash_app.components.card import CARDS
from dash_app.components.charts.colors import color_of, named_in_color
from dash_app.components.charts.stores.sales_trend import sales_trend
from dash_app.components.charts.template import ACCENT, OTHER, SERIES
from dash_app.selection import Selection
from dash_app.served.filled import filled
from dash_app.served.place import Place
from tests.dash_app.conftest import placed, result
from tests.dash_app.plotted import plotted
from tests.dash_app.reading import having

CONTENT, FIGURE = 4, 5
ORDER = [f"Category {number}" for number in range(1, 11)]


def test_the_first_eight_have_colours_and_all_others_are_grey() -> None:
    assert [color_of(member, ORDER) for member in ORDER] == [*SERIES, OTHER, OTHER]
    assert color_of("never heard of", ORDER) == OTHER


def test_without_others_nothing_is_told_apart() -> None:
    assert color_of("all", []) == color_of("all", ["all"]) == ACCENT
    assert named_in_color(["all"], ["All products"], []) == {}


def figure(client: ApiClient, card: str, search: str) -> dict[str, Any]:
    """What a card draws."""
    drawn = filled(client, CARDS[card], Place(search)).figure
    assert drawn
    return drawn


@pytest.mark.parametrize("search", ["", "&category=Vegetarian", "&state=NV"])
@pytest.mark.parametrize("card", ["products/avg_price", "stores/product_sales", "trends/seasonal"])
def test_a_category_keeps_its_colour_whatever_the_page_and_filters(client: ApiClient, card: str, search: str) -> None:
    layout = figure(client, card, f"?period=all{search}")["layout"]
    signs = [sign for axis in ("xaxis", "yaxis") for sign in layout[axis].get("ticktext", ()) if "Vegetarian" in sign]
    assert signs
    assert all(SERIES[1] in sign for sign in signs)  # Classic sold for more


def test_areas_and_bars_have_the_same_colours(client: ApiClient) -> None:
    areas = figure(client, "products/sales", "?period=all")["data"][0]
    by_name = dict(zip(areas["labels"], areas["texttemplate"], strict=True))
    bars = having(filled(client, CARDS["products/sales"], Place("?period=all&products-sales.look=list")).content, "bar")
    for number, (name, bar) in enumerate(zip(("Classic", "Vegetarian"), bars, strict=True)):
        assert SERIES[number] in by_name[name]
        assert bar.style["--bar-color"] == SERIES[number]


def test_a_store_keeps_its_colour_when_another_is_chosen_too() -> None:
    units = {
        **dict.fromkeys(("period", "store", "name", "state"), "text"),
        **dict.fromkeys(("revenue", "orders", "state_mean", "chain_mean", "index"), "number"),
        "complete": "flag",
    }

    def colors(*stores: str) -> dict[str, str]:
        rows = [("2024-01-01", store, store, "", 9, 1, None, 9, 0.5, True) for store in sorted(stores)]
        scene = placed("stores/sales_trend", "?" + "&".join(f"store={store}" for store in stores))
        drawn = sales_trend(result(units, *rows), scene)
        assert drawn
        return {note.text: note.font.color for note in plotted(drawn.figure).layout.annotations if note.text in stores}

    assert colors("S7", "S3") == {"S7": SERIES[0], "S3": SERIES[1]}
    assert colors("S7", "S3", "S1") == {"S7": SERIES[0], "S3": SERIES[1], "S1": SERIES[2]}


def test_a_store_keeps_its_colour_when_another_goes() -> None:
    three = Selection.read("?store=S7&store=S3&store=S1")
    left = three.toggled("store", "S7")
    assert left.link == "?store=S3&store=S1&colors=1.2"
    assert left.colors == {"S3": 1, "S1": 2}
    assert left.toggled("store", "S9").colors == {"S3": 1, "S1": 2, "S9": 0}
    assert three.toggled("store", "S1").link == "?store=S7&store=S3"
    assert left.without("store").link == left.toggled("store", "S3").toggled("store", "S1").link == "?"
