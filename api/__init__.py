"""The API: models, services and routes; nothing of the dashboard."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from api.config import Config


def create_api(config: "Config") -> "Flask":
    """Build the API as a Flask application."""
    from api.routes import build

    return build(config)
