"""One store: how it does beside its neighbours, what it sells, and who comes."""

from dash_app.components.card import FIGURES, LIST, MAP, Card, declare
from dash_app.components.charts.customers.customers import ask_homes
from dash_app.components.charts.customers.top import RANKING as BEST
from dash_app.components.charts.customers.top import top as best_customers
from dash_app.components.charts.kpis.kpis import kpis
from dash_app.components.charts.marks.ranked import SHARE
from dash_app.components.charts.orders.orders import orders_of_store
from dash_app.components.charts.orders.seasonal import PATTERN, says_when, seasonal
from dash_app.components.charts.orders.trend import GRAIN
from dash_app.components.charts.products.top import RANKING, top
from dash_app.components.charts.stores.catchment import ask_around, catchment
from dash_app.components.charts.stores.reach import ask_distance, reach
from dash_app.components.charts.stores.sales_trend import sales_trend, says_last
from dash_app.pages.page import Page

STORE = Page(
    path="/store",
    name="Store",
    icon="stores",
    root="Stores",
    back="/stores",
    in_rail=False,
    lead="How it does, what it sells, and who comes.",
    cards=declare(
        [
            Card("kpis", kpis, name="store/kpis", area="figures", form=FIGURES, compares=True),
            Card(
                "stores/sales_trend",
                sales_trend,
                name="store/trend",
                area="wide",
                params=(("top", "1"),),
                choices=(GRAIN,),
                title="How does it develop, beside its state and the chain?",
                says=says_last,
                log=True,
            ),
            Card(
                "products/top",
                top,
                name="store/products",
                area="third",
                form=LIST,
                params=(("limit", "20"),),
                without=("sku",),
                choices=(RANKING, SHARE),
                title="What does it sell?",
            ),
            Card(
                "customers",
                catchment,
                name="store/homes",
                area="wide",
                form=MAP,
                asks=ask_homes,
                also=ask_around,
                title="Where do its customers live?",
            ),
            Card(
                "stores/customer_reach",
                reach,
                name="store/reach",
                area="third",
                form=LIST,
                also=ask_distance,
                title="How far do they come?",
            ),
            Card(
                "orders/seasonal",
                seasonal,
                name="store/peaks",
                area="half",
                choices=(PATTERN,),
                title="When do they come?",
                says=says_when,
            ),
            Card(
                "customers/top",
                best_customers,
                name="store/customers",
                area="half",
                form=LIST,
                params=(("limit", "25"),),
                choices=(BEST,),
                title="Who are its best customers?",
            ),
            Card(
                "orders",
                orders_of_store,
                name="store/orders",
                area="full",
                form=LIST,
                params=(("limit", "50"),),
                title="What was sold last?",
            ),
        ]
    ),
)
