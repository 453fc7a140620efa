"""Questions about stores."""

from api.routes.expose import area, expose
from api.services.stores.customer_reach import customer_reach
from api.services.stores.distance import distance
from api.services.stores.places import places
from api.services.stores.product_sales import product_sales
from api.services.stores.sales import sales
from api.services.stores.sales_by_state import sales_by_state
from api.services.stores.sales_trend import sales_trend
from api.services.stores.stores import stores

blueprint = area("stores")
expose(blueprint, stores)
expose(blueprint, places)
expose(blueprint, sales, aliases=["revenue"])
expose(blueprint, sales_trend, aliases=["revenue_trend"])
expose(blueprint, sales_by_state, aliases=["revenue_by_state"])
expose(blueprint, customer_reach)
expose(blueprint, product_sales)
expose(blueprint, distance)
