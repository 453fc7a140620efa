"""Development: the API and the dashboard in one process."""

import gc
import logging
import sys
from collections.abc import Iterable
from typing import Any, TypeVar

from werkzeug.serving import run_simple

from api import create_api
from api.config import Config, WrongSetting, load_config
from dash_app import create_dashboard
from dash_app.ahead import Ahead, Wsgi
from dash_app.api_client import ApiClient
from dash_app.texts import marked

OPEN = marked("Everyone who reaches this address may see the data: ACCESS=open.")
Site = TypeVar("Site", bound=Wsgi)


def build(config: Config) -> Ahead:
    """Put API and dashboard together; with API_URL the dashboard alone, asking there."""
    notice = OPEN if config.ACCESS == "open" and not config.API_URL else ""
    if config.API_URL:
        client = ApiClient.over_http(config.API_URL)
        return Ahead(create_dashboard(client, notice), client)
    api = create_api(config)
    client = ApiClient.in_process(api)
    return Ahead(joined(api, create_dashboard(client, notice)), client)


def started(config: Config) -> Ahead:
    """Build what is served, and have it ask ahead if that is wanted."""
    site = settled(build(config))
    return site.start() if config.ASK_AHEAD == "on" else site


def settled(site: Site) -> Site:
    """Take what starting has made for good: looking through it for garbage again and again would hold up answers."""
    gc.collect()
    gc.freeze()
    return site


def joined(api: Wsgi, dashboard: Wsgi) -> Wsgi:
    """Send what is for the API there, all else to the dashboard."""

    def serve(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        is_for_api = path == "/api" or path.startswith("/api/")
        return (api if is_for_api else dashboard)(environ, start_response)

    return serve


def main() -> None:
    """Serve on HOST and PORT until stopped."""
    try:
        config = load_config()
    except WrongSetting as problem:
        sys.exit(str(problem))
    logging.basicConfig(level=config.LOG_LEVEL, format="%(levelname)s %(name)s: %(message)s")
    for chatty in ("werkzeug", "httpx"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    log = logging.getLogger("whitespot")
    site = started(config)
    if config.ACCESS == "open":
        log.warning(OPEN)
    log.info("Whitespot is at http://%s:%s", config.HOST, config.PORT)
    run_simple(config.HOST, config.PORT, site, threaded=True)


if __name__ == "__main__":
    main()
