"""One dot per member, two amounts against each other."""

from collections.abc import Sequence
from typing import Any

from dash_app.answers import Result
from dash_app.components.charts.marks.axes import amounts
from dash_app.components.charts.marks.axes import logarithmic as log_axis
from dash_app.components.charts.marks.tips import TIP
from dash_app.components.charts.plot import Figure, Scatter
from dash_app.components.charts.template import ACCENT, FAINT, SURFACE, figure
from dash_app.components.info import words

_SIZES = ((1_000, 5), (200, 7), (0, 9))


def scatter(
    result: Result,
    across: str,
    up: str,
    tips: Sequence[str],
    links: Sequence[str] | None = None,
    colors: Sequence[str] | None = None,
    *,
    logarithmic: bool = False,
) -> Figure:
    """Draw the rows of an answer by two columns; both axes are named."""
    drawn = figure(hovermode="closest", margin={"l": 0, "r": 8, "t": 24, "b": 0})
    size = next(size for least, size in _SIZES if len(result.rows) >= least)
    look: dict[str, Any] = {"size": size, "opacity": 0.8, "color": list(colors) if colors else ACCENT}
    drawn.add_trace(
        Scatter(
            x=result.column(across),
            y=result.column(up),
            mode="markers",
            marker=look | {"line": {"width": 1 if size > 5 else 0.5, "color": SURFACE}},
            text=list(tips),
            customdata=[[link] for link in links] if links else None,
            hovertemplate=TIP,
        )
    )
    drawn.update_xaxes(**amounts(result, across), title={"text": words(across), "font": {"size": 11, "color": FAINT}})
    drawn.update_yaxes(**amounts(result, up))
    if logarithmic:
        drawn.update_xaxes(**log_axis(result.column(across), result.unit(across), result.currency))
        drawn.update_yaxes(**log_axis(result.column(up), result.unit(up), result.currency))
    drawn.add_annotation(text=words(up), **_above_axis())
    return drawn


def fitted(drawn: Figure, line: Sequence[tuple[float, float]], name: str) -> None:
    """Lay a line of best fit, by its ends, over a scatter."""
    (x0, y0), (x1, y1) = line
    style = {"color": FAINT, "width": 1.5, "dash": "dash"}
    drawn.add_trace(Scatter(x=[x0, x1], y=[y0, y1], mode="lines", line=style, hoverinfo="skip", name=name))


def _above_axis() -> dict[str, Any]:
    where = {"x": 0, "y": 1, "xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom"}
    return {**where, "showarrow": False, "yshift": 4, "font": {"size": 11, "color": FAINT}}
