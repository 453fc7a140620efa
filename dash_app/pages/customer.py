"""One customer: how much, when, what and where they buy."""

from dash_app.components.card import FIGURES, LIST, Card, declare
from dash_app.components.charts.kpis.kpis import kpis
from dash_app.components.charts.marks.ranked import SHARE
from dash_app.components.charts.orders.orders import orders_of_customer
from dash_app.components.charts.orders.trend import GRAIN, trend
from dash_app.components.charts.products.top import RANKING, top
from dash_app.components.charts.stores.ranking import ranking
from dash_app.pages.page import Page

CUSTOMER = Page(
    path="/customer",
    name="Customer",
    icon="customers",
    root="Customers",
    back="/customers",
    in_rail=False,
    lead="How much, when, what and where they buy.",
    cards=declare(
        [
            Card("kpis", kpis, name="customer/kpis", area="figures", form=FIGURES, compares=True),
            Card(
                "orders/trend",
                trend,
                name="customer/trend",
                area="wide",
                choices=(GRAIN,),
                title="When do they buy?",
                log=True,
            ),
            Card(
                "products/top",
                top,
                name="customer/products",
                area="third",
                form=LIST,
                params=(("limit", "20"),),
                without=("sku",),
                choices=(RANKING, SHARE),
                title="What do they buy?",
            ),
            Card(
                "orders",
                orders_of_customer,
                name="customer/orders",
                area="wide",
                form=LIST,
                params=(("limit", "100"),),
                title="Which orders were these?",
            ),
            Card(
                "stores/sales",
                ranking,
                name="customer/stores",
                area="third",
                form=LIST,
                compares=True,
                params=(("limit", "20"),),
                choices=(SHARE,),
                title="Where do they buy?",
            ),
        ]
    ),
)
