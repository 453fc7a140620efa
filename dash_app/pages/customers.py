"""Who the customers are: where they live, how much they buy, and whether they come back."""

from dash_app.components.card import LIST, MAP, Card, declare
from dash_app.components.charts.customers.avg_order import avg_order
from dash_app.components.charts.customers.avg_order_distribution import avg_order_distribution, says_middle
from dash_app.components.charts.customers.customers import ask_closer, ask_homes, customers
from dash_app.components.charts.customers.density import LEVEL, density
from dash_app.components.charts.customers.new_and_returning import MEASURE, new_and_returning, says_last
from dash_app.components.charts.customers.recurring import recurring, says_share
from dash_app.components.charts.customers.top import RANKING, top
from dash_app.components.charts.marks.ranked import SHARE
from dash_app.components.charts.orders.trend import GRAIN
from dash_app.pages.page import Page

CUSTOMERS = Page(
    path="/customers",
    name="Customers",
    icon="customers",
    root="All places",
    lead="Where they live, what they are worth, and whether they come back.",
    cards=declare(
        [
            Card("customers", customers, area="map", form=MAP, asks=ask_homes, also=ask_closer),
            Card(
                "customers/density",
                density,
                area="ranking",
                form=LIST,
                params=(("limit", "50"),),
                choices=(LEVEL, SHARE),
                title="Where do most of them live?",
            ),
            Card(
                "customers/new_and_returning",
                new_and_returning,
                area="wide",
                choices=(GRAIN, MEASURE, SHARE),
                says=says_last,
            ),
            Card("customers/recurring", recurring, area="third", says=says_share),
            Card(
                "customers/top",
                top,
                area="wide",
                form=LIST,
                params=(("limit", "25"),),
                choices=(RANKING,),
            ),
            Card(
                "customers/avg_order",
                avg_order,
                area="third",
                form=LIST,
                params=(("limit", "25"),),
                title="Who spends most per order?",
            ),
            Card(
                "customers/avg_order_distribution",
                avg_order_distribution,
                area="full",
                choices=(SHARE,),
                says=says_middle,
                log=True,
            ),
        ]
    ),
)
