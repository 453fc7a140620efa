"""Loading again: what is new is added, what is told again replaces, the same twice changes nothing."""

import pytest

from data.loading.errors import LoadError
from tests.data.loading.conftest import Shop

ORDERS = "order_id,ordered_at,customer_id,store_id\nO1,2024-01-01 10:00,C1,S1\nO2,2024-01-02 11:00,C2,S1\n"
ITEMS = "order_id,sku,quantity,unit_price\nO1,A,1,10\nO1,B,2,5\nO2,A,1,10\n"
CUSTOMERS = "customer_id,age,membership\nC1,30,gold\nC2,40,\n"
PAYMENTS = "order_id,method,value\nO1,card,20\nO2,cash,10\n"


def test_the_same_files_twice_change_nothing(shop: Shop) -> None:
    shop.load(shop.deliver(orders=ORDERS, order_items=ITEMS, customers=CUSTOMERS, payments=PAYMENTS))
    loaded_at = shop.value("SELECT loaded_at FROM dataset")
    again = shop.load(shop.deliver(orders=ORDERS, order_items=ITEMS, customers=CUSTOMERS, payments=PAYMENTS))
    assert (again.status, again.message, again.version) == ("unchanged", "nothing new", 1)
    assert (again.orders_new, again.orders_changed, again.orders_unchanged) == (0, 0, 2)
    assert (shop.version, shop.value("SELECT loaded_at FROM dataset")) == (1, loaded_at)
    assert [load.status for load in shop.ledger()] == ["unchanged", "published"]


def test_other_file_names_and_order_of_rows_change_nothing(shop: Shop) -> None:
    shop.load(shop.deliver(orders=ORDERS, order_items=ITEMS))
    header, first, second = ORDERS.splitlines()
    again = shop.load(shop.deliver(Orders__CSV=f"{header}\n{second}\n{first}\n", OrderItems__csv=ITEMS))
    assert again.status == "unchanged"


def test_an_overlapping_delivery_adds_what_is_new(shop: Shop) -> None:
    shop.load(shop.deliver(orders=ORDERS, order_items=ITEMS))
    later = shop.load(
        shop.deliver(
            orders=ORDERS.replace("O1,2024-01-01 10:00,C1,S1\n", "") + "O3,2024-01-03 12:00,C1,S1\n",
            order_items="order_id,sku,quantity,unit_price\nO2,A,1,10\nO3,C,1,7\n",
        )
    )
    assert (later.status, later.orders_new, later.orders_changed, later.orders_unchanged) == ("published", 1, 0, 1)
    assert shop.rows('SELECT order_id, amount FROM "order" ORDER BY 1') == [
        ("O1", 20_000_000),
        ("O2", 10_000_000),
        ("O3", 7_000_000),
    ]
    assert shop.rows("SELECT first_day::VARCHAR, second_day::VARCHAR FROM customer WHERE customer_id = 'C1'") == [
        ("2024-01-01", "2024-01-03")
    ]


def test_an_order_told_again_replaces_its_earlier_telling_with_all_lines(shop: Shop) -> None:
    shop.load(shop.deliver(orders=ORDERS, order_items=ITEMS, payments=PAYMENTS))
    later = shop.load(
        shop.deliver(
            orders="order_id,ordered_at,customer_id,store_id\nO1,2024-01-05 10:00,C1,S1\n",
            order_items="order_id,sku,quantity,unit_price\nO1,C,1,4\n",
        )
    )
    assert (later.orders_new, later.orders_changed, later.orders_unchanged) == (0, 1, 0)
    assert shop.rows(
        "SELECT sku, day::VARCHAR, amount FROM order_item JOIN product USING (product_key) ORDER BY ALL"
    ) == [("A", "2024-01-02", 10_000_000), ("C", "2024-01-05", 4_000_000)]
    assert shop.rows("SELECT day::VARCHAR, value FROM payment ORDER BY 1") == [
        ("2024-01-02", 10_000_000),
        ("2024-01-05", 20_000_000),  # nothing was said of payments, so they stay, on the order's new day
    ]


def test_lines_need_their_order_in_the_same_delivery(shop: Shop) -> None:
    shop.load(shop.deliver(orders=ORDERS, order_items=ITEMS))
    with pytest.raises(LoadError, match=r"order_items.csv, record 1: unknown_order_id; 1 of 1 rows"):
        shop.load(shop.deliver(order_items="order_id,sku\nO1,Z\n"))
    later = shop.load(shop.deliver(payments="order_id,value\nO1,20\n"))
    assert later.status == "published"
    assert shop.rows('SELECT order_id, value FROM payment JOIN "order" USING (order_key)') == [("O1", 20_000_000)]


def test_keys_stay_and_new_ones_follow_in_order_of_id(shop: Shop) -> None:
    shop.load(shop.deliver(orders=ORDERS, order_items=ITEMS))
    shop.load(
        shop.deliver(
            orders="order_id,ordered_at,customer_id,store_id\nA9,2024-01-05,B2,S1\nA8,2024-01-05,B1,S0\n",
            order_items="order_id,sku,unit_price\nA9,0,4\nA8,A,1\n",
        )
    )
    keys = {
        "order": [("O1", 1), ("O2", 2), ("A8", 3), ("A9", 4)],
        "customer": [("", 0), ("C1", 1), ("C2", 2), ("B1", 3), ("B2", 4)],
        "store": [("", 0), ("S1", 1), ("S0", 2)],
        "product": [("", 0), ("A", 1), ("B", 2), ("0", 3)],
    }
    for table, expected in keys.items():
        column = "sku" if table == "product" else f"{table}_id"
        assert shop.rows(f'SELECT {column}, {table}_key FROM "{table}" ORDER BY 2') == expected


