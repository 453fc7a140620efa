"""Questions about places."""

from api.routes.expose import area, expose
from api.services.geo.assignment import assignment
from api.services.geo.distance import distance
from api.services.geo.low_penetration import low_penetration
from api.services.geo.potential_locations import potential_locations
from api.services.geo.site import site
from api.services.geo.white_spot import white_spot

blueprint = area("geo")
expose(blueprint, distance)
expose(blueprint, assignment)
expose(blueprint, potential_locations)
expose(blueprint, low_penetration)
expose(blueprint, white_spot)
expose(blueprint, site)
