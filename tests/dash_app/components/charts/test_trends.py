"""Drawings of trends."""

from typing import Any

import pytest

from dash_app.components.charts.trends.growth import growth, says_latest
from dash_app.components.charts.trends.peak_times import peak_times, says_peak
from dash_app.components.charts.trends.seasonal import says_season, seasonal
from dash_app.components.charts.trends.warning import says_verdict, warning
from tests.dash_app.conftest import asked, placed, result
from tests.dash_app.plotted import plotted
from tests.dash_app.reading import links, texts

GROWTH = {
    "period": "day",
    "value": "number",
    "previous": "number",
    "change": "change",
    "year_before": "number",
    "year_change": "change",
    "complete": "flag",
}
LATEST = {"period": "2024-02-01", "change": -0.057, "year_change": 0.563}


def grown() -> Any:
    """February fell by a tenth on January and rose by half on the year before; March is not complete."""
    return result(
        GROWTH,
        ("2024-02-01", 900.0, 1000.0, -0.1, 600.0, 0.5, True),
        ("2024-03-01", 300.0, None, None, None, None, False),
        latest=LATEST,
    )


@pytest.mark.parametrize(("against", "changes"), [("previous", (-0.1, None)), ("year", (0.5, None))])
def test_growth_against_the_period_before_or_the_year_before(against: str, changes: tuple[float | None, ...]) -> None:
    drawn = growth(grown(), placed("trends/growth", f"?grain=month&trends-growth.against={against}"))
    before, now, change = plotted(drawn.figure).data
    assert "Incomplete" in texts(drawn.legend)
    assert (tuple(before.y), tuple(now.y), tuple(change.y)) == ((600, None), (900, 300), changes)
    assert (tuple(now.marker.pattern.shape), change.yaxis) == (("", "/"), "y2")


def test_amounts_are_written_in_what_grows() -> None:
    money = plotted(growth(grown(), placed("trends/growth", "?grain=month")).figure).data[1].text[0]
    assert "$900.00" in money
    assert "$1,000.00 before (\u221210.0\u202f%)" in money
    orders = plotted(growth(grown(), placed("trends/growth", "?grain=month&trends-growth.measure=orders")).figure)
    assert "<br>900<br>" in orders.data[1].text[0]
    assert not orders.layout.yaxis.tickprefix


def test_the_last_whole_period_is_said() -> None:
    scene = placed("trends/growth", "?grain=month")
    assert says_latest(grown(), scene) == (
        "Revenue in the last whole period (February 2024): \u22125.7\u202f% on the period before; "
        "+56.3\u202f% on the year before."
    )
    alone = result(GROWTH, latest={"period": "2024-02-01", "change": None, "year_change": None})
    assert says_latest(alone, scene).endswith("the data has nothing to compare it with.")
    assert says_latest(result(GROWTH, latest=None), scene) == ""


WARNINGS = {
    "member": "text",
    "name": "text",
    "actual": "money",
    "expected": "money",
    "drop": "money",
    "drop_share": "share",
    "z": "number",
    "q_value": "share",
    "severity": "text",
}
JUDGED = {
    "period": {"start": "2024-12-01", "end": "2024-12-31"},
    "tested": 2,
    "all": {"actual": 900.0, "expected": 1000.0, "z": -1.0},
}
FELL = ("S1", "Lompoc", 400.0, 1000.0, 600.0, 0.6, -5.0, 0.001, "severe")
STOOD = ("S2", "Fresno", 950.0, 1000.0, 50.0, 0.05, -0.3, 0.9, "none")


def test_a_warning_leads_to_its_store_and_says_how_bad_it_is() -> None:
    answer, scene = result(WARNINGS, FELL, STOOD, warnings=1, **JUDGED), placed("trends/warning", "?state=CA")
    listed = warning(answer, scene)
    assert links(listed) == ["/store/S1?state=CA"]
    assert {"Lompoc", "Severe", "\u221260.0\u202f%"} <= set(texts(listed))
    assert "Fresno" not in texts(listed)
    assert says_verdict(answer, scene) == (
        "1 of 2 stores fell clearly below what was expected in 1 – 31 Dec 2024. "
        "All together sold $900.00, $1.00\u202fK was to be expected."
    )


