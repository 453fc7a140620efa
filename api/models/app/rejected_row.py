"""Rows that a load turned away, to look at."""

from sqlalchemy import BigInteger, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from api.models.app.base import Base


class RejectedRow(Base):
    """One rejected record of a load; of each table and rule the first thousand, for the last loads only."""

    __tablename__ = "rejected_row"

    load_id: Mapped[str] = mapped_column(ForeignKey("load.load_id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(Integer, primary_key=True, comment="order to show them in")
    table_name: Mapped[str] = mapped_column(String(100), comment="canonical table it was meant for")
    rule: Mapped[str] = mapped_column(String(100), comment="name of the rule it broke")
    file: Mapped[str] = mapped_column(Text, comment="it came from")
    record: Mapped[int] = mapped_column(
        BigInteger, comment="number of the record in the file, from 1, header not counted"
    )
    content: Mapped[str] = mapped_column(Text, comment="the row as JSON")
