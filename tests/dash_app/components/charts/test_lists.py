"""Ranked lists."""

from dash_app.components.charts.products.top import top
from dash_app.components.charts.stores.sales import ask_sales, sales, title_of
from tests.dash_app.conftest import asked, bare_scene, placed, result
from tests.dash_app.reading import having, links, texts

PLACES = {
    "country": "text",
    "state": "text",
    "state_name": "text",
    "city": "text",
    "revenue": "money",
    "orders": "count",
}
PRODUCTS = {
    "sku": "text",
    "name": "text",
    "size": "text",
    "category": "text",
    "quantity": "count",
    "revenue": "money",
    "share": "share",
}


def test_states_lead_into_their_cities() -> None:
    rows = (("US", "CA", "California", "", 200.0, 4), ("US", "NV", "Nevada", "", 50.0, 1))
    listed = sales(result(PLACES, *rows), bare_scene("?category=Classic"))
    assert links(listed) == ["?category=Classic&state=CA", "?category=Classic&state=NV"]
    assert texts(having(listed, "bar")[0]) == ["California", "$200.00"]
    assert having(listed, "bar")[0].title == "California: $200.00 in 4 orders"


def test_the_longest_bar_is_the_first() -> None:
    listed = sales(result(PLACES, ("US", "CA", "", "", 200.0, 4), ("US", "NV", "", "", 50.0, 1)), bare_scene())
    widths = [bar.style["--length"] for bar in having(listed, "bar")]
    assert widths == ["100.00%", "25.00%"]


def test_each_level_asks_its_own_question() -> None:
    asked = {search: ask_sales(bare_scene(search)).analysis for search in ("", "?state=CA", "?state=CA&city=Lompoc")}
    assert list(asked.values()) == ["stores/places", "stores/places", "stores/sales"]
    assert title_of(bare_scene("?state=CA")) == "Which cities sell most?"


def test_a_chosen_store_stands_among_its_neighbours() -> None:
    assert ("store", "S1") not in ask_sales(bare_scene("?state=CA&city=Lompoc&store=S1")).params


def test_a_list_cut_short_says_so() -> None:
    listed = sales(result(PLACES, ("US", "CA", "", "", 200.0, 4), truncated=True), bare_scene())
    assert texts(having(listed, "list-closing")) == ["The first 1; the download has all."]


def test_a_click_on_a_product_looks_at_it_alone_and_back() -> None:
    answer = result(
        PRODUCTS, ("P1", "Margherita", "Large", "Classic", 5, 50.0, 0.8), ("P2", "", "", "bed_bath", 1, 10.0, 0.2)
    )
    assert links(top(answer, placed("products/top"))) == ["?sku=P1", "?sku=P2"]
    assert links(top(answer, placed("products/top", "?sku=P1"))) == ["?", "?sku=P1&sku=P2"]
    assert texts(top(answer, placed("products/top"))) == ["Margherita", "Large", "$50.00", "Bed bath", "P2", "$10.00"]


def test_products_rank_by_units_where_asked() -> None:
    answer = result(PRODUCTS, ("P1", "Margherita", "Large", "Classic", 5, 50.0, 0.8))
    units = "?products-top.by=quantity"
    assert texts(top(answer, placed("products/top", units)))[-1] == "5"
    assert ("by", "quantity") in asked("products/top", units).params
