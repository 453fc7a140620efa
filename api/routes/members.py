"""What can be filtered by."""

from api.routes.expose import area, expose
from api.services.members.members import members

blueprint = area("members")
expose(blueprint, members)
