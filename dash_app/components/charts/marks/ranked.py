"""Ranked lists of members, longest bar first; each row leads on."""

from collections.abc import Callable, Sequence
from typing import Any

from dash.development.base_component import Component

from dash_app.answers import Result
from dash_app.choice import Choice
from dash_app.components import numbers
from dash_app.components.bar_list import Bar, bar_list, place_of
from dash_app.components.closing import closing_of
from dash_app.components.info import words
from dash_app.components.kpi_card import change_badge
from dash_app.scene import Scene
from dash_app.texts import say

Name = Callable[[dict[str, Any]], str]
Click = tuple[str, str]
Draw = Callable[[Result, Scene], Component]
SHARE = Choice("shown", "Shown as", (("amount", "Amount"), ("share", "Share")), asked=False)
"""Whether a list shows amounts or their shares of the whole."""


def is_share(scene: Scene) -> bool:
    """Whether the viewer chose shares of the whole."""
    return scene.options.get(SHARE.name) == "share"


def as_chosen(row: dict[str, Any], column: str, result: Result, scene: Scene) -> str:
    """Write the amount of a row, or its share where the viewer chose so."""
    shown = "share" if is_share(scene) else column
    return numbers.short(row[shown], result.unit(shown), result.currency)


def ranked(  # noqa: PLR0913 - a declaration has as many words as there are things to say
    value: str | Callable[[Scene], str],
    member: str,
    *,
    name: Sequence[str] | Name = ("name",),
    detail: Sequence[str] | Name = (),
    click: Click | Callable[[Scene], Click],
    tells: Sequence[str] = (),
    change: str = "",
    share: str = "",
    color: Callable[[dict[str, Any], Scene], str] | None = None,
) -> Draw:
    """Return the drawing of a list.

    value : column that is ranked by.
    member : column that identifies a row; `name` the columns to call it by, the first that is not empty.
    detail : columns that tell rows of the same name apart, or what to say of a row.
    click : ("filter", name) sets that filter to the member, ("open", kind) opens the page about it, ("stay", "") leads
        nowhere.
    tells : further columns for the pointer.
    change : column of the change to show beside the amount.
    share : column shown instead where the viewer chose shares of the whole.
    color : colour of the bar of a row; empty for that of all.
    """

    def draw(result: Result, scene: Scene) -> Component:
        column = value if isinstance(value, str) else value(scene)
        column = share if share and is_share(scene) else column
        longest = max((abs(row[column] or 0) for row in result.rows), default=0) or 1
        return bar_list([bar(row, column, longest, result, scene) for row in result.rows], closing_of(result))

    def bar(row: dict[str, Any], column: str, longest: float, result: Result, scene: Scene) -> Bar:
        called = _name(row, name, member)
        does, target = click(scene) if callable(click) else click
        opened = scene.opening(target, row[member]) if does == "open" else ""
        return Bar(
            name=called,
            detail=detail(row) if callable(detail) else ", ".join(str(row[each]) for each in detail if row[each]),
            figure=numbers.short(row[column], result.unit(column), result.currency),
            title=_title(called, row, (column, *tells, *([share] if share else [])), result),
            length=abs(row[column] or 0) / longest,
            link=opened or (scene.selection.toggled(target, str(row[member])) if target else scene.selection).link,
            chosen=not opened and str(row[member]) in scene.selection.values(target),
            extra=change_badge(row[change]) if change and row[change] is not None else None,
            place=place_of(row),
            color=color(row, scene) if color else "",
        )

    return draw


def _name(row: dict[str, Any], name: Sequence[str] | Name, member: str) -> str:
    if callable(name):
        return name(row)
    return str(next((row[each] for each in name if row.get(each)), row[member] or say("None")))


def _title(name: str, row: dict[str, Any], columns: Sequence[str], result: Result) -> str:
    said = [f"{words(c)}: {numbers.exact(row[c], result.unit(c), result.currency)}" for c in dict.fromkeys(columns)]
    return "\n".join([name, *said])
