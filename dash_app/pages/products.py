"""Products: what sells, since when, at what price, with what."""

from dash_app.components.card import LIST, Card, declare
from dash_app.components.charts.marks.ranked import SHARE
from dash_app.components.charts.orders.basket import ask_together, says_rules, together
from dash_app.components.charts.products import performance, price_sales, sales
from dash_app.components.charts.products.avg_price import avg_price
from dash_app.components.charts.products.top import RANKING, best
from dash_app.pages.page import Page
from dash_app.scene import Scene
from dash_app.texts import marked


def title_of_together(scene: Scene) -> str:
    """Ask for the chosen product, or for any two."""
    chosen = scene.only("sku")
    return marked("What sells together with it?") if chosen else marked("Which products sell together?")


PRODUCTS = Page(
    path="/products",
    name="Products",
    icon="products",
    root="All products",
    lead="What sells, since when, at what price and with what. Choose one product to see what is bought with it.",
    cards=declare(
        [
            Card(
                "products/sales",
                sales.sales,
                area="wide",
                params=(("limit", "60"),),
                choices=(sales.BY, sales.LOOK, SHARE),
                compares=True,
                says=sales.says_share,
                colors=True,
            ),
            Card(
                "products/top",
                best,
                area="third",
                form=LIST,
                name="products/best",
                params=(("limit", "50"),),
                without=("sku",),
                choices=(RANKING, SHARE),
            ),
            Card(
                "products/performance",
                performance.performance,
                area="half",
                choices=(performance.ALIGN, performance.MEASURE),
                asks=performance.ask_performance,
                lead="All months since launch, whatever the period",
                says=performance.says_new,
                log=True,
            ),
            Card(
                "products/price_sales",
                price_sales.price_sales,
                area="half",
                params=price_sales.POINTS,
                choices=(price_sales.SCALE,),
                says=price_sales.says_answer,
            ),
            Card("products/avg_price", avg_price, area="full", log=True, colors=True),
            Card(
                "orders/basket",
                together,
                area="full",
                form=LIST,
                name="products/together",
                asks=ask_together,
                title=title_of_together,
                says=says_rules,
            ),
        ]
    ),
)
