"""One state: how its stores do."""

from dataclasses import replace

from dash_app.choice import Choice
from dash_app.components.card import FIGURES, LIST, Card, declare
from dash_app.components.charts.kpis.kpis import kpis
from dash_app.components.charts.marks.ranked import SHARE
from dash_app.components.charts.orders.orders import orders
from dash_app.components.charts.orders.trend import GRAIN, trend
from dash_app.components.charts.products.top import RANKING, top
from dash_app.components.charts.stores.ranking import AGAINST, SORT
from dash_app.pages.page import Page
from dash_app.pages.stores import STORE_MAP, STORE_RANKING

_WORST_FIRST = Choice("sort", SORT.label, SORT.values, default=lambda _: "falling")

STATE = Page(
    path="/state",
    name="State",
    icon="pin",
    root="Stores",
    back="/stores",
    in_rail=False,
    lead="How its stores do, and what they sell.",
    cards=declare(
        [
            Card("kpis", kpis, name="state/kpis", area="figures", form=FIGURES, compares=True),
            replace(STORE_MAP, name="state/map"),
            replace(STORE_RANKING, name="state/ranking", choices=(_WORST_FIRST, AGAINST, SHARE)),
            Card("orders/trend", trend, name="state/trend", area="wide", choices=(GRAIN,), log=True),
            Card(
                "products/top",
                top,
                name="state/products",
                area="third",
                form=LIST,
                params=(("limit", "20"),),
                without=("sku",),
                choices=(RANKING, SHARE),
            ),
            Card("orders", orders, name="state/orders", area="full", form=LIST, params=(("limit", "50"),)),
        ]
    ),
)
