"""One state: how its stores do."""

from dash_app.choice import Choice
from dash_app.components.card import FIGURES, LIST, MAP, Card, declare
from dash_app.components.charts.kpis.kpis import kpis
from dash_app.components.charts.orders.orders import orders
from dash_app.components.charts.orders.trend import GRAIN, trend
from dash_app.components.charts.products.top import RANKING, top
from dash_app.components.charts.stores.ranking import AGAINST, SORT, ranking, says_gone, title_of_ranking
from dash_app.components.charts.stores.store_map import ask_reach, store_map
from dash_app.pages.page import Page

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
            Card(
                "stores",
                store_map,
                name="state/map",
                area="map",
                form=MAP,
                also=ask_reach,
                compares=True,
                title="Where do stores grow, and where do they shrink?",
                nothing="No store here has a known place: web shops sell from anywhere.",
            ),
            Card(
                "stores/sales",
                ranking,
                name="state/ranking",
                area="ranking",
                form=LIST,
                params=(("limit", "50"),),
                choices=(_WORST_FIRST, AGAINST),
                title=title_of_ranking,
                says=says_gone,
            ),
            Card("orders/trend", trend, name="state/trend", area="wide", choices=(GRAIN,)),
            Card(
                "products/top",
                top,
                name="state/products",
                area="third",
                form=LIST,
                params=(("limit", "20"),),
                without=("sku",),
                choices=(RANKING,),
            ),
            Card("orders", orders, name="state/orders", area="full", form=LIST, params=(("limit", "50"),)),
        ]
    ),
)
