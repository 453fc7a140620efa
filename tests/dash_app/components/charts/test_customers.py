"""Drawings of the page about customers."""

from dash_app.answers import Result
from dash_app.components.card import Ask, Drawn
from dash_app.components.charts.customers.avg_order_distribution import avg_order_distribution, says_middle
from dash_app.components.charts.customers.customers import ask_closer, ask_homes, customers
from dash_app.components.charts.customers.density import density
from dash_app.components.charts.customers.new_and_returning import new_and_returning, says_last
from dash_app.components.charts.customers.recurring import recurring, says_share
from dash_app.components.charts.customers.top import top
from tests.dash_app.conftest import bare_scene, placed, result
from tests.dash_app.plotted import plotted
from tests.dash_app.reading import having, links, texts

HOMES = {
    "cell": "text",
    "customer": "text",
    "latitude": "degree",
    "longitude": "degree",
    "customers": "count",
    "revenue": "money",
}
CELLS = result(HOMES, ("842836bffffffff", "", 34.6, -120.4, 2, 9.0), ("84298c1ffffffff", "", 39.5, -119.8, 1, 5.0))
PERIODS = {
    "period": "day",
    "new_customers": "count",
    "returning_customers": "count",
    "new_revenue": "money",
    "returning_revenue": "money",
    "complete": "flag",
}
MONTHS = result(PERIODS, ("2024-11-01", 5, 20, 50.0, 200.0, True), ("2024-12-01", 1, 2, 10.0, 20.0, False))
DENSITY = {
    "country": "text",
    "state": "text",
    "state_name": "text",
    "city": "text",
    "customers": "count",
    "share": "share",
    "per_100_km2": "number",
}


def traces(drawn: Drawn | None) -> tuple[dict[str, object], ...]:
    assert drawn
    return tuple(trace.to_plotly_json() for trace in plotted(drawn.figure).data)


def test_cells_get_finer_once_the_map_knows_its_extent() -> None:
    scene = placed("customers")
    assert ask_homes(scene).params[-1] == ("resolution", "4")
    near = result(HOMES, ("842836bffffffff", "", 34.6, -120.4, 2, 9.0))
    (closer,) = ask_closer(scene, near)
    assert int(dict(closer.params)["resolution"]) > 6
    assert ask_closer(scene, result(HOMES)) == []


def test_a_single_home_opens_the_page_about_who_lives_there() -> None:
    homes = result(HOMES, ("842836bffffffff", "A 1", 34.6, -120.4, 1, 9.0), shown="customers")
    (points,) = traces(customers(homes, placed("customers", "?state=CA")))
    assert points["customdata"] == [["/customer/A%201?state=CA&period=all"]]


def test_homes_without_coordinates_ask_so_that_the_api_says_what_is_missing() -> None:
    assert ask_homes(placed("customers", capabilities=frozenset({"orders"}))) == Ask(
        "customers", placed("customers").params()
    )


def test_places_lead_to_those_who_live_there() -> None:
    rows = (("US", "CA", "California", "", 30, 0.75, 0.5), ("US", "NV", "Nevada", "", 10, 0.25, None))
    listed = density(result(DENSITY, *rows), placed("customers/density", "?period=30d"))
    assert links(listed) == ["?period=30d&state=CA", "?period=30d&state=NV"]
    assert texts(having(listed, "bar")[0]) == ["California", "0.50 per 100\u202fkm²", "30"]
    cities = result(DENSITY, ("US", "CA", "California", "Lompoc", 30, 1.0, None), truncated=True)
    listed = density(cities, placed("customers/density", "?customers-density.level=city&city=Lompoc"))
    assert texts(having(listed, "bar")[0])[:2] == ["Lompoc", "CA"]
    assert texts(having(listed, "list-closing")) == ["The first 1; the download has all."]


def test_a_customer_leads_to_a_page_of_their_own_under_the_same_filters() -> None:
    units = {"customer": "text", "city": "text", "state": "text", "orders": "count", "revenue": "money"}
    units |= {"order_value": "money", "last_order": "day"}
    listed = top(result(units, ("A/1", "", "CA", 3, 90.0, 30.0, "2024-12-01")), bare_scene("?period=30d&customer=B"))
    assert links(listed) == ["/customer/A%2F1?period=30d"]
    assert texts(having(listed, "records")[0])[6:] == ["A/1", "CA", "3", "$90.00", "$30.00", "1 Dec 2024"]


def test_new_customers_stand_on_the_returning_ones() -> None:
    scene = placed("customers/new_and_returning", "?grain=month")
    old, new = traces(new_and_returning(MONTHS, scene))
    assert (list(old["y"]), list(new["y"])) == ([20, 2], [5, 1])  # type: ignore[call-overload]
    assert new["marker"]["pattern"]["shape"] == ["", "/"]  # type: ignore[index]
    assert says_last(MONTHS, scene) == "November 2024: 5 new customers and 20 who had bought before."
    assert says_last(result(PERIODS, ("2024-12-01", 1, 2, 1.0, 2.0, False)), scene) == ""


def test_their_revenue_can_be_shown_instead() -> None:
    chosen = "?customers-new_and_returning.measure=revenue"
    old, new = traces(new_and_returning(MONTHS, placed("customers/new_and_returning", chosen)))
    assert (list(old["y"]), list(new["y"])) == ([200, 20], [50, 10])  # type: ignore[call-overload]


def test_new_and_returning_may_be_shown_as_parts_of_the_whole() -> None:
    chosen = placed("customers/new_and_returning", "?customers-new_and_returning.shown=share")
    assert plotted(new_and_returning(MONTHS, chosen).figure).layout.barnorm == "fraction"


def test_customers_who_come_back_and_the_revenue_they_bring() -> None:
    units = {"orders": "text", "customers": "count", "share": "share", "revenue": "money", "revenue_share": "share"}
    rows = (("1", 6, 0.6, 60.0, 0.3), ("5+", 4, 0.4, 140.0, 0.7))
    answer = result(units, *rows, recurring=4, customers=10, recurring_share=0.4)
    money, people = traces(recurring(answer, bare_scene()))
    assert people["x"] == ["1 order", "5+ orders"]
    assert (list(people["y"]), list(money["y"])) == ([0.6, 0.4], [0.3, 0.7])  # type: ignore[call-overload]
    assert says_share(answer, bare_scene()) == "4 of 10 customers, 40.0\u202f%, bought more than once."


def test_the_customer_in_the_middle_is_marked() -> None:
    units = {"from": "money", "to": "money", "customers": "count", "share": "share"}
    answer = result(units, (0.0, 10.0, 3, 0.75), (10.0, None, 1, 0.25), median=8.0, mean=9.5)
    assert "Median $8.00" in str(plotted(avg_order_distribution(answer, bare_scene()).figure).layout.annotations)
    assert says_middle(answer, bare_scene()) == (
        "Half of the customers spend less than $8.00 per order; the mean is $9.50."
    )


def test_the_map_needs_somebody_with_a_home() -> None:
    nobody: Result = result(HOMES)
    assert customers(nobody, placed("customers")) is None
    assert customers(CELLS, placed("customers")) is not None
