"""The canonical layout: what each column means, what is repaired, what is rejected."""

import json

import duckdb
import pytest
from sqlalchemy import create_engine, func, select
from sqlalchemy.pool import NullPool

from api.models.warehouse import order_item
from api.models.warehouse.versions import version_url
from data.loading.enriching.capabilities import TESTS
from data.loading.load import load
from data.loading.report import LoadReport
from tests.data.loading.conftest import Shop

STORES = "store_id,kind,country,state_code,state,city\nS1,store,US,CA,,Fresno\nW1,web,,,,\n"
CUSTOMERS = "customer_id,country,state_code,city\nC1,US,NV,Reno\nC2,Brazil,SP,Campinas\n"
ORDERS = "order_id,ordered_at,customer_id,store_id\n"


def test_defaults(shop: Shop) -> None:
    shop.load(
        shop.deliver(
            products="sku,price\nA,2.50\nB,\n",
            orders=ORDERS + "O1,2024-01-01,C1,S1\n",
            order_items="order_id,sku\nO1,A\nO1,B\nO1,A\n",
            payments="order_id,value\nO1,3\nO1,2\n",
            returns="return_id,returned_at,order_id,amount\nR1,2024-02-01,O1,2.5\n",
        )
    )
    assert shop.rows("SELECT line_number, quantity, unit_price, discount, freight, amount FROM order_item") == [
        (1, 1, 2_500_000, 0, 0, 2_500_000),
        (2, 1, 0, 0, 0, 0),
        (3, 1, 2_500_000, 0, 0, 2_500_000),
    ]
    assert shop.rows('SELECT live, line_count, quantity, amount, total FROM "order"') == [(True, 3, 3, 5_000_000, None)]
    assert shop.rows("SELECT sequence, instalments, value FROM payment ORDER BY 1") == [
        (1, 1, 3_000_000),
        (2, 1, 2_000_000),
    ]
    assert shop.rows('SELECT customer_key, store_key, product_key, quantity FROM "return"') == [(1, 1, 0, 1)]


def test_amounts_are_exact_to_the_sixth_decimal_however_large(shop: Shop) -> None:
    amounts = ["999999999999.999999", "-0.000001", "1234567.1", "1e3", "0.0000005"]
    shop.load(
        shop.deliver(
            orders=ORDERS + "O1,2024-01-01,,\n",
            payments="order_id,value\n" + "".join(f"O1,{amount}\n" for amount in amounts),
        )
    )
    assert [value for (value,) in shop.rows("SELECT value FROM payment ORDER BY sequence")] == [
        999_999_999_999_999_999,
        -1,
        1_234_567_100_000,
        1_000_000_000,
        1,
    ]


def test_discount_and_freight(shop: Shop) -> None:
    shop.load(
        shop.deliver(
            orders=ORDERS + "O1,2024-01-01,,\n",
            order_items="order_id,sku,quantity,unit_price,discount,freight\nO1,A,3,9.99,0.5,4\n",
        )
    )
    assert shop.rows('SELECT amount, freight FROM "order"') == [(29_470_000, 4_000_000)]


def test_the_place_of_sale_is_the_shop_or_the_buyers_home(shop: Shop) -> None:
    shop.load(
        shop.deliver(
            stores=STORES,
            customers=CUSTOMERS,
            orders="order_id,ordered_at,customer_id,store_id,country,city\n"
            "O1,2024-01-01,C1,S1,,\nO2,2024-01-01,C1,W1,,\nO3,2024-01-01,,W1,,\nO4,2024-01-01,C1,S1,France,Lyon\n",
            order_items="order_id,sku\nO1,A\nO2,A\nO3,A\nO4,A\n",
        )
    )
    assert shop.rows(
        'SELECT order_id, country_code, state, city FROM "order" JOIN place USING (place_key) ORDER BY order_id'
    ) == [
        ("O1", "US", "California", "Fresno"),
        ("O2", "US", "Nevada", "Reno"),
        ("O3", "", "", ""),
        ("O4", "FR", "", "Lyon"),
    ]
    assert shop.rows(
        "SELECT country, country_code, state, state_code FROM place JOIN customer USING (place_key) "
        "WHERE customer_id = 'C2'"
    ) == [("Brazil", "BR", "São Paulo", "SP")]


