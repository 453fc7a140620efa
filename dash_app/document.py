"""The HTML document around the dashboard."""

from typing import Any

from dash import Dash

from dash_app.texts import language

DOCUMENT = """<!DOCTYPE html>
<html lang="{%language%}">
    <head>
        {%metas%}
        <title>{%title%}</title>
        <link rel="icon" type="image/svg+xml" href="/assets/favicon.svg">
        <link rel="preload" href="/assets/fonts/inter-latin.woff2" as="font" type="font/woff2" crossorigin>
        <script src="/assets/js/early.js"></script>
        {%css%}
    </head>
    <body>
        {%app_entry%}
        {%config%}
        {%scripts%}
        {%renderer%}
    </body>
</html>"""


class Document(Dash):
    """A Dash application whose document names the language of its texts."""

    def interpolate_index(self, *args: Any, **parts: Any) -> str:
        """Fill in the document for its reader."""
        fill: Any = super().interpolate_index  # Dash gives it no types
        return str(fill(*args, **parts)).replace("{%language%}", language())
