"""The first page: what happened, where, since when, with what."""

from dash_app.components.card import FIGURES, LIST, MAP, Card, declare
from dash_app.components.charts.kpis.kpis import kpis
from dash_app.components.charts.marks.ranked import SHARE
from dash_app.components.charts.orders.trend import GRAIN, trend
from dash_app.components.charts.products.top import RANKING, top
from dash_app.components.charts.stores.places import ask_layers, ask_places, places, title_of_map
from dash_app.components.charts.stores.sales import ask_sales, sales, title_of
from dash_app.pages.page import Page

OVERVIEW = Page(
    path="/",
    name="Overview",
    icon="overview",
    root="All places",
    cards=declare(
        [
            Card("kpis", kpis, area="figures", form=FIGURES, compares=True),
            Card("stores/places", places, area="map", form=MAP, asks=ask_places, also=ask_layers, title=title_of_map),
            Card(
                "stores/sales",
                sales,
                area="ranking",
                form=LIST,
                asks=ask_sales,
                choices=(SHARE,),
                title=title_of,
                shares=True,
            ),
            Card("orders/trend", trend, area="time", choices=(GRAIN,), log=True),
            Card(
                "products/top",
                top,
                area="products",
                form=LIST,
                params=(("limit", "20"),),
                without=("sku",),
                choices=(RANKING, SHARE),
            ),
        ]
    ),
)
