"""The data set in a handful of facts."""

from dash import html
from dash.development.base_component import Component

from dash_app.answers import Dataset
from dash_app.components import numbers
from dash_app.components.footer import ago
from dash_app.components.loads import Load, rows_of
from dash_app.components.receipt import ENGINES
from dash_app.texts import say, say_n

_WORTH_A_SHARE = 0.001


def facts(dataset: Dataset, load: Load | None) -> Component:
    """Tiles: days covered, version, origin, rows."""
    tiles = [
        (say("Last day"), numbers.day(dataset.as_of) if dataset.as_of else "–", _since(dataset)),
        (say("Version"), str(dataset.version), say("loaded {ago}", ago=ago(dataset.age_seconds))),
        (say("Source"), dataset.source.replace("_", " "), say("answered by {engine}", engine=ENGINES[dataset.engine])),
        *([_rows(load)] if load else []),
    ]
    return html.Dl([_tile(*tile) for tile in tiles], className="kpis data-facts")


def _since(dataset: Dataset) -> str:
    if dataset.first_day is None or dataset.as_of is None:
        return say("no orders yet")
    days = (dataset.as_of - dataset.first_day).days + 1
    return say_n("{n} day, from {start}", "{n} days, from {start}", days, start=numbers.day(dataset.first_day))


def _rows(load: Load) -> tuple[str, str, str]:
    rows, rejected = rows_of(load, "rows"), rows_of(load, "rejected")
    told = say("{rows} rejected", rows=numbers.count(rejected))
    if rejected >= rows * _WORTH_A_SHARE > 0:
        told += f", {numbers.exact(rejected / rows, 'share')}"
    return say("Rows read"), numbers.short(rows, "count"), told


def _tile(name: str, value: str, below: str) -> Component:
    figures = [html.Dd(value, className="kpi-value"), html.Dd(below, className="kpi-before")]
    return html.Div([html.Dt(name), *figures], className="kpi")
