"""Canonical tables of what is sold, where, to whom."""

from data.loading.canonical.fields import (
    COORDINATES,
    PLACE,
    WHOLE_COORDINATES,
    Canonical,
    Reference,
    day,
    flag,
    identity,
    money,
    text,
    whole,
)

suppliers = Canonical(
    "suppliers",
    "who delivers the products",
    (identity("supplier_id"), text("name"), text("country")),
    key=("supplier_id",),
    merges=True,
)

customers = Canonical(
    "customers",
    "people who buy, with their homes",
    (
        identity("customer_id"),
        *COORDINATES,
        *PLACE,
        text("zipcode"),
        whole("age", "years", 0, 130),
        text("membership", "club status"),
        text("news_frequency", "how often fashion news are wanted"),
        day("joined_on"),
    ),
    key=("customer_id",),
    rules=WHOLE_COORDINATES,
    merges=True,
)

stores = Canonical(
    "stores",
    "shops, web shops and marketplace sellers",
    (
        identity("store_id"),
        text("name"),
        text("kind", "store, seller or web", one_of=("store", "seller", "web"), default="'store'"),
        *PLACE,
        text("zipcode"),
        *COORDINATES,
        day("opened_on"),
        day("closed_on"),
    ),
    key=("store_id",),
    rules=WHOLE_COORDINATES,
    merges=True,
)

products = Canonical(
    "products",
    "what is sold",
    (
        identity("sku"),
        text("name"),
        text("category"),
        text("product_group"),
        text("product_type"),
        text("index_group"),
        text("colour"),
        text("size"),
        money("price", "list price", 0),
        text("ingredients", "separated by commas"),
        day("launched_on"),
        text("supplier_id"),
        flag("is_fee", "postage, charges, vouchers: revenue, but no product"),
    ),
    key=("sku",),
    references=(Reference("supplier_id", "suppliers", "supplier"),),
    merges=True,
)