def test_lines_of_several_sellers_split_an_order(shop: Shop) -> None:
    shop.load(
        shop.deliver(
            orders="order_id,ordered_at\nO1,2024-01-01\nO2,2024-01-02\n",
            order_items="order_id,sku,store_id\nO1,A,S1\nO1,A,S2\nO2,A,S2\n",
        )
    )
    assert shop.rows('SELECT order_id, store_id FROM "order" JOIN store USING (store_key) ORDER BY 1') == [
        ("O1", ""),
        ("O2", "S2"),
    ]
    assert shop.value("SELECT split_orders FROM dataset")


def test_only_live_orders_make_a_first_day(shop: Shop) -> None:
    shop.load(
        shop.deliver(
            orders="order_id,ordered_at,customer_id,live\nO1,2024-01-01,C1,false\nO2,2024-01-02,C1,true\n"
            "O3,2024-01-02,C1,yes\nO4,2024-01-09,C1,1\n",
            order_items="order_id,sku\nO1,A\nO2,A\nO3,A\nO4,A\n",
        )
    )
    assert shop.rows("SELECT first_day::VARCHAR, second_day::VARCHAR FROM customer WHERE customer_key = 1") == [
        ("2024-01-02", "2024-01-02")
    ]
    assert shop.rows("SELECT first_day::VARCHAR, as_of::VARCHAR FROM dataset") == [("2024-01-01", "2024-01-09")]


@pytest.mark.parametrize("form", ["json", "parquet", "csv.gz"])
def test_other_formats_say_the_same(shop: Shop, form: str) -> None:
    folder = shop.deliver(order_items="order_id,sku,quantity\n007,1,2\n")
    target = folder / f"orders.{form}"
    with duckdb.connect() as connection:
        rows = "SELECT '007' AS order_id, TIMESTAMP '2024-01-01 10:30:00' AS ordered_at, 12.5 AS total"
        options = "(FORMAT csv, COMPRESSION gzip)" if form == "csv.gz" else f"(FORMAT {form})"
        connection.execute(f"COPY ({rows}) TO '{target}' {options}")
    shop.load(folder)
    assert shop.rows('SELECT order_id, hour, quantity, total FROM "order"') == [("007", 10, 2, 12_500_000)]


def test_json_as_services_give_it(shop: Shop) -> None:
    rows = [{"order_id": "7", "ordered_at": "2024-01-01T10:30:00", "customer_id": "0042", "extra": {"a": [1]}}]
    folder = shop.deliver(orders__json=json.dumps(rows), order_items="order_id,sku\n7,A\n")
    shop.load(folder)
    assert shop.rows('SELECT order_id, customer_id FROM "order" JOIN customer USING (customer_key)') == [("7", "0042")]


def test_wrong_attributes_are_blanked_by_named_rules(shop: Shop) -> None:
    report = shop.load(
        shop.deliver(
            customers="customer_id,latitude,longitude,age,joined_on\n"
            "C1,95,10,30,2020-02-30\nC2,10,,200,2020-02-28\nC3,0,0,12.5,\nC4,-23.5,-46.6,44,2020-02-29\n",
            stores="store_id,kind\nS1,kiosk\nS2,WEB\n",
        )
    )
    repaired = {c.rule: c.rows for c in report.counts if c.outcome == "repaired"}
    assert repaired == {
        "latitude_out_of_range + unreadable_joined_on + half_a_coordinate": 1,
        "age_out_of_range + half_a_coordinate": 1,
        "unreadable_age + coordinates_zero": 1,
        "unknown_kind": 1,
    }
    assert shop.rows("SELECT latitude, age, joined_on::VARCHAR FROM customer WHERE customer_key > 0") == [
        (None, 30, None),
        (None, None, "2020-02-28"),
        (None, None, None),
        (-23.5, 44, "2020-02-29"),
    ]
    assert shop.rows("SELECT store_id, kind FROM store WHERE store_key > 0") == [("S1", "store"), ("S2", "web")]


