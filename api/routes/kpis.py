"""The headline figures."""

from api.routes.expose import area, expose
from api.services.kpis.kpis import kpis

blueprint = area("kpis")
expose(blueprint, kpis)
