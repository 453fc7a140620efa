"""How a page without cards begins."""

from dash import html
from dash.development.base_component import Component


def heading(title: str, lead: str) -> Component:
    """Title of the page and what it is for."""
    return html.Header([html.H1(title), html.P(lead, className="standfirst")])


def section(title: str, lead: str, *body: Component, wide: bool = False) -> Component:
    """Part of a page that stands on a surface of its own."""
    head = [html.H2(title), *([html.P(lead, className="card-lead")] if lead else [])]
    inner = html.Div(list(body), className="sheet-body sheet-wide" if wide else "sheet-body")
    return html.Section([html.Header(head, className="sheet-head"), inner], className="card sheet listed")
