"""A column of an answer: one declaration for JSON, CSV, tooltips, formats and documentation."""

from dataclasses import dataclass, replace
from typing import Any, Self

from sqlalchemy import ColumnElement, Label

from api.services.units import Unit


@dataclass(frozen=True)
class Column:
    """Name, unit and meaning of one column, and where it can be selected its SQL.

    words : those of Whitespot among its values, which are said in the reader's language.
    """

    name: str
    unit: Unit
    description: str
    expression: ColumnElement[Any] | None = None
    words: tuple[str, ...] = ()

    @property
    def sql(self) -> Label[Any]:
        """The expression under the column's name."""
        if self.expression is None:
            raise TypeError(f"column {self.name} has no SQL of its own")
        return self.expression.label(self.name)

    def of(self, expression: ColumnElement[Any]) -> Self:
        """Declare the same column with this SQL."""
        return replace(self, expression=expression)

    def named(self, name: str, description: str = "") -> Self:
        """Declare the same measure under another name."""
        return replace(self, name=name, description=description or self.description)
