"""The one filter bar: period, chips, the menu that adds filters, undo, redo, copy."""

from datetime import date

from dash import dcc, html
from dash.development.base_component import Component

from dash_app.components import numbers
from dash_app.components.attributes import aria, data
from dash_app.components.icons import icon
from dash_app.components.names import named, shortened
from dash_app.periods import COMPARISONS, PERIODS
from dash_app.scene import Scene
from dash_app.texts import marked, say

NAMES = {
    "country": "Country",
    "state": "State",
    "city": "City",
    "store": "Store",
    "category": "Category",
    "channel": "Channel",
    "sku": "Product",
    "customer": "Customer",
}
_AGAINST = {
    "previous": marked("{period}, against the period before"),
    "year": marked("{period}, against a year before"),
}
_NEEDS = {
    "country": "countries",
    "state": "states",
    "city": "cities",
    "category": "categories",
    "channel": "channels",
    "customer": "known_customers",
}


def filter_bar() -> Component:
    """Lay out the bar; what depends on the data comes later."""
    return html.Div(
        [
            _menu(
                "period", [icon("calendar"), html.Span(say("Period"), id="period-name"), icon("down")], _period_panel()
            ),
            html.Div(id="chips", className="chips"),
            _menu("filters", [icon("plus"), say("Filter")], _member_panel()),
            html.Div(
                [
                    _tool("undo", say("Undo the last change")),
                    _tool("redo", say("Redo the change")),
                    _tool("copy", say("Copy a link to this view"), done=say("Link copied")),
                    _tool("print", say("Print this page as a report")),
                ],
                className="tools",
            ),
        ],
        className="filter-bar",
        role="region",
        **aria(label=say("Filters")),
    )


def _menu(name: str, summary: list[Component | str], panel: list[Component]) -> Component:
    inner = html.Div(panel, className="panel sheet", id=f"{name}-panel")
    return html.Details([html.Summary(summary, className="button"), inner], className="popover", id=f"{name}-menu")


def _tool(name: str, label: str, **more: str) -> Component:
    told = data(do=name, **more)
    return html.Button(icon(name), id=name, className="action", title=label, **aria(label=label), **told)


def _period_panel() -> list[Component]:
    show = html.Button(say("Show"), id="show-days", className="button button-strong", **data(do="days"))
    form = html.Div([html.Div(id="days", className="day-fields"), show])
    compared = html.Div(
        [html.P(say("Compare with"), className="panel-label"), html.Div(id="comparisons", className="periods")]
    )
    return [html.Div(id="periods", className="periods"), html.Div(form, className="days"), compared]


def day_fields(scene: Scene) -> list[Component]:
    """First and last day of the period, to be changed."""
    start, end = scene.span or (None, None)
    return [_date("start", say("First day"), start), _date("end", say("Last day"), end)]


def _date(name: str, label: str, day: date | None) -> Component:
    value = day.isoformat() if day else None
    field = dcc.Input(type="date", id=f"day-{name}", className="field", value=value)  # type: ignore[arg-type]
    return html.Label([label, field])


def _member_panel() -> list[Component]:
    choices = html.Div(id="dimensions", className="dimensions", role="group", **aria(label=say("Filter by")))
    label = say("Type to search")
    search = dcc.Input(id="search", type="search", placeholder=label, className="field", autoComplete="off")
    return [
        choices,
        html.Label([html.Span(label, className="unseen"), search]),
        html.Div(id="members", className="members"),
    ]


def dimensions_of(scene: Scene) -> list[str]:
    """Filters this data set can be filtered by: what it has, and with a choice."""
    has = [name for name in NAMES if _NEEDS.get(name, "") in {"", *scene.dataset.capabilities}]
    return [name for name in has if name not in ("country", "state", "city", "store") or name in scene.levels]


def dimension_buttons(scene: Scene, chosen: str | None) -> list[Component]:
    """Offer what can be filtered by; the first where nothing has been chosen."""
    names = dimensions_of(scene)
    current = chosen if chosen in names else names[0]
    return [_dimension(name, name == current) for name in names]


def _dimension(name: str, is_current: bool) -> Component:
    attributes = aria(pressed=is_current) | data(do="dimension", name=name)
    return html.Button(say(NAMES[name]), className="dimension", **attributes)


def chips(scene: Scene, labels: dict[tuple[str, str], str]) -> list[Component]:
    """One chip per filter, gone with one click, and one to remove all."""
    shown = [_chip(scene, name, value, labels[name, value]) for name, value in scene.selection.filters]
    if len(shown) > 1:
        shown.append(html.A(say("Remove all"), href=scene.selection.cleared().link, className="chip-all"))
    return shown


def _chip(scene: Scene, name: str, value: str, label: str) -> Component:
    words: list[Component | str] = [
        html.Span(f"{say(NAMES[name])} ", className="chip-name"),
        shortened(label),
        icon("close"),
    ]
    remove = removal(name, label)
    return html.A(words, href=scene.selection.toggled(name, value).link, className="chip", title=remove)


def removal(name: str, label: str) -> str:
    """Say that a filter goes."""
    return say("Remove filter {filter} {member}", filter=say(NAMES[name]), member=label)


def period_name(scene: Scene) -> str:
    """Name of the period chosen, or its days; and what it is compared with, where that was chosen."""
    name = say(PERIODS[scene.selection.period] if scene.selection.period else "Period")
    if not scene.selection.period and scene.span:
        name = numbers.days(*scene.span)
    return say(_AGAINST[scene.compare], period=name) if scene.selection.first("compare") else name


def period_links(scene: Scene) -> list[Component]:
    """Offer the named periods."""
    return [_period_link(scene, period) for period in PERIODS]


def _period_link(scene: Scene, period: str) -> Component:
    current = aria(current=True) if scene.selection.period == period else {}
    href = scene.selection.within(period).link
    return html.A(say(PERIODS[period]), href=href, className="choice", **data(close=""), **current)


def comparison_links(scene: Scene) -> list[Component]:
    """Offer what the period is compared with."""
    return [_comparison_link(scene, *each) for each in COMPARISONS.items()]


def _comparison_link(scene: Scene, compare: str, label: str) -> Component:
    current = aria(current=True) if scene.compare == compare else {}
    href = scene.selection.comparing(compare).link
    return html.A(say(label), href=href, className="choice", **data(close=""), **current)


def member_links(scene: Scene, dimension: str, members: list[tuple[str, str]]) -> list[Component]:
    """Offer members of a dimension; each is a switch."""
    if not members:
        return [html.P(say("Nothing found."), className="list-closing")]
    return [_member_link(scene, dimension, *member) for member in members]


def _member_link(scene: Scene, dimension: str, member: str, label: str) -> Component:
    chosen = member in scene.selection.values(dimension)
    words = [html.Span(icon("check"), className="box"), html.Span(named(label))]
    if label != member:
        words.append(html.Span(member, className="member-id"))
    return html.A(
        words,
        href=scene.selection.toggled(dimension, member).link,
        id=f"member-{dimension}-{member}".replace(".", "·"),
        className="choice",
        role="checkbox",
        **aria(checked=chosen),
    )
