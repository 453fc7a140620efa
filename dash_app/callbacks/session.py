"""New data shows as it lands."""

from typing import Any

from dash import Dash, Input, Output, State, no_update

from dash_app.answers import ApiError
from dash_app.api_client import ApiClient
from dash_app.callbacks.browser import in_browser
from dash_app.components.footer import footer
from dash_app.texts import say


def register(app: Dash, client: ApiClient) -> None:
    """Look for new data every few seconds; cards are asked for anew once there is some."""

    @app.callback(
        Output("seen", "data"),
        Output("version", "data"),
        Output("footer", "children"),
        Output("toast", "children"),
        Input("clock", "n_intervals"),
        State("seen", "data"),
    )
    def refresh(_: int | None, seen: int | None) -> tuple[Any, Any, Any, Any]:
        try:
            dataset = client.dataset()
        except ApiError:
            return 0, no_update, no_update, no_update
        if seen is None or seen == dataset.version:
            return dataset.version, no_update, footer(dataset), no_update
        return (
            dataset.version,
            dataset.version,
            footer(dataset),
            say("New data: version {version}", version=str(dataset.version)),
        )

    in_browser(app, "renew", Input("version", "data"))
