"""How every chart looks; colours are names of the style sheet, which each theme fills in the browser."""

from typing import Any

from dash_app.components.charts.plot import Figure
from dash_app.reader import separators

INK, MUTED, FAINT, LINE = "var(--ink)", "var(--ink-2)", "var(--ink-3)", "var(--line)"
ACCENT, PAST, SURFACE, OUTLINE = "var(--accent)", "var(--past)", "var(--surface)", "var(--outline)"
SCALE = ("var(--amount-1)", "var(--amount-2)", "var(--amount-3)", "var(--amount-4)", "var(--amount-5)")
DIVERGING = ("var(--down-2)", "var(--down-1)", "var(--middle)", "var(--up-1)", "var(--up-2)")
SPOT, SPOT_SOFT = "var(--spot)", "var(--spot-soft)"
"""White spots and proposed sites, and nothing else."""
OTHER = "var(--other)"
"""What stands for the categories that have no colour of their own."""
SERIES = tuple(f"var(--series-{number})" for number in range(1, 9))
"""Colours of categories, told apart also by those who see few colours."""
FONT = "Inter, sans-serif"

_AXIS: dict[str, Any] = {
    "showgrid": False,
    "zeroline": False,
    "showline": False,
    "ticks": "",
    "fixedrange": True,
    "tickfont": {"color": FAINT, "size": 12},
    "automargin": True,
}

TEMPLATE: dict[str, Any] = {
    "layout": {
        "font": {"family": FONT, "size": 12, "color": MUTED},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 0, "r": 0, "t": 8, "b": 0},
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "transition": {"duration": 0},
        "xaxis": _AXIS | {"ticklabelstandoff": 4, "title": {"standoff": 10}},
        "yaxis": _AXIS | {"showgrid": True, "gridcolor": "var(--grid)", "zeroline": True, "zerolinecolor": LINE},
        "hoverlabel": {
            "bgcolor": "var(--raised)",
            "bordercolor": LINE,
            "font": {"family": FONT, "size": 12, "color": INK},
            "align": "left",
        },
    }
}


def figure(**layout: Any) -> Figure:
    """Start an empty figure in the looks of the house."""
    return Figure(layout={"template": TEMPLATE, "separators": separators(), **layout})
