"""The page for programs: how to ask, and every URL to try out."""

from dash import html
from dash.development.base_component import Component
from flask import request

from dash_app.api_client import ApiClient
from dash_app.components.attributes import aria, data
from dash_app.components.code import code
from dash_app.components.heading import heading, section
from dash_app.pages.page import Page
from dash_app.texts import marked, say

_EXAMPLES = (
    (marked("Ask"), marked("Best stores of a state, as JSON."), "/api/stores/sales?state=CA&limit=3"),
    (
        marked("Explain"),
        marked("How that answer was computed: definition, filters, SQL."),
        "/api/stores/sales?state=CA&receipt=only",
    ),
    (marked("Save"), marked("All rows with their receipt as an Excel workbook."), "/api/stores/sales?format=xlsx"),
)


def _build(_client: ApiClient) -> Component:
    host = request.host_url.rstrip("/")
    lead = say("Everything the dashboard shows comes from this API, and nothing is kept from other programs.")
    return html.Div([heading(say("API"), lead), _quick_start(host), _viewer()], className="sheets")


def _quick_start(host: str) -> Component:
    steps = [html.Div([html.H3(say(name)), html.P(say(words)), _curl(host, url)]) for name, words, url in _EXAMPLES]
    return section(
        say("Quick start"),
        say("Filters may be given several times; a wrong one is named, with what it accepts."),
        html.Div(steps, className="steps"),
    )


def _curl(host: str, url: str) -> Component:
    to_file = " -OJ" if "format=xlsx" in url else ""
    return code(f"curl{to_file} '{host}{url}'", say("Command"), say("Copy the command"))


def _viewer() -> Component:
    links = [
        html.A(name, href=href, target="_blank", className="button", **data(leave=""))
        for name, href in (("Swagger UI", "/api/docs"), ("ReDoc", "/api/redoc"), ("OpenAPI 3.1", "/api/openapi.json"))
    ]
    head = html.Header(
        [
            html.H2(say("Every URL, to try out")),
            html.Div(links, className="viewer-links", **aria(label=say("Open in a new tab"))),
        ],
        className="sheet-head viewer-head",
    )
    frame = html.Iframe(src="/api/docs", title=say("The API in Swagger UI"), className="viewer")
    return html.Section([head, frame], className="card sheet listed")


API_DOCS = Page(path="/api-docs", name="API", icon="api", root="API", build=_build)
