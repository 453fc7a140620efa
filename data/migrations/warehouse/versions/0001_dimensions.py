"""Dimensions, and what the data set says about itself."""

from alembic import op

from data.migrations.warehouse.kinds import DAY, FLAG, MOMENT, NUMBER, SMALL, TEXT, WHOLE, always, create_table, maybe

revision = "0001"
down_revision = None


def upgrade() -> None:
    _calendar()
    _customer()
    _dataset()
    _place()
    _product()
    _rejected_row()
    _settlement()
    _store()
    _supplier()


def downgrade() -> None:
    for name in (
        "calendar",
        "customer",
        "dataset",
        "place",
        "product",
        "rejected_row",
        "settlement",
        "store",
        "supplier",
    ):
        op.drop_table(name)


def _calendar() -> None:
    create_table(
        "calendar",
        "one row per day, from the first January to the last 31 December the data touches",
        ["day"],
        always("day", DAY),
        always("week", DAY, "Monday of its week"),
        always("month", DAY, "first of its month"),
        always("quarter", DAY, "first of its quarter"),
        always("year", DAY, "first of January"),
        always("month_of_year", SMALL, "1 to 12"),
        always("weekday", SMALL, "1 Monday to 7 Sunday"),
        always("holiday", TEXT, "public holiday of the data's main country, or empty"),
    )


def _customer() -> None:
    create_table(
        "customer",
        "one row per known person; 0 is the guest",
        ["customer_key"],
        always("customer_key", WHOLE),
        always("customer_id", TEXT, "the source's id"),
        always("place_key", WHOLE, "home"),
        maybe("latitude", NUMBER, "degrees, home"),
        maybe("longitude", NUMBER, "degrees, home"),
        maybe("cell", WHOLE, "H3 cell of resolution 9, home"),
        always("nearest_store_key", WHOLE, "of the stores with coordinates; ties: the smallest store id"),
        maybe("nearest_store_km", NUMBER, "great circle"),
        always("settlement_key", WHOLE, "nearest populated place, 0 where the home is unknown"),
        maybe("age", SMALL, "years"),
        always("membership", TEXT, "club status"),
        always("news_frequency", TEXT, "how often fashion news are wanted"),
        maybe("joined_on", DAY),
        maybe("first_day", DAY, "day of the first live order ever"),
        maybe("second_day", DAY, "day of the second live order ever"),
    )


def _dataset() -> None:
    create_table(
        "dataset",
        "exactly one row",
        ["version"],
        always("version", WHOLE, "counts up with every publish"),
        always("source", TEXT, "name of the source it was loaded from"),
        always("title", TEXT, "for people"),
        always("currency", TEXT, "ISO 4217"),
        always("loaded_at", MOMENT, "UTC"),
        maybe("first_day", DAY, "of its orders"),
        maybe("as_of", DAY, "last day of its orders"),
        always("split_orders", FLAG, "an order may have lines of several stores"),
        always("capabilities", TEXT, "names of what it holds, separated by blanks"),
        always("load_id", TEXT, "of the ledger"),
    )


def _place() -> None:
    create_table(
        "place",
        "one row per country, state and city that occurs; 0 is unknown",
        ["place_key"],
        always("place_key", WHOLE),
        always("country", TEXT, "as the source names it"),
        always("country_code", TEXT, "ISO 3166-1 alpha-2"),
        always("state", TEXT, "full name"),
        always("state_code", TEXT, "as used in addresses: CA, SP"),
        always("city", TEXT),
        maybe("latitude", NUMBER, "degrees"),
        maybe("longitude", NUMBER, "degrees"),
        maybe("area_km2", NUMBER, "of its state, of its country where it has no state"),
    )


def _product() -> None:
    create_table(
        "product",
        "one row per product; 0 is unknown",
        ["product_key"],
        always("product_key", WHOLE),
        always("sku", TEXT, "the source's id"),
        always("name", TEXT),
        always("category", TEXT),
        always("product_group", TEXT, "garment group and the like"),
        always("product_type", TEXT),
        always("index_group", TEXT),
        always("colour", TEXT),
        always("size", TEXT),
        maybe("list_price", WHOLE),
        always("ingredients", TEXT, "separated by commas"),
        maybe("launched_on", DAY),
        always("supplier_key", WHOLE),
        always("is_fee", FLAG, "postage, charges, vouchers: part of revenue, not of product rankings"),
    )


def _rejected_row() -> None:
    create_table(
        "rejected_row",
        "one row per rejected record",
        ["table_name", "rule", "record"],
        always("table_name", TEXT, "canonical table it was meant for"),
        always("rule", TEXT, "name of the rule it broke"),
        always("file", TEXT, "it came from"),
        always("record", WHOLE, "number of the record in the file, from 1, header not counted"),
        always("content", TEXT, "the row as JSON"),
    )


def _settlement() -> None:
    create_table(
        "settlement",
        "one row per populated place; none where no home or store has coordinates; 0 is unknown",
        ["settlement_key"],
        always("settlement_key", WHOLE, "GeoNames id"),
        always("name", TEXT),
        always("country_code", TEXT, "ISO 3166-1 alpha-2"),
        always("state_code", TEXT, "as used in addresses, empty where unknown"),
        maybe("latitude", NUMBER, "degrees"),
        maybe("longitude", NUMBER, "degrees"),
        always("population", WHOLE, "inhabitants"),
        always("nearest_store_key", WHOLE, "of the stores with coordinates; ties: the smallest store id"),
        maybe("nearest_store_km", NUMBER, "great circle"),
    )


def _store() -> None:
    create_table(
        "store",
        "one row per store or seller; 0 is unknown or several",
        ["store_key"],
        always("store_key", WHOLE),
        always("store_id", TEXT, "the source's id"),
        always("name", TEXT),
        always("kind", TEXT, "store, seller or web"),
        always("place_key", WHOLE),
        always("zipcode", TEXT),
        maybe("latitude", NUMBER, "degrees"),
        maybe("longitude", NUMBER, "degrees"),
        maybe("opened_on", DAY),
        maybe("closed_on", DAY),
    )


def _supplier() -> None:
    create_table(
        "supplier",
        "one row per supplier; 0 is unknown",
        ["supplier_key"],
        always("supplier_key", WHOLE),
        always("supplier_id", TEXT, "the source's id"),
        always("name", TEXT),
        always("country", TEXT),
    )
