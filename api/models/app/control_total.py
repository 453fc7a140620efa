"""Sums that must come out the same before and after a load."""

from decimal import Decimal

from sqlalchemy import ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from api.models.app.base import Base


class ControlTotal(Base):
    """One figure as the source states it and as it was loaded; text, so that no digit is lost on any engine."""

    __tablename__ = "control_total"

    load_id: Mapped[str] = mapped_column(ForeignKey("load.load_id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(Integer, primary_key=True, comment="order to show them in")
    name: Mapped[str] = mapped_column(Text)
    expected: Mapped[str] = mapped_column(String(50), comment="from the files as they are")
    found: Mapped[str] = mapped_column(String(50), comment="from the tables handed to the warehouse")

    @property
    def agrees(self) -> bool:
        """Whether nothing was lost or added."""
        return Decimal(self.expected) == Decimal(self.found)
