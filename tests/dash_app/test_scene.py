"""Where a card stands: days, level, links into places."""

from collections.abc import Callable
from datetime import date

from dash_app.scene import Scene
from tests.dash_app.conftest import bare_scene


def test_a_named_period_becomes_days_of_the_data() -> None:
    assert bare_scene("?period=7d").params() == [("start", "2024-12-25"), ("end", "2024-12-31")]
    assert bare_scene("?period=all&state=CA").params() == [("state", "CA")]


def test_given_days_stay_as_given() -> None:
    assert bare_scene("?start=2024-01-05").params() == [("start", "2024-01-05")]
    assert bare_scene("?start=2024-01-05").span == (date(2024, 1, 5), date(2024, 12, 31))


def test_days_that_make_no_sense_have_no_span_but_reach_the_api() -> None:
    assert bare_scene("?start=soon").span is None
    assert bare_scene("?start=soon").params() == [("start", "soon")]
    assert bare_scene("?start=2024-02-02&end=2024-01-01").span is None


def test_without_orders_there_are_no_days() -> None:
    assert bare_scene("", first_day=None, as_of=None).params() == []


def test_the_level_lies_below_what_is_chosen() -> None:
    levels = {"": "state", "?state=CA": "city", "?state=CA&city=Lompoc": "store", "?store=S1": "store"}
    assert {search: bare_scene(search).level for search in levels} == levels


def test_two_states_are_still_compared_as_states() -> None:
    assert bare_scene("?state=CA&state=NV").level == "state"


def test_drilling_keeps_what_lies_above_and_drops_what_lies_below() -> None:
    scene = bare_scene("?category=Classic&state=CA&city=Lompoc&store=S1")
    assert scene.into("city", {"city": "Fresno"}) == "?category=Classic&state=CA&city=Fresno"
    assert scene.into("state", {"state": "NV"}) == "?category=Classic&state=NV"


def test_levels_without_a_choice_are_skipped(scene: Callable[..., Scene]) -> None:
    assert scene().levels == ("state", "city", "store")
