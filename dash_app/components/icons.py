"""Icons: drawn by the style sheet in the colour of the text around them."""

from dash import html

from dash_app.components.attributes import aria


def icon(name: str) -> html.Span:
    """Draw an icon that says nothing to screen readers; name it with the text or label beside it."""
    return html.Span(className=f"icon icon-{name}", **aria(hidden=True))
