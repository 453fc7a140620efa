"""Rows of an answer as a short table: members lead to their pages, numbers are written by their unit."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from dash.development.base_component import Component

from dash_app.answers import Result
from dash_app.components.charts.marks.ranked import is_share
from dash_app.components.charts.marks.records import Cell, Head, records
from dash_app.components.closing import closing_of
from dash_app.components.info import phrase
from dash_app.components.kpi_card import change_badge
from dash_app.components.numbers import exact
from dash_app.scene import Scene

_NUMBERS = ("money", "count", "number", "share", "change", "km")
Words = Callable[[dict[str, Any]], str]


def roster(
    columns: Sequence[str],
    *,
    opens: Mapping[str, str],
    extra: Collection[str] = (),
    called: Mapping[str, Words] | None = None,
    heads: Mapping[str, str] | None = None,
    write: Callable[..., str] = exact,
    share: Mapping[str, str] | None = None,
) -> Callable[[Result, Scene], Component]:
    """Return the drawing of a table; columns in which nothing stands are left out.

    columns : columns shown, in this order.
    opens : columns whose members have a page, and its kind.
    extra : columns that narrow screens do without.
    called : how to write a cell that is not simply its value.
    heads : what stands above a column, where it is not simply its name.
    write : writes the values, in full where not said.
    share : columns shown instead of others where the viewer chose shares of the whole.
    """
    written, named, shares = called or {}, heads or {}, share or {}

    def draw(result: Result, scene: Scene) -> Component:
        asked = [shares.get(name, name) if is_share(scene) else name for name in columns]
        shown = [name for name in asked if any(says(name, row) for row in result.rows)]
        top = [Head(named.get(name, phrase(name)), result.unit(name) in _NUMBERS, name in extra) for name in shown]
        rows = [[cell(name, row, result, scene) for name in shown] for row in result.rows]
        closing = closing_of(result)
        return records(top, rows, closing)

    def says(name: str, row: dict[str, Any]) -> bool:
        return (written[name](row) if name in written else row[name]) not in ("", None)

    def cell(name: str, row: dict[str, Any], result: Result, scene: Scene) -> Cell:
        if result.unit(name) == "change" and row[name] is not None:
            return Cell(change_badge(row[name]))
        text = written[name](row) if name in written else write(row[name], result.unit(name), result.currency)
        opened = name in opens and row[name]
        return Cell(text or "–", scene.opening(opens[name], row[name]) if opened else "")

    return draw
