"""What each known customer bought in the selection."""

from api.services.columns import Column
from api.services.sql import money, ratio
from api.services.units import Unit
from api.services.views import buyer

orders = Column("orders", Unit.COUNT, "Live orders of the customer.", buyer.c.orders)
revenue = Column("revenue", Unit.MONEY, "Amounts and freight of these orders, before returns.", money(buyer.c.gross))
order_value = Column("order_value", Unit.MONEY, "Revenue per order.", money(ratio(buyer.c.gross, buyer.c.orders)))
last_order = Column("last_order", Unit.DAY, "Day of the last one.", buyer.c.last_day)
