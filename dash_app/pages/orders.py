"""Orders: how they develop, when they come, what they are worth, which stand out, what is in them."""

from dash_app.components.card import LIST, Card, declare
from dash_app.components.charts.marks.ranked import SHARE
from dash_app.components.charts.orders import basket, outliers, per_order, seasonal, volatility
from dash_app.components.charts.orders.orders import orders
from dash_app.components.charts.orders.trend import GRAIN, trend
from dash_app.components.charts.orders.value_distribution import says_middle, value_distribution
from dash_app.pages.page import Page

ORDERS = Page(
    path="/orders",
    name="Orders",
    icon="orders",
    root="All orders",
    lead="How orders develop, when they come, what they are worth and what is in them.",
    cards=declare(
        [
            Card("orders/trend", trend, area="full", name="orders/over-time", choices=(GRAIN,), log=True),
            Card(
                "orders/seasonal", seasonal.seasonal, area="full", choices=(seasonal.PATTERN,), says=seasonal.says_when
            ),
            Card(
                "orders/avg_value",
                per_order.per_order,
                area="half",
                choices=(per_order.BY,),
                asks=per_order.ask_per_order("orders/avg_value"),
                log=True,
                colors=True,
            ),
            Card(
                "orders/avg_items",
                per_order.per_order,
                area="half",
                choices=(per_order.BY,),
                asks=per_order.ask_per_order("orders/avg_items"),
                colors=True,
            ),
            Card(
                "orders/value_distribution",
                value_distribution,
                area="half",
                choices=(SHARE,),
                says=says_middle,
                log=True,
            ),
            Card(
                "orders/volatility",
                volatility.volatility,
                area="half",
                form=LIST,
                params=(("min_weeks", "4"), ("limit", "50")),
                choices=(volatility.LEVEL,),
                says=volatility.says_swing,
            ),
            Card(
                "orders/basket",
                basket.basket,
                area="full",
                form=LIST,
                params=(("limit", "100"),),
                choices=(basket.BY, basket.SUPPORT, basket.CONFIDENCE),
                says=basket.says_rules,
            ),
            Card(
                "orders/outliers",
                outliers.outliers,
                area="full",
                form=LIST,
                params=(("limit", "100"),),
                choices=(outliers.AMONG,),
                says=outliers.says_how_many,
            ),
            Card("orders", orders, area="full", form=LIST, params=(("limit", "50"),), title="Which were the last?"),
        ]
    ),
)