def test_newer_attributes_count_and_blanks_erase_nothing(shop: Shop) -> None:
    shop.load(shop.deliver(orders=ORDERS, order_items=ITEMS, customers=CUSTOMERS))
    shop.load(shop.deliver(customers="customer_id,age,membership\nC1,31,\nC3,20,silver\n"))
    assert shop.rows("SELECT customer_id, age, membership FROM customer WHERE customer_key > 0 ORDER BY 1") == [
        ("C1", 31, "gold"),
        ("C2", 40, ""),
        ("C3", 20, "silver"),
    ]
    assert shop.value('SELECT count(*) FROM "order"') == 2


def test_another_source_replaces_everything(shop: Shop) -> None:
    shop.load(shop.deliver(orders=ORDERS, order_items=ITEMS))
    other = shop.deliver(
        orders="order_id,ordered_at\nX,2024-05-05\n",
        order_items="order_id,sku,unit_price\nX,Z,4\n",
        dataset__json='{"source": "other", "title": "Other", "currency": "EUR"}',
    )
    report = shop.load(other)
    assert (report.source, report.version) == ("other", 2)
    assert shop.rows('SELECT order_id, order_key FROM "order"') == [("X", 1)]
    assert shop.rows("SELECT source, title, currency FROM dataset") == [("other", "Other", "EUR")]


def test_replace_starts_anew(shop: Shop) -> None:
    shop.load(shop.deliver(orders=ORDERS, order_items=ITEMS))
    one = shop.deliver(orders="order_id,ordered_at\nX,2024-05-05\n", order_items="order_id,sku\nX,Z\n")
    report = shop.load(one, replace=True)
    assert (report.version, report.orders_new) == (2, 1)
    assert shop.rows('SELECT order_id FROM "order"') == [("X",)]


def test_a_rejected_row_told_again_is_listed_once(shop: Shop) -> None:
    items = ITEMS + "".join(f"O1,A,1,{price}\n" for price in range(20, 60)) + "O2,B,0,5\n"
    shop.load(shop.deliver(orders=ORDERS, order_items=items))
    assert shop.load(shop.deliver(orders=ORDERS, order_items=items)).status == "unchanged"
    later = ORDERS + "O3,2024-02-01 09:00,C1,S1\n"
    shop.load(shop.deliver(orders=later, order_items=items + "O3,A,1,1\n"))
    assert shop.rows("SELECT table_name, rule, file, record FROM rejected_row") == [
        ("order_items", "quantity_out_of_range", "order_items.csv", 44)
    ]


def test_credit_notes_stock_counts_and_contacts_replace_their_earlier_telling(shop: Shop) -> None:
    first = {
        "orders": ORDERS,
        "order_items": ITEMS,
        "returns": "return_id,returned_at,order_id,sku,amount\nR1,2024-01-08,O1,A,10\n",
        "inventory": "day,store_id,sku,on_hand\n2024-01-01,S1,A,5\n",
        "touchpoints": "touchpoint_id,touched_at,customer_id,cost\nT1,2024-01-01 08:00,C1,0.25\n",
    }
    shop.load(shop.deliver(**first))
    assert shop.load(shop.deliver(**first)).status == "unchanged"
    shop.load(
        shop.deliver(
            returns="return_id,returned_at,order_id,sku,amount\nR1,2024-01-08,O1,A,7\nR2,2024-01-09,O2,A,1\n",
            inventory="day,store_id,sku,on_hand\n2024-01-01,S1,A,6\n2024-01-02,S1,A,4\n",
            touchpoints="touchpoint_id,touched_at,customer_id,cost\nT1,2024-01-01 08:00,C1,0.5\n",
        )
    )
    assert shop.rows('SELECT return_id, amount, customer_key FROM "return" ORDER BY 1') == [
        ("R1", 7_000_000, 1),
        ("R2", 1_000_000, 2),
    ]
    assert shop.rows("SELECT day::VARCHAR, on_hand FROM inventory ORDER BY 1") == [("2024-01-01", 6), ("2024-01-02", 4)]
    assert shop.rows("SELECT touchpoint_id, cost FROM touchpoint") == [("T1", 500_000)]


def test_a_product_that_moves_to_another_category_takes_its_past_along(shop: Shop) -> None:
    products = "sku,name,category\nA,A,Classic\nB,B,Vegan\n"
    sums = (
        "SELECT category, category_lines, category_quantity, category_amount FROM order_item JOIN product"
        " USING (product_key) WHERE category_lines IS NOT NULL ORDER BY order_key, category"
    )
    shop.load(shop.deliver(orders=ORDERS, order_items=ITEMS, products=products))
    apart = [("Classic", 1, 1, 10_000_000), ("Vegan", 1, 2, 10_000_000), ("Classic", 1, 1, 10_000_000)]
    assert shop.rows(sums) == apart
    moved = shop.load(shop.deliver(products=products.replace("Vegan", "Classic")))
    assert (moved.status, moved.orders_changed) == ("published", 0)
    assert shop.rows(sums) == [("Classic", 2, 3, 20_000_000), ("Classic", 1, 1, 10_000_000)]
    again = shop.load(shop.deliver(orders=ORDERS, order_items=ITEMS, products=products))
    assert (again.status, again.orders_changed, again.orders_unchanged) == ("published", 0, 2)
    assert shop.rows(sums) == apart
