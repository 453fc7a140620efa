"""Which stores do well, which do not, and what tells them apart."""

from dash_app.components.card import LIST, MAP, Card, declare
from dash_app.components.charts.marks.ranked import SHARE
from dash_app.components.charts.orders.trend import GRAIN
from dash_app.components.charts.stores.customer_reach import customer_reach
from dash_app.components.charts.stores.distance import WEIGHT, distance
from dash_app.components.charts.stores.order_values import order_values
from dash_app.components.charts.stores.product_sales import SHOWN, product_sales
from dash_app.components.charts.stores.ranking import AGAINST, SORT, ranking, says_gone, title_of_ranking
from dash_app.components.charts.stores.sales_by_state import sales_by_state
from dash_app.components.charts.stores.sales_trend import LOOK, sales_trend
from dash_app.components.charts.stores.store_map import ask_reach, store_map
from dash_app.pages.page import Page

STORE_MAP = Card(
    "stores",
    store_map,
    name="stores/map",
    area="map",
    form=MAP,
    also=ask_reach,
    compares=True,
    title="Where do stores grow, and where do they shrink?",
    nothing="No store here has a known place: web shops sell from anywhere.",
)
"""Stores coloured by change; the page of a state has it too, as it has the ranking."""

STORE_RANKING = Card(
    "stores/sales",
    ranking,
    name="stores/ranking",
    area="ranking",
    form=LIST,
    params=(("limit", "50"),),
    choices=(SORT, AGAINST, SHARE),
    title=title_of_ranking,
    says=says_gone,
)

STORES = Page(
    path="/stores",
    name="Stores",
    icon="stores",
    root="All places",
    lead="Which do well, which do not, and what tells them apart.",
    cards=declare(
        [
            STORE_MAP,
            STORE_RANKING,
            Card(
                "stores/sales_trend",
                sales_trend,
                area="wide",
                params=(("top", "6"),),
                choices=(GRAIN, LOOK),
                lead="The six largest of the selection; choose stores to compare them",
                log=True,
            ),
            Card("stores/sales_by_state", sales_by_state, area="third", form=LIST, choices=(SHARE,), compares=True),
            Card(
                "stores/product_sales",
                product_sales,
                area="half",
                params=(("by", "category"), ("limit", "1000")),
                choices=(SHOWN,),
                title="What do the largest stores sell?",
                colors=True,
            ),
            Card(
                "orders/value_distribution",
                order_values,
                name="stores/order_values",
                area="half",
                params=(("by", "store"),),
                title="Where is an order worth most?",
                lead="Median and middle half of each store's orders",
            ),
            Card(
                "stores/customer_reach", customer_reach, area="half", form=LIST, params=(("limit", "50"),), shares=True
            ),
            Card("stores/distance", distance, area="half", form=LIST, params=(("limit", "50"),), choices=(WEIGHT,)),
        ]
    ),
)
