"""Drawings of the pages about stores."""

from dataclasses import replace
from typing import Any

import pytest

from dash_app.answers import Result
from dash_app.components.charts.stores.catchment import ask_around, catchment
from dash_app.components.charts.stores.names import names_of
from dash_app.components.charts.stores.order_values import order_values
from dash_app.components.charts.stores.product_sales import product_sales
from dash_app.components.charts.stores.ranking import ranking, says_gone, title_of_ranking
from dash_app.components.charts.stores.reach import reach
from dash_app.components.charts.stores.sales_by_state import sales_by_state
from dash_app.components.charts.stores.sales_trend import sales_trend, says_last
from dash_app.components.charts.stores.store_map import store_map
from dash_app.scene import Scene
from tests.dash_app.conftest import asked, bare_scene, placed, result
from tests.dash_app.plotted import plotted
from tests.dash_app.reading import having, links, texts

SALES = {
    "store": "text",
    "name": "text",
    "city": "text",
    "state": "text",
    "latitude": "degree",
    "longitude": "degree",
    "revenue": "money",
    "orders": "count",
    "order_value": "money",
    "customers": "count",
    "previous": "money",
    "change": "change",
    "share": "share",
}
LOMPOC = ("S1", "Lompoc", "Lompoc", "CA", 34.6, -120.4, 80.0, 4, 20.0, 3, 100.0, -0.2, 0.25)
TREND = {
    "period": "day",
    "store": "text",
    "name": "text",
    "state": "text",
    "revenue": "money",
    "orders": "count",
    "state_mean": "money",
    "chain_mean": "money",
    "index": "number",
    "complete": "flag",
}
STORES = {"store": "text", "name": "text", "kind": "text", "latitude": "degree", "longitude": "degree"}
STORES |= {"revenue": "money", "orders": "count", "previous": "money", "change": "change"}
SHOP = ("S1", "Lompoc", "store", 34.6, -120.4, 80.0, 4, 100.0, -0.2)
SELLER = ("X", "", "seller", -23.5, -46.6, 80.0, 4, None, None)
REACH = {"customers": "count", "radius_50_km": "km", "radius_80_km": "km"}
FAR = {"mean_km": "km", "p95_km": "km"}


def trend_of(*stores: str) -> Result:
    rows = [
        (f"2024-{month:02d}-01", store, f"Store {store}", "CA", 100.0 * month, 5, 90.0, 80.0, 1.25 * month, month < 3)
        for store in stores
        for month in (1, 2, 3)
    ]
    return result(TREND, *rows)


def with_more(scene: Scene, **more: Result) -> Scene:
    return replace(scene, more={name.replace("__", "/"): answer for name, answer in more.items()})


def test_the_ranking_opens_stores_and_shows_their_change() -> None:
    listed = ranking(result(SALES, LOMPOC), placed("stores/ranking", "?period=30d&stores-ranking.sort=falling"))
    assert links(listed) == ["/store/S1?period=30d"]
    assert "\u221220.0\u202f%" in texts(listed)
    assert getattr(having(listed, "bar")[0], "data-place") == "-120.4,34.6"


def test_the_ranking_may_show_shares_of_the_whole() -> None:
    listed = ranking(result(SALES, LOMPOC), placed("stores/ranking", "?stores-ranking.shown=share"))
    assert texts(having(listed, "bar-figure"))[-1] == "25.0\u202f%"


def test_the_ranking_asks_in_the_order_of_its_title() -> None:
    falling = "?stores-ranking.sort=falling&compare=year"
    assert {("sort", "falling"), ("compare", "year")} <= set(asked("stores/ranking", falling).params)
    assert title_of_ranking(placed("stores/ranking", falling)) == "Which stores lose most?"
    assert title_of_ranking(placed("state/ranking")) == "Which stores lose most?"
    assert title_of_ranking(placed("stores/ranking")) == "Which stores sell most?"


