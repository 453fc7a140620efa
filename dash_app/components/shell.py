"""What stands around every page: rail, top bar, filter bar, footer."""

from typing import NamedTuple

from dash import dcc, html
from dash.development.base_component import Component

from dash_app.answers import ApiError
from dash_app.components.attributes import aria, data
from dash_app.components.filter_bar import filter_bar
from dash_app.components.icons import icon
from dash_app.components.notice import failed
from dash_app.components.palette import opener, palette
from dash_app.components.plain import plain
from dash_app.components.skeleton import skeleton
from dash_app.texts import say

_POLL_MS = 10_000


class Stop(NamedTuple):
    """A page that the rail leads to; `below` are the paths of pages that belong to it."""

    path: str
    name: str
    icon: str
    below: str = ""


def shell(stops: list[Stop], notice: str) -> Component:
    """Lay out the frame around every page.

    notice : what everybody has to know, empty for nothing.
    """
    return html.Div(
        [
            *_plumbing(),
            plain([html.A(say("Skip to the figures"), href="#page", className="skip", **data(leave="")), _rail(stops)]),
            html.Div(
                [_top(), *_banner(notice), html.Main(_waiting(), id="page", tabIndex="-1"), _footer()],
                className="stage",
            ),
            html.Div(id="toast", role="status", className="toast"),
            plain([palette(), html.Template(_unreachable(), id="unreachable")]),
        ],
        className="shell",
    )


def _plumbing() -> list[Component]:
    return [
        dcc.Location(id="url", refresh=False),
        dcc.Store(id="seen"),
        dcc.Store(id="version"),
        dcc.Interval(id="clock", interval=_POLL_MS),
    ]


def _rail(stops: list[Stop]) -> Component:
    links = [
        html.A(
            [icon(stop.icon), html.Span(say(stop.name))],
            href=stop.path,
            id=f"nav-{stop.icon}",
            **data(keep="", below=stop.below),
        )
        for stop in stops
    ]
    mark = html.A(html.Span(className="mark"), href="/", className="brand", **aria(label=say("Whitespot, start page")))
    label = say("Light or dark")
    switch = html.Button(
        [icon("theme"), html.Span(say("Theme"))],
        id="switch-theme",
        title=label,
        **aria(label=label),
        **data(do="theme"),
    )
    return html.Nav(
        [mark, *links, html.Div(className="rail-gap"), switch], className="rail", **aria(label=say("Pages"))
    )


def _top() -> Component:
    where = html.Nav(id="breadcrumb", className="breadcrumb", **aria(label=say("Places")))
    inner = [html.Div([where, opener()], className="whereabouts"), filter_bar()]
    return html.Header(plain(inner), id="top", className="top")


def _banner(notice: str) -> list[Component]:
    return [html.P(say(notice), className="banner", role="note")] if notice else []


def _footer() -> Component:
    return html.Footer(id="footer", className="footer")


def _waiting() -> Component:
    return html.Div([skeleton("figures")], className="grid-page")


def _unreachable() -> Component:
    """What a card shows while the dashboard itself does not answer."""
    return failed(ApiError("unreachable", say("The dashboard does not answer; try again in a moment.")))
