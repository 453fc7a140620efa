"""Answers at hand."""

from dash_app.last_answers import LastAnswers
from tests.dash_app.conftest import result


def test_those_looked_at_longest_ago_make_room() -> None:
    kept, two = LastAnswers(most_rows=5), result({"n": "count"}, (1,), (2,))
    for name in "ab":
        kept.keep(name, two)
    assert kept.get("a") is two
    kept.keep("c", two)
    assert kept.get("b") is None
    assert kept.get("a") is kept.get("c") is two


def test_an_answer_larger_than_all_room_is_kept_alone() -> None:
    kept, three = LastAnswers(most_rows=2), result({"n": "count"}, (1,), (2,), (3,))
    kept.keep("small", result({"n": "count"}))
    assert kept.keep("large", three) is kept.get("large")
    assert kept.get("small") is None