BAD_LINES = {
    "no_sku": "O1,,1,1",
    "quantity_out_of_range": "O1,A,0,1",
    "unreadable_quantity": "O1,A,1.5,1",
    "unreadable_unit_price": 'O1,A,1,"1,50"',
    "unit_price_out_of_range": "O1,A,1,-1",
    "amount_out_of_range": "O1,A,1000000000,999999999",
    "unknown_order_id": "O9,A,1,1",
    "unknown_sku": "O1,Z,1,1",
}


@pytest.mark.parametrize("rule", BAD_LINES)
def test_a_line_that_cannot_be_true_is_rejected_with_its_reason(shop: Shop, rule: str) -> None:
    good = "O1,A,1,1\n" * 30
    report = shop.load(
        shop.deliver(
            products="sku\nA\n",
            orders=ORDERS + "O1,2024-01-01,,\n",
            order_items=f"order_id,sku,quantity,unit_price\n{good}{BAD_LINES[rule]}\n",
        )
    )
    assert [(c.rule, c.rows) for c in report.counts if c.outcome == "rejected"] == [(rule, 1)]
    ((table, found, file, record, content),) = shop.rows("SELECT * FROM rejected_row")
    assert (table, found, file, record) == ("order_items", rule, "order_items.csv", 31)
    order_id, sku, quantity, *price = BAD_LINES[rule].replace('"', "").split(",", 3)
    row = json.loads(content)
    assert (row["order_id"], row["sku"] or "", row["quantity"], row["unit_price"]) == (order_id, sku, quantity, *price)
    assert shop.value("SELECT sum(amount) FROM order_item") == 30_000_000


def test_a_repeated_key_is_one_order(shop: Shop) -> None:
    many = "".join(f"N{n},2024-01-01,,\n" for n in range(30))
    report = shop.load(
        shop.deliver(orders=ORDERS + many + "O1,2024-01-01,,\nO1,2024-01-02,,\n", order_items="order_id,sku\nO1,A\n")
    )
    assert [(c.rule, c.rows) for c in report.counts if c.outcome == "rejected"] == [("repeated_key", 1)]
    assert shop.value("SELECT day::VARCHAR FROM \"order\" WHERE order_id = 'O1'") == "2024-01-02"


def test_a_person_told_twice_is_one_person_as_told_last(shop: Shop) -> None:
    report = shop.load(shop.deliver(customers="customer_id,age\nC1,30\nC2,40\nC1,31\n"))
    assert [(c.outcome, c.rule, c.rows) for c in report.counts if c.table == "customers"] == [
        ("kept", "", 2),
        ("repaired", "told_again", 1),
    ]
    assert shop.rows("SELECT customer_id, age FROM customer WHERE customer_key > 0 ORDER BY 1") == [
        ("C1", 31),
        ("C2", 40),
    ]


def test_ids_without_a_file_of_their_own_become_members(shop: Shop) -> None:
    shop.load(shop.deliver(orders=ORDERS + "O1,2024-01-01,C1,S1\n", order_items="order_id,sku\nO1,A\n"))
    assert shop.rows("SELECT customer_id FROM customer") == [("",), ("C1",)]
    assert shop.rows("SELECT store_id FROM store") == [("",), ("S1",)]
    assert shop.rows("SELECT sku FROM product") == [("",), ("A",)]


def test_points_get_their_state_city_cell_and_nearest_store(shop: Shop) -> None:
    shop.load(
        shop.deliver(
            customers="customer_id,latitude,longitude\nC1,39.53,-119.81\nC2,36.74,-119.78\n",
            stores="store_id,latitude,longitude\nS2,36.7,-119.7\nS1,36.7,-119.7\nS3,39.5,-119.8\n",
        )
    )
    assert shop.rows(
        "SELECT customer_id, country_code, state_code, city, store_id, round(nearest_store_km, 1) "
        "FROM customer AS c JOIN place USING (place_key) JOIN store AS s ON s.store_key = nearest_store_key "
        "WHERE customer_key > 0 ORDER BY 1"
    ) == [("C1", "US", "NV", "Reno", "S3", 3.4), ("C2", "US", "CA", "Fresno", "S1", 8.4)]
    assert shop.value("SELECT count(DISTINCT cell) FROM customer") == 2


