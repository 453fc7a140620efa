"""Names of what repeats."""

from dash_app.components.charts.times import weekday_name, weekdays
from dash_app.reader import read_by


def test_the_week_begins_where_the_reader_lives() -> None:
    assert weekday_name(weekdays()[0], "EEE") == "Mon"
    read_by(["en-US"])
    assert [weekday_name(day, "EEE") for day in weekdays()] == ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    read_by([])
