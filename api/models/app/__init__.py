"""The application database: what Whitespot itself remembers."""

from api.models.app.base import Base
from api.models.app.control_total import ControlTotal
from api.models.app.load import Load
from api.models.app.load_count import LoadCount

__all__ = ["Base", "ControlTotal", "Load", "LoadCount"]
