"""Figures as Plotly's own classes know them, which refuse what Plotly does not understand."""

import plotly.graph_objects as go

from dash_app.components.charts.plot import Figure


def plotted(figure: Figure) -> go.Figure:
    """Read a figure with every property checked."""
    return go.Figure(data=figure.data, layout=figure.layout)