def test_sales_that_ended_are_told() -> None:
    gone = {"previous_only": {"rows": 2, "revenue": 1500.0}}
    said = says_gone(result(SALES, LOMPOC, **gone), bare_scene())
    assert said == "2 stores that sold for $1.50\u202fK then sold nothing now."
    assert says_gone(result(SALES, LOMPOC), bare_scene()) == ""


def test_stores_stand_beside_the_mean_store_in_whole_periods() -> None:
    drawn = sales_trend(trend_of("S1", "S2"), placed("stores/sales_trend", "?grain=month&store=S1&store=S2"))
    assert drawn
    names = [note.text for note in plotted(drawn.figure).layout.annotations]
    assert sorted(names) == ["Mean in CA", "Mean store", "Store S1", "Store S2"]
    assert [list(trace.y) for trace in plotted(drawn.figure).data] == [[80, 80], [90, 90], [100, 200], [100, 200]]


def test_names_of_lines_that_end_alike_move_apart() -> None:
    drawn = sales_trend(trend_of("S1", "S2"), placed("stores/sales_trend", "?grain=month&store=S1&store=S2"))
    assert drawn
    shifts = {note.text: note.yshift for note in plotted(drawn.figure).layout.annotations}
    assert abs(shifts["Store S1"] - shifts["Store S2"]) == 15


@pytest.mark.parametrize(
    ("stores", "chosen", "look", "charts"),
    [
        (1, False, "", 1),
        (4, False, "", 4),
        (4, True, "", 1),
        (5, True, "", 5),
        (5, True, "&stores-sales_trend.look=together", 1),
        (2, True, "&stores-sales_trend.look=beside", 2),
    ],
)
def test_more_than_four_chosen_stores_have_a_small_chart_each_on_one_scale(
    stores: int, chosen: bool, look: str, charts: int
) -> None:
    names = [f"S{number}" for number in range(1, stores + 1)]
    search = "".join(f"&store={name}" for name in names) if chosen else ""
    drawn = sales_trend(trend_of(*names), placed("stores/sales_trend", f"?grain=month{search}{look}"))
    assert drawn
    axes = {line.yaxis or "y" for line in plotted(drawn.figure).data}
    assert len(axes) == charts
    assert len(plotted(drawn.figure).data) == (2 * charts if charts > 1 else stores + 2)  # a mean behind each
    assert len({plotted(drawn.figure).layout[axis.replace("y", "yaxis")].matches or axis for axis in axes}) == 1


def test_a_single_store_says_where_it_stands() -> None:
    scene = placed("store/trend", "?grain=month")
    assert says_last(trend_of("S1"), scene) == "February 2024: $200.00, 2.5 times the mean store of the chain."
    assert says_last(trend_of("S1", "S2"), scene) == ""


def test_the_only_store_of_a_chain_has_nothing_beside_it() -> None:
    alone = result(TREND, ("2024-01-01", "S1", "Web shop", "", 9.0, 1, None, 9.0, 1.0, True))
    drawn = sales_trend(alone, placed("store/trend", "?grain=month"))
    assert drawn
    assert len(plotted(drawn.figure).data) == 1
    assert says_last(alone, placed("store/trend")) == ""


def test_states_open_their_page() -> None:
    units = {"state": "text", "state_name": "text", "revenue": "money", "change": "change"}
    units |= {"revenue_per_store": "money"}
    listed = sales_by_state(result(units, ("CA", "California", 5_000.0, -0.1, 2_500.0)), bare_scene("?state=NV"))
    assert links(listed) == ["/state/CA"]
    assert texts(listed)[-1] == "$2.50\u202fK"
    assert having(listed, "change-down")


def test_categories_differ_from_the_chain() -> None:
    units = {"store": "text", "store_name": "text", "category": "text", "quantity": "count", "revenue": "money"}
    units |= {"share": "share", "index": "number"}
    answer = result(units, ("S1", "Lompoc", "Classic", 1, 9.0, 0.9, 3.0), ("S2", "", "", 1, 1.0, 0.1, 0.5))
    (cells,) = plotted(product_sales(answer, placed("stores/product_sales")).figure).data
    assert (list(cells.x), list(cells.y)) == (["Classic", "None"], ["Lompoc", "S2"])
    assert cells.z[0][0] == 3.0
    assert (cells.zmin, cells.zmax) == (0, 2)
    assert "Lompoc: Classic" in cells.text[0][0]
    (cells,) = plotted(
        product_sales(answer, placed("stores/product_sales", "?stores-product_sales.shown=share")).figure
    ).data
    assert cells.z[0][0] == 0.9


