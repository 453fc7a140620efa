"""The HTML document around the dashboard."""

from pathlib import Path
from typing import Any

import plotly
from dash import Dash
from dash.fingerprint import build_fingerprint

from dash_app.texts import language

DOCUMENT = """<!DOCTYPE html>
<html lang="{%language%}">
    <head>
        {%metas%}
        <title>{%title%}</title>
        <link rel="icon" type="image/svg+xml" href="/assets/favicon.svg">
        <link rel="preload" href="/assets/fonts/inter-latin.woff2" as="font" type="font/woff2" crossorigin>
        <link rel="preload" href="{%plotly%}" as="script" fetchpriority="low" id="plotly">
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


def _plotly() -> str:
    """Address of the drawing library, which names its version so that browsers keep it for good."""
    file = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    name: Any = build_fingerprint  # Dash gives it no types
    named = name("package_data/plotly.min.js", plotly.__version__, int(file.stat().st_mtime))
    return f"/_dash-component-suites/plotly/{named}"


PLOTLY = _plotly()


class Document(Dash):
    """A Dash application whose document names the language of its texts and the library that draws."""

    def interpolate_index(self, *args: Any, **parts: Any) -> str:
        """Fill in the document for its reader."""
        fill: Any = super().interpolate_index  # Dash gives it no types
        return str(fill(*args, **parts)).replace("{%language%}", language()).replace("{%plotly%}", PLOTLY)
