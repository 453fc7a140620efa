"""Questions about products."""

from api.routes.expose import area, expose
from api.services.products.avg_price import avg_price
from api.services.products.performance import performance
from api.services.products.price_sales import price_sales
from api.services.products.price_trend import price_trend
from api.services.products.sales import sales
from api.services.products.top import top

blueprint = area("products")
expose(blueprint, top)
expose(blueprint, sales, aliases=["revenue"])
expose(blueprint, avg_price)
expose(blueprint, price_sales)
expose(blueprint, price_trend)
expose(blueprint, performance)