def test_boxes_stand_for_the_busiest_stores_and_open_them() -> None:
    units: dict[str, str] = {"store": "text", "name": "text", "orders": "count"}
    units |= dict.fromkeys(("lowest", "lower_quartile", "median", "upper_quartile", "highest"), "money")
    rows = [(f"S{n}", "Twin", n, 1.0, 2.0, 30.0 - n, 40.0, 900.0) for n in range(30)]
    drawn = order_values(result(units, *rows), bare_scene("?period=30d"))
    boxes = plotted(drawn.figure).data[1]
    assert list(boxes.y) == [f"Twin S{n}" for n in range(14, 30)]
    assert boxes.customdata[0] == ["/store/S14?period=30d"]
    assert tuple(plotted(drawn.figure).layout.xaxis.range) == (0, 100)


def test_names_are_short_and_told_apart() -> None:
    rows: dict[str, dict[str, Any]] = {"A": {"name": "Reno"}, "B": {"name": "Reno"}, "C": {"name": ""}}
    assert names_of(rows | {"D": {"store_name": "Rancho Cucamonga"}, "E": {"name": "x" * 20}}) == {
        "A": "Reno A",
        "B": "Reno B",
        "C": "C",
        "D": "Rancho Cucamonga",
        "E": "x" * 15 + "…",
    }


def test_dots_open_stores_or_sellers_where_no_store_has_a_place() -> None:
    reach = result({"store": "text", "radius_80_km": "km"}, ("S1", 7.5))
    scene = with_more(placed("stores/map", "?period=30d"), stores__customer_reach=reach)
    for rows, store, km in (((SHOP, SELLER), "S1", 7.5), ((SELLER,), "X", None)):
        drawn = store_map(result(STORES, *rows), scene)
        assert drawn
        assert list(plotted(drawn.figure).data[-1].customdata) == [[f"/store/{store}?period=30d", km]]
    assert store_map(result(STORES, ("W", "Web", "web", None, None, 9.0, 1, None, None)), scene) is None


def test_circles_hold_half_and_four_fifths_of_the_customers() -> None:
    homes = {"cell": "text", "customer": "text", "latitude": "degree", "longitude": "degree"}
    homes |= {"customers": "count", "revenue": "money"}
    people = result(homes, ("842836bffffffff", "", 34.6, -120.4, 2, 9.0))
    scene = replace(placed("store/homes"), fixed=(("store", "S1"),))
    assert [ask.analysis for ask in ask_around(scene, people)][-2:] == ["stores", "stores/customer_reach"]
    assert ask_around(scene, result(homes)) == []
    near = with_more(scene, stores=result(STORES, SHOP), stores__customer_reach=result(REACH, (9, 3.0, None)))
    drawn = catchment(people, near)
    assert drawn
    assert [trace.mode for trace in plotted(drawn.figure).data[1:]] == ["lines", "markers", "markers"]
    assert any("half of its customers" in text for text in texts(drawn.legend))


def test_reach_in_words_and_what_is_missing() -> None:
    scene = with_more(bare_scene(), stores__distance=result(FAR, (4.0, 20.0)))
    said = texts(reach(result(REACH, (9, 3.0, 7.5)), scene))
    assert said[:4] == ["Customers who bought here", "9", "Half of them live within", "3.00\u202fkm"]
    assert said[-1] == "20.00\u202fkm"
    nowhere = with_more(bare_scene(), stores__distance=result(FAR, unavailable="No coordinates."))
    assert texts(reach(result(REACH, (9, None, None)), nowhere))[1:] == ["9", "No coordinates."]
    assert reach(result(REACH), nowhere) is None
