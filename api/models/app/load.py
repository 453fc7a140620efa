"""Loads of the warehouse."""

from datetime import datetime

from sqlalchemy import BigInteger, DateTime, Double, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from api.models.app.base import Base
from api.models.app.control_total import ControlTotal
from api.models.app.load_count import LoadCount


class Load(Base):
    """One run of `python -m data load`, however it ended."""

    __tablename__ = "load"

    load_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    warehouse: Mapped[str] = mapped_column(Text, comment="its URL, without the password")
    source: Mapped[str] = mapped_column(String(100))
    folder: Mapped[str] = mapped_column(Text)
    status: Mapped[str] = mapped_column(String(20), comment="running, published, unchanged, refused or failed")
    message: Mapped[str] = mapped_column(Text, default="", comment="one sentence for people")
    version: Mapped[int | None] = mapped_column(BigInteger, comment="of the warehouse that readers see after it")
    started_at: Mapped[datetime] = mapped_column(DateTime, index=True, comment="UTC")
    seconds: Mapped[float | None] = mapped_column(Double)
    orders_new: Mapped[int] = mapped_column(BigInteger, default=0)
    orders_changed: Mapped[int] = mapped_column(BigInteger, default=0)
    orders_unchanged: Mapped[int] = mapped_column(BigInteger, default=0)

    counts: Mapped[list[LoadCount]] = relationship(
        order_by=LoadCount.position, cascade="all, delete-orphan", lazy="selectin"
    )
    control_totals: Mapped[list[ControlTotal]] = relationship(
        order_by=ControlTotal.position, cascade="all, delete-orphan", lazy="selectin"
    )
