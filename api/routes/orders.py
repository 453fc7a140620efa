"""Questions about orders."""

from api.routes.expose import area, expose
from api.services.orders.avg_items import avg_items
from api.services.orders.avg_value import avg_value
from api.services.orders.basket import basket
from api.services.orders.orders import orders
from api.services.orders.outliers import outliers
from api.services.orders.seasonal import seasonal
from api.services.orders.trend import trend
from api.services.orders.value_distribution import value_distribution
from api.services.orders.volatility import volatility

blueprint = area("orders")
expose(blueprint, orders)
expose(blueprint, trend)
expose(blueprint, seasonal)
expose(blueprint, volatility)
expose(blueprint, outliers)
expose(blueprint, avg_items)
expose(blueprint, avg_value)
expose(blueprint, value_distribution)
expose(blueprint, basket)
