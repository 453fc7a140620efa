"""Markup as text: what only shows and links needs no component of its own in the browser.

Dash keeps an eye on every component of a page, which a thousand table cells turn into seconds. As text they are one.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component
from markupsafe import escape

from dash_app.components.attributes import data

_NAMES = {"className": "class", "htmlFor": "for"}
_VOID = frozenset({"br", "hr", "img", "input"})
_HUMP = re.compile(r"(?<=[a-z])[A-Z]")


def plain(tree: Any) -> Any:
    """Write components as one with their markup; what holds anything but HTML stays as it is."""
    if not isinstance(tree, Component | list) or not all(map(_is_html, _all(tree))):
        return tree
    return html.Div(className="plain", **data(html=markup(tree)))


def markup(tree: Any) -> str:
    """Write components of HTML as markup, with all text escaped."""
    if tree is None:
        return ""
    if isinstance(tree, list | tuple):
        return "".join(map(markup, tree))
    if not isinstance(tree, Component):
        return str(escape(tree))
    props: dict[str, Any] = tree.to_plotly_json()["props"]  # type: ignore[no-untyped-call]  # Dash has no types here
    inside, tag = markup(props.pop("children", None)), tree.__class__.__name__.lower()
    opened = f"<{tag}{''.join(_attributes(props))}>"
    return opened if tag in _VOID else f"{opened}{inside}</{tag}>"


def _all(tree: Any) -> Iterator[Any]:
    if isinstance(tree, list | tuple):
        for part in tree:
            yield from _all(part)
    elif isinstance(tree, Component):
        yield tree
        yield from _all(getattr(tree, "children", None))


def _is_html(component: Component) -> bool:
    """Whether it is HTML that no callback speaks to; Dash keeps fields of forms apart from the rest of HTML."""
    is_known = component.__class__.__module__.startswith("dash.html") or isinstance(component, dcc.Input)
    return is_known and isinstance(getattr(component, "id", ""), str)


def _attributes(props: dict[str, Any]) -> Iterable[str]:
    for name, value in props.items():
        if value is None or value is False:
            continue
        written = _style(value) if name == "style" else "" if value is True else value
        yield f' {_NAMES.get(name, name.lower())}="{escape(_text(written))}"'


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _style(rules: dict[str, Any]) -> str:
    return ";".join(f"{_property(name)}:{value}" for name, value in rules.items())


def _property(name: str) -> str:
    """Name of a rule as style sheets write it: flexGrow is flex-grow, --key stays."""
    return name if name.startswith("--") else _HUMP.sub(lambda hump: f"-{hump[0].lower()}", name)
