"""Figures as the browser takes them: traces and layout in plain values.

Plotly's own classes check and copy every value, which takes longer than all the rest of a drawing. Tests hold figures
against those classes instead.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Self

Look = dict[str, Any]


class Trace(dict[str, Any]):
    """Properties of a trace as Plotly names them, its type that of the class; those that are None are left out."""

    def __init__(self, **properties: Any) -> None:
        super().__init__(
            type=type(self).__name__.lower(), **{name: value for name, value in properties.items() if value is not None}
        )

    def on(self, xaxis: str, yaxis: str) -> Self:
        """Draw against other axes than the first."""
        self.update(xaxis=xaxis, yaxis=yaxis)
        return self


class Bar(Trace):
    """Bars."""


class Scatter(Trace):
    """Lines and dots."""


class Heatmap(Trace):
    """Cells in rows and columns."""


class Treemap(Trace):
    """Nested rectangles."""


class Scattermap(Trace):
    """Lines and dots on a map."""


class Choroplethmap(Trace):
    """Areas of a map."""


@dataclass
class Figure:
    """Traces, and the layout that holds for all of them."""

    data: list[Trace] = field(default_factory=list)
    layout: Look = field(default_factory=dict)

    def add_trace(self, trace: Trace) -> None:
        """Lay a trace over the others."""
        self.data.append(trace)

    def add_traces(self, traces: Iterable[Trace]) -> None:
        """Lay several traces over the others."""
        self.data.extend(traces)

    def update_layout(self, **layout: Any) -> None:
        """Change parts of the layout, and of what it nests."""
        self.layout = _merged(self.layout, layout)

    def update_xaxes(self, **look: Any) -> None:
        """Change every horizontal axis."""
        self._update_axes("xaxis", look)

    def update_yaxes(self, **look: Any) -> None:
        """Change every vertical axis."""
        self._update_axes("yaxis", look)

    def add_shape(self, **shape: Any) -> None:
        """Add a line or a rectangle."""
        self.layout = self.layout | {"shapes": [*self.layout.get("shapes", []), shape]}

    def add_annotation(self, **note: Any) -> None:
        """Add words."""
        self.layout = self.layout | {"annotations": [*self.layout.get("annotations", []), note]}

    def add_vline(self, x: Any, line: Look, annotation: Look) -> None:
        """Add a line from bottom to top, named at its upper end."""
        self.add_shape(type="line", x0=x, x1=x, y0=0, y1=1, xref="x", yref="y domain", line=line)
        where = {"x": x, "y": 1, "xref": "x", "yref": "y domain", "xanchor": "left", "yanchor": "top"}
        self.add_annotation(**where | {"showarrow": False} | annotation)

    def add_hline(self, y: Any, line: Look, annotation: Look) -> None:
        """Add a line from left to right, named at its right end."""
        self.add_shape(type="line", x0=0, x1=1, y0=y, y1=y, xref="x domain", yref="y", line=line)
        where = {"x": 1, "y": y, "xref": "x domain", "yref": "y", "xanchor": "right", "yanchor": "bottom"}
        self.add_annotation(**where | {"showarrow": False} | annotation)

    def _update_axes(self, axis: str, look: Look) -> None:
        self.update_layout(**dict.fromkeys(self._axes(axis), look))

    def _axes(self, axis: str) -> Iterator[str]:
        yield axis
        yield from (name for name in self.layout if name.startswith(axis) and name != axis)


def _merged(old: Any, new: Any) -> Any:
    if isinstance(old, dict) and isinstance(new, dict):
        return old | {name: _merged(old.get(name), value) for name, value in new.items()}
    return new
