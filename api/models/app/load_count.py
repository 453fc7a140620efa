"""Where the rows of a load went."""

from sqlalchemy import BigInteger, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from api.models.app.base import Base


class LoadCount(Base):
    """How many rows of a file met one fate by one rule.

    Per file, read = kept + repaired + returned + rejected; `noted` rows are among those and were only remarked upon.
    """

    __tablename__ = "load_count"

    load_id: Mapped[str] = mapped_column(ForeignKey("load.load_id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(Integer, primary_key=True, comment="order to show them in")
    file: Mapped[str] = mapped_column(Text, comment="it came from; empty for rows a table got from elsewhere")
    table_name: Mapped[str] = mapped_column(String(100), comment="canonical table, empty for the file as a whole")
    outcome: Mapped[str] = mapped_column(String(20), comment="read, kept, repaired, returned, rejected or noted")
    rule: Mapped[str] = mapped_column(String(100), default="", comment="name of the rule, empty for all of them")
    rows: Mapped[int] = mapped_column(BigInteger)
