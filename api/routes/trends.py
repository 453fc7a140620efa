"""Questions about how things change."""

from api.routes.expose import area, expose
from api.services.trends.growth import growth
from api.services.trends.peak_times import peak_times
from api.services.trends.seasonal import seasonal
from api.services.trends.warning import warning

blueprint = area("trends")
expose(blueprint, seasonal)
expose(
    blueprint,
    growth,
    fixed={"growth/order": {"measure": "orders"}, "growth/revenue": {"measure": "revenue"}},
)
expose(blueprint, peak_times)
expose(blueprint, warning)
