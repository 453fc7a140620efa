"""One product: how it sells, where, at what price, with what, and beside those launched with it."""

from dash_app.components.card import FIGURES, LIST, Card, declare
from dash_app.components.charts.kpis.kpis import kpis
from dash_app.components.charts.marks.ranked import SHARE
from dash_app.components.charts.orders.basket import ask_together, says_rules, together
from dash_app.components.charts.orders.trend import GRAIN, trend
from dash_app.components.charts.products import performance
from dash_app.components.charts.products.price_trend import price_trend
from dash_app.components.charts.products.shops import shops
from dash_app.pages.page import Page

PRODUCT = Page(
    path="/product",
    name="Product",
    icon="products",
    root="Products",
    back="/products",
    in_rail=False,
    lead="How it sells, where, at what price and with what.",
    cards=declare(
        [
            Card("kpis", kpis, name="product/kpis", area="figures", form=FIGURES, compares=True),
            Card(
                "orders/trend",
                trend,
                name="product/trend",
                area="wide",
                choices=(GRAIN,),
                title="How does it sell?",
                log=True,
            ),
            Card(
                "stores/sales",
                shops,
                name="product/stores",
                area="third",
                form=LIST,
                params=(("limit", "50"),),
                choices=(SHARE,),
                compares=True,
                title="Who sells it most?",
            ),
            Card(
                "products/price_trend",
                price_trend,
                name="product/prices",
                area="half",
                choices=(GRAIN,),
                title="What was paid for it?",
            ),
            Card(
                "products/performance",
                performance.cohort,
                name="product/cohort",
                area="half",
                choices=(performance.ALIGN, performance.MEASURE),
                asks=performance.ask_cohort,
                title="How does it do beside those launched in its year?",
                log=True,
            ),
            Card(
                "orders/basket",
                together,
                name="product/together",
                area="full",
                form=LIST,
                asks=ask_together,
                title="What is bought with it?",
                says=says_rules,
            ),
        ]
    ),
)
