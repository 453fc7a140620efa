"""Text to be copied: commands and statements."""

from dash import html
from dash.development.base_component import Component

from dash_app.components.attributes import aria, data
from dash_app.components.icons import icon


def code(text: str, label: str) -> Component:
    """Show a text as it is, with a button that copies it; long lines scroll."""
    name = f"Copy {label}"
    copy = html.Button(icon("clip"), className="action", title=name, **aria(label=name), **data(do="copyText"))
    shown = html.Pre(html.Code(text), tabIndex="0", **aria(label=label))
    return html.Div([shown, copy], className="code", **data(text=""))
