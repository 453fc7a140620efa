"""Classes of a colour scale."""

from dash_app.components.charts.classes import class_of, lower_bounds


def test_fifths_of_the_values() -> None:
    bounds = lower_bounds(list(range(1, 101)))
    assert bounds == [1, 21, 41, 61, 81]
    assert [class_of(value, bounds) for value in (1, 20, 21, 100)] == [0, 0, 1, 4]


def test_repeated_values_share_a_class() -> None:
    assert lower_bounds([1, 1, 1, 1, 9]) == [1, 9]


def test_a_frequent_value_leaves_the_other_classes_to_the_rest() -> None:
    assert lower_bounds([1] * 100 + [2] * 20 + [3] * 10 + [4, 5, 6, 7, 8, 9, 20, 107]) == [1, 2, 3, 4, 8]


def test_nothing_has_no_classes() -> None:
    assert lower_bounds([]) == []
