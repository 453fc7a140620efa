"""Axes are ticked in amounts that people can read."""

import pytest

from dash_app.components.charts.marks.axes import axis_of, logarithmic


@pytest.mark.parametrize(
    ("largest", "unit", "look"),
    [(0.9, "money", ",.2f"), (40, "money", "~s"), (0.6, "count", "~g"), (40_000, "count", "~s"), (0.9, "share", "~%")],
)
def test_no_axis_counts_in_thousandths(largest: float, unit: str, look: str) -> None:
    assert axis_of([None, largest, -0.1], unit, "USD")["tickformat"] == look


@pytest.mark.parametrize(
    ("values", "unit", "texts"),
    [
        ([11, 24.5], "money", ["$10", "$12", "$15", "$20", "$25", "$30"]),
        ([0.05, 0, None, 210], "money", ["$0.10", "$1", "$10", "$100"]),
        ([1, 2, 60_000], "count", ["1", "10", "100", "1k", "10k"]),
        ([1, 14], "count", ["1", "2", "5", "10"]),
        ([0.0004, 0.3], "number", ["0.001", "0.01", "0.10"]),
    ],
)
def test_logarithmic_axes_have_few_round_ticks(values: list[float], unit: str, texts: list[str]) -> None:
    assert logarithmic(values, unit, "USD")["ticktext"] == texts
