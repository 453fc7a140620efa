"""Columns that name members of the dimensions."""

from api.models.warehouse import customer, place, product, store
from api.services.columns import Column
from api.services.units import Unit

store_id = Column("store", Unit.TEXT, "Id of the store or marketplace seller.", store.c.store_id)
store_name = Column("name", Unit.TEXT, "Name of the store.", store.c.name)
store_coordinates = tuple(
    Column(name, Unit.DEGREE, "Of the store; absent where the source does not say.", store.c[name])
    for name in ("latitude", "longitude")
)
city = Column("city", Unit.TEXT, "City.", place.c.city)
state = Column("state", Unit.TEXT, "State, as in addresses where it has a code.", place.c.state_code)
state_name = Column("state_name", Unit.TEXT, "State, in full.", place.c.state)
country = Column("country", Unit.TEXT, "Country, as the source names it.", place.c.country)
sku = Column("sku", Unit.TEXT, "Id of the product.", product.c.sku)
product_name = Column("name", Unit.TEXT, "Name of the product.", product.c.name)
product_size = Column("size", Unit.TEXT, "Its size; empty where products have none.", product.c.size)
category = Column("category", Unit.TEXT, "Product category.", product.c.category)
customer_id = Column("customer", Unit.TEXT, "Id of the customer.", customer.c.customer_id)
