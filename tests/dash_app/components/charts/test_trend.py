"""Revenue over time."""

from dash_app.answers import Result
from dash_app.components.charts.grains import period_name, ticks
from dash_app.components.charts.orders.trend import trend
from tests.dash_app.conftest import asked, placed, result
from tests.dash_app.plotted import plotted
from tests.dash_app.reading import texts

UNITS = {
    "period": "day",
    "revenue": "money",
    "net_revenue": "money",
    "orders": "count",
    "order_value": "money",
    "revenue_year_before": "money",
    "complete": "flag",
}


def months(count: int) -> Result:
    rows = [(f"2024-{i + 1:02}-01", 100.0 + i, 90.0, 2, 50.0, 80.0 if i else None, i < count - 1) for i in range(count)]
    return result(UNITS, *rows)


def test_bars_stand_before_those_of_last_year() -> None:
    drawn = plotted(trend(months(3), placed("orders/trend", "?grain=month")).figure)
    assert [list(trace.y) for trace in drawn.data] == [[None, 80, 80], [100, 101, 102]]
    assert [trace.type for trace in drawn.data] == ["bar", "bar"]


def test_the_incomplete_period_is_hatched_and_named() -> None:
    found = trend(months(3), placed("orders/trend", "?grain=month"))
    drawn = plotted(found.figure)
    assert list(drawn.data[1].marker.pattern.shape) == ["", "", "/"]
    assert texts(found.legend) == ["Revenue", "A year before", "Incomplete"]
    assert "not a complete period" in drawn.data[1].text[2]


def test_tooltips_are_exact_and_compare() -> None:
    text = plotted(trend(months(2), placed("orders/trend", "?grain=month")).figure).data[1].text
    assert text[0] == "<b>January 2024</b><br>$100.00 revenue<br>2 orders of $50.00"
    assert "$80.00 a year before" in text[1]


def test_many_periods_are_a_line() -> None:
    days = result(UNITS, *[(f"2024-{1 + i // 28:02}-{1 + i % 28:02}", 1.0, 1.0, 1, 1.0, None, True) for i in range(90)])
    drawn = plotted(trend(days, placed("orders/trend", "?grain=day")).figure)
    assert {trace.mode for trace in drawn.data} == {"lines"}


def test_the_legend_names_last_year_only_where_it_is() -> None:
    alone = result(UNITS, ("2024-01-01", 1.0, 1.0, 1, 1.0, None, True))
    assert texts(trend(months(2), placed("orders/trend")).legend)[:2] == ["Revenue", "A year before"]
    assert texts(trend(alone, placed("orders/trend")).legend) == ["Revenue"]


def test_the_grain_fits_the_days_unless_chosen() -> None:
    assert placed("orders/trend", "?period=30d").options["grain"] == "day"
    assert placed("orders/trend", "?period=30d&grain=week").options["grain"] == "week"
    assert placed("orders/trend", "?grain=nonsense").options["grain"] == "week"
    assert asked("orders/trend", "?period=all").params == [("grain", "month")]


def test_periods_have_names() -> None:
    names = [period_name("2024-07-01", grain) for grain in ("day", "week", "month", "quarter", "year")]
    assert names == ["Monday, 1 Jul 2024", "Week from 1 Jul 2024", "July 2024", "Quarter 3 of 2024", "2024"]


def test_few_labels_and_each_year_once() -> None:
    labels = ticks([f"{year}-{month:02}-01" for year in (2023, 2024) for month in range(1, 13)], "month")
    assert len(labels["tickvals"]) <= 7
    assert [text for text in labels["ticktext"] if "20" in text] == ["Jan<br>2023", "Jan<br>2024"]
