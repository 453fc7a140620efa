"""How many customers have which order value."""

from typing import Annotated, Any

from pydantic import Field
from sqlalchemy import Select

from api.services.analysis import Question, analysis
from api.services.columns import Column
from api.services.filters import PeopleFilters
from api.services.histogram import extent, histogram
from api.services.units import Unit
from api.services.views import buyer
from api.services.warehouse import Row

COLUMNS = (
    Column("from", Unit.MONEY, "Lower edge of the bin, which belongs to it."),
    Column("to", Unit.MONEY, "Upper edge, which belongs to the next bin; absent where the last bin takes all above."),
    Column("customers", Unit.COUNT, "Known people whose order value lies in the bin."),
    Column("share", Unit.SHARE, "Of the known customers of the selection."),
)


def _binned(rows: list[Row], question: Question) -> list[Row]:
    return histogram(rows, buyer, "customers", question)


@analysis(
    title="How is order value spread over the customers?",
    columns=COLUMNS,
    filters=PeopleFilters,
    requires=("orders", "known_customers"),
    refine=_binned,
    limit=None,
)
def avg_order_distribution(
    bins: Annotated[int, Field(ge=2, le=100, description="Most bins.", examples=[20])] = 20,
) -> Select[Any]:
    """Known customers by their revenue per order, in bins of equal, round width.

    The bins reach up to the order value that 99 of 100 customers stay below; the last one takes all above, so that a
    few very large buyers do not flatten the picture. Mean and median over the customers are in the summary.
    """
    return extent(buyer)
