"""The application database: what Whitespot itself remembers."""

from api.models.app.base import Base
from api.models.app.control_total import ControlTotal
from api.models.app.load import Load
from api.models.app.load_count import LoadCount
from api.models.app.rejected_row import RejectedRow

__all__ = ["Base", "ControlTotal", "Load", "LoadCount", "RejectedRow"]
