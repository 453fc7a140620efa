"""Text to be copied: commands and statements."""

from dash import html
from dash.development.base_component import Component

from dash_app.components.attributes import aria, data
from dash_app.components.icons import icon
from dash_app.texts import say


def code(text: str, label: str, name: str) -> Component:
    """Show a text as it is, under its label, with a button of this name that copies it; long lines scroll."""
    told = data(do="copyText", done=say("Copied"), failed=say("Not copied"))
    copy = html.Button(icon("clip"), className="action", title=name, **aria(label=name), **told)
    shown = html.Pre(html.Code(text), tabIndex="0", **aria(label=label))
    return html.Div([shown, copy], className="code", **data(text=""))
