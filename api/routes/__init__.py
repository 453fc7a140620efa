"""URLs of the API; each module is the table of contents of one area."""

from flask import Flask

from api.config import Config
from api.routes import (
    catalogue,
    customers,
    geo,
    health,
    kpis,
    loads,
    members,
    openapi,
    orders,
    products,
    stores,
    trends,
)
from api.routes.answers import Answers
from api.routes.errors import register_errors
from api.services.load_ledger import LoadLedger
from api.services.warehouse import Warehouse


def build(config: Config) -> Flask:
    """Put the API together."""
    app = Flask("api", static_folder=None)
    app.url_map.strict_slashes = False
    warehouse = Warehouse(
        config.WAREHOUSE_URL, config.QUERY_SECONDS, memory=config.WAREHOUSE_MEMORY, threads=config.WAREHOUSE_THREADS
    )
    app.extensions["answers"] = Answers.connect(warehouse, config.CACHE_URL)
    app.extensions["loads"] = LoadLedger(config.DATABASE_URL)
    for area in (kpis, members, customers, orders, stores, products, geo, trends, health, loads, catalogue, openapi):
        app.register_blueprint(area.blueprint)
    register_errors(app)
    return app
