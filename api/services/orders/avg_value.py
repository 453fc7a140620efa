"""Value of an order."""

from typing import Annotated, Any

from pydantic import Field
from sqlalchemy import Select

from api.services.analysis import analysis
from api.services.measures import by_order
from api.services.orders.per_order import By, Worth, columns, filled, per_order
from api.services.periods import Grain
from api.services.sql import money
from api.services.units import Unit
from api.services.warehouse import Dataset

_WORTH = Worth(lambda row: row.c.amount + row.c.freight, money)
_MEAN = by_order.order_value.named("value", "Mean: revenue per order.")


@analysis(
    title="How much is an order worth?",
    columns=columns(Unit.MONEY, _MEAN),
    refine=filled,
    limit=None,
)
def avg_value(
    data: Dataset,
    by: Annotated[By, Field(description="What orders are told apart by.", examples=["store"])] = By.PERIOD,
    grain: Annotated[Grain, Field(description="Length of the periods.", examples=["month"])] = Grain.MONTH,
) -> Select[Any]:
    """Revenue per order with median and quartiles, over time or by store, state of sale or category.

    value = revenue / orders. By category an order counts in each of its categories, with the lines of that category
    alone; by store likewise where several sellers share an order. Quartiles interpolate linearly between orders.
    """
    return per_order(_WORTH, by, grain, data)