def test_a_store_that_opens_becomes_the_nearest(shop: Shop) -> None:
    shop.load(
        shop.deliver(
            customers="customer_id,latitude,longitude\nC1,39.53,-119.81\n",
            stores="store_id,latitude,longitude\nS1,36.7,-119.7\n",
        )
    )
    shop.load(shop.deliver(stores="store_id,latitude,longitude\nS2,39.5,-119.8\n"))
    nearest = "SELECT store_id FROM customer JOIN store ON store.store_key = nearest_store_key WHERE customer_key = 1"
    assert shop.value(nearest) == "S2"


def test_the_calendar_covers_whole_years_with_holidays(shop: Shop) -> None:
    shop.load(
        shop.deliver(
            stores=STORES,
            orders=ORDERS + "O1,2023-12-31 23:59,,S1\nO2,2024-03-01,,S1\n",
            order_items="order_id,sku\nO1,A\nO2,A\n",
        )
    )
    assert shop.rows("SELECT count(*), min(day)::VARCHAR, max(day)::VARCHAR FROM calendar") == [
        (365 + 366, "2023-01-01", "2024-12-31")
    ]
    assert shop.rows(
        "SELECT week::VARCHAR, month::VARCHAR, quarter::VARCHAR, year::VARCHAR, month_of_year, weekday, holiday "
        "FROM calendar WHERE day = '2024-07-04'"
    ) == [("2024-07-01", "2024-07-01", "2024-07-01", "2024-01-01", 7, 4, "Independence Day")]


def test_capabilities_come_from_the_data(shop: Shop) -> None:
    everything = {
        "suppliers": "supplier_id,name\nP1,Dough Ltd\n",
        "customers": "customer_id,latitude,longitude,country,state_code,city,age,membership\n"
        "C1,36.7,-119.7,US,CA,Fresno,30,gold\n",
        "stores": "store_id,latitude,longitude,country,state_code,city\nS1,36.7,-119.7,US,CA,Fresno\n",
        "products": "sku,category,size,price,launched_on,ingredients\nA,Classic,Small,5,2020-01-01,Basil\n",
        "orders": "order_id,ordered_at,customer_id,store_id,channel,delivered_at\n"
        "O1,2024-01-01 10:00,C1,S1,web,2024-01-02\n",
        "order_items": "order_id,sku\nO1,A\n",
        "payments": "order_id,value\nO1,5\n",
        "reviews": "review_id,order_id,created_at,score\nR1,O1,2024-01-03,5\n",
        "returns": "return_id,returned_at,amount\nR1,2024-01-08,1\n",
        "inventory": "day,store_id,sku,on_hand\n2024-01-01,S1,A,1\n",
        "touchpoints": "touchpoint_id,touched_at,customer_id\nT1,2024-01-01,C1\n",
    }
    shop.load(shop.deliver(**everything))
    assert shop.value("SELECT capabilities FROM dataset").split() == list(TESTS)
    shop.load(
        shop.deliver(orders="order_id,ordered_at\nX,2024-01-01\n", order_items="order_id,sku\nX,A\n"), replace=True
    )
    assert shop.value("SELECT capabilities FROM dataset") == "orders"


def test_it_loads_into_every_engine(shop: Shop, warehouse_url: str) -> None:
    files = {"orders": ORDERS + "O1,2024-01-01,C1,S1\nO2,2024-01-02,C1,S1\n"}
    files["order_items"] = "order_id,sku,unit_price\nO1,A,1.25\nO2,B,2.5\n"

    def deliver(files: dict[str, str]) -> LoadReport:
        folder = shop.deliver(**files)
        return load("canonical", folder, warehouse_url=warehouse_url, database_url=shop.database_url)

    assert deliver(files).status == "published"
    assert deliver(files).status == "unchanged"
    later = {"orders": ORDERS + "O3,2024-01-03,C2,S1\n", "order_items": "order_id,sku,unit_price\nO3,A,4\n"}
    report = deliver(later)
    assert (report.version, report.orders_new) == (2, 1)
    with create_engine(version_url(warehouse_url, 2), poolclass=NullPool).connect() as connection:
        assert connection.execute(select(func.sum(order_item.c.amount))).scalar() == 7_750_000
