"""Two amounts per row on one scale, joined by a line."""

from collections.abc import Sequence

from dash_app.answers import Result
from dash_app.components.charts.marks.axes import amounts
from dash_app.components.charts.marks.tips import TIP
from dash_app.components.charts.plot import Figure, Scatter
from dash_app.components.charts.template import ACCENT, INK, PAST, figure


def dumbbells(
    result: Result, pair: tuple[str, str], names: Sequence[str], tips: Sequence[str], links: Sequence[str]
) -> Figure:
    """Draw a line per row of the answer from one amount to the other, the first row on top.

    pair : columns of the two amounts; where the second is absent the first stands alone.
    """
    drawn = figure(hovermode="closest")
    first, second = (result.column(name) for name in pair)
    ends = [each for name, *values in zip(names, first, second, strict=True) for each in _ends(name, values)]
    line = {"color": PAST, "width": 3}
    drawn.add_trace(
        Scatter(
            x=[x for x, _ in ends], y=[y for _, y in ends], mode="lines", line=line, hoverinfo="skip", connectgaps=False
        )
    )
    for amount, color in ((second, INK), (first, ACCENT)):
        drawn.add_trace(
            Scatter(
                x=amount,
                y=list(names),
                mode="markers",
                marker={"size": 11, "color": color},
                text=list(tips),
                customdata=[[link] for link in links],
                hovertemplate=TIP,
            )
        )
    drawn.update_xaxes(**amounts(result, pair[0]), showgrid=True, gridcolor="var(--grid)")
    drawn.update_yaxes(autorange="reversed", type="category", showgrid=False)
    drawn.update_layout(meta={"amounts": "xaxis"})
    return drawn


def _ends(name: str, values: Sequence[float | None]) -> list[tuple[float | None, str]]:
    return [*((value, name) for value in values), (None, name)]