def test_a_category_that_fell_is_filtered_by() -> None:
    scene = placed("trends/warning", "?trends-warning.level=category")
    fell = ("home_decor", "home_decor", *FELL[2:])
    listed = warning(result(WARNINGS, fell, warnings=1, **JUDGED), scene)
    assert links(listed) == ["?trends-warning.level=category&category=home_decor"]
    assert "Home decor" in texts(listed)


def test_no_warning_is_said_and_why() -> None:
    said = " ".join(texts(warning(result(WARNINGS, STOOD, warnings=0, **JUDGED), placed("trends/warning"))))
    assert "No warning" in said
    assert "2 stores were judged for 1 – 31 Dec 2024." in said
    assert "Fresno: $950.00 sold, $1,000.00 expected, which is within the usual spread." in said


PEAKS = {
    "member": "text",
    "days": "count",
    "orders": "count",
    "revenue": "money",
    "mean": "number",
    "baseline": "number",
    "uplift": "change",
}


def test_hours_stand_against_the_usual_one() -> None:
    answer = result(PEAKS, ("11", 9, 90, 900.0, 10.0, 20.0, -0.5), ("18", 9, 270, 2700.0, 30.0, 20.0, 0.5))
    scene = placed("trends/peak_times", capabilities=frozenset({"time_of_day"}))
    drawn = plotted(peak_times(answer, scene).figure)
    quiet, peak = drawn.data[0].marker.color
    assert (tuple(drawn.data[0].y), drawn.layout.shapes[0].y0) == ((10, 30), 20)
    assert quiet != peak
    assert says_peak(answer, scene) == "The peak is 18:00 – 19:00: +50.0\u202f% orders against the average hour."


def test_holidays_are_ranked_by_their_uplift() -> None:
    answer = result(
        PEAKS, ("New Year's Day", 1, 9, 90.0, 9.0, 6.0, 0.5), ("Christmas Day", 1, 0, 0.0, None, None, None)
    )
    scene = placed("trends/peak_times", "?trends-peak_times.kind=holiday&trends-peak_times.measure=revenue")
    bars = plotted(peak_times(answer, scene).figure).data[0]
    assert (bars.orientation, tuple(bars.x), bars.y[0]) == ("h", (0.5, None), "New Year's Day")
    assert says_peak(answer, scene).startswith("The peak is New Year's Day: +50.0\u202f% revenue")


SEASONS = {
    "category": "text",
    "month": "count",
    "revenue": "money",
    "months": "count",
    "mean": "money",
    "index": "number",
}


def test_seasons_diverge_from_an_average_month() -> None:
    answer = result(SEASONS, ("Ice", 7, 60.0, 2, 30.0, 2.57), ("Ice", 1, 20.0, 2, 10.0, 0.86), categories=20)
    drawn = seasonal(answer, placed("trends/seasonal"))
    assert drawn is not None
    cells = plotted(drawn.figure).data[0]
    assert (cells.zmin + cells.zmax) / 2 == pytest.approx(1)
    assert (list(cells.y), cells.z[0][6]) == (["Ice"], 2.57)
    assert "The largest 1 of 20 categories." in texts(drawn.legend)
    assert says_season(answer, placed("trends/seasonal")) == "Ice peaks in July: 2.57 times an average month."


def test_without_a_whole_year_the_revenue_is_shown_and_said_so() -> None:
    answer = result(SEASONS, ("", 7, 60.0, 1, 60.0, None), categories=1)
    drawn = seasonal(answer, placed("trends/seasonal"))
    assert drawn is not None
    assert plotted(drawn.figure).data[0].z[0][6] == 60
    assert any("no seasonal index yet" in text for text in texts(drawn.legend))
    assert says_season(answer, placed("trends/seasonal")) == ""


def test_a_season_is_asked_of_all_years() -> None:
    params = dict(asked("trends/seasonal", "?start=2024-01-01&end=2024-03-31&state=CA").params)
    assert params == {"state": "CA", "top": "14"}
