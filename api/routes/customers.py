"""Questions about customers."""

from api.routes.expose import area, expose
from api.services.customers.avg_order import avg_order
from api.services.customers.avg_order_distribution import avg_order_distribution
from api.services.customers.customers import customers
from api.services.customers.density import density
from api.services.customers.new_and_returning import new_and_returning
from api.services.customers.recurring import recurring
from api.services.customers.top import top

blueprint = area("customers")
expose(blueprint, customers)
expose(blueprint, density)
expose(blueprint, top)
expose(blueprint, avg_order)
expose(blueprint, avg_order_distribution)
expose(blueprint, recurring)
expose(blueprint, new_and_returning)
