"""Amounts in rows and columns, the more the deeper the colour."""

from collections.abc import Callable, Sequence
from typing import Any

from dash_app.answers import Result
from dash_app.components.charts.marks.tips import TIP
from dash_app.components.charts.plot import Figure, Heatmap
from dash_app.components.charts.template import DIVERGING, INK, SCALE, figure

_LABEL_PIXELS = 32


def heat(
    result: Result,
    value: str,
    across: tuple[str, Sequence[Any], Sequence[str]],
    down: tuple[str, Sequence[Any], Sequence[str]],
    tip_of: Callable[[dict[str, Any]], str],
    around: float | None = None,
    marked: tuple[Any, Any] | None = None,
) -> Figure:
    """Draw a cell per row of the answer.

    value : column of the amounts.
    across, down : column of the answer, its members in order, and their names.
    around : the amount that is neither much nor little; colours then diverge from it.
    marked : members, across and down, of the one cell that gets a frame.
    """
    cells = {(row[across[0]], row[down[0]]): row for row in result.rows}
    rows = [[cells.get((x, y)) for x in across[1]] for y in down[1]]
    drawn = figure(hovermode="closest")
    drawn.add_trace(
        Heatmap(
            x=list(across[2]),
            y=list(down[2]),
            z=[[cell and cell[value] for cell in row] for row in rows],
            text=[[tip_of(cell) if cell else "" for cell in row] for row in rows],
            hovertemplate=TIP,
            hoverongaps=False,
            xgap=2,
            ygap=2,
            showscale=False,
            **_colors(result.column(value), around),
        )
    )
    drawn.update_yaxes(autorange="reversed", showgrid=False, zeroline=False, type="category")
    drawn.update_xaxes(
        type="category", tickangle=0, tickmode="array", tickvals=list(across[2]), ticktext=list(across[2])
    )
    drawn.update_layout(meta={"label_pixels": _LABEL_PIXELS})
    if marked in cells:
        drawn.add_shape(**_frame(list(across[1]).index(marked[0]), list(down[1]).index(marked[1])))
    return drawn


def _frame(x: int, y: int) -> dict[str, Any]:
    ends = {"x0": x - 0.5, "x1": x + 0.5, "y0": y - 0.5, "y1": y + 0.5}
    return {"type": "rect", **ends, "line": {"color": INK, "width": 2}}


def _colors(values: list[Any], around: float | None) -> dict[str, Any]:
    known = [value for value in values if value is not None] or [0]
    if around is None:
        return {"colorscale": _scale(SCALE), "zmin": min(*known, 0), "zmax": max(known)}
    reach = max(abs(value - around) for value in known) or 1
    return {"colorscale": _scale(DIVERGING), "zmin": around - reach, "zmax": around + reach}


def _scale(colors: Sequence[str]) -> list[list[Any]]:
    return [[i / (len(colors) - 1), color] for i, color in enumerate(colors)]
