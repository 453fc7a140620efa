"""The Olist marketplace, against pandas over the published files."""

import unicodedata
from collections.abc import Callable
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest

from tests.data.sources.conftest import Loaded

pytestmark = pytest.mark.datasets
Read = Callable[[str], pd.DataFrame]


@pytest.fixture(scope="module")
def market(loaded: Callable[[str, str], Loaded]) -> Loaded:
    return loaded("olist", "olist_sample")


@pytest.fixture(scope="module")
def raw(market: Loaded) -> Read:
    def read(name: str) -> pd.DataFrame:
        return pd.read_csv(market.folder / f"{name}.csv", dtype=str, keep_default_na=False, encoding="utf-8-sig")

    return read


def millionths(texts: pd.Series) -> int:
    return sum(int(Decimal(text) * 1_000_000) for text in texts)


def test_every_row_of_every_file_is_accounted_for(market: Loaded) -> None:
    read = {c.file: c.rows for c in market.report.counts if c.outcome == "read"}
    fates = pd.DataFrame([c.__dict__ for c in market.report.counts])
    fates = fates[fates["outcome"].isin(["kept", "repaired", "returned", "rejected"])]
    assert fates.groupby("file")["rows"].sum().to_dict() == read
    assert read["olist_geolocation_dataset.csv"] == 45_928
    assert len(read) == 9


def test_items_and_payments_match_the_control_totals(market: Loaded, raw: Read) -> None:
    items, payments = raw("olist_order_items_dataset"), raw("olist_order_payments_dataset")
    assert market.value("SELECT sum(amount) FROM order_item") == millionths(items["price"]) == 1_093_264_350_000
    assert market.value("SELECT sum(freight) FROM order_item") == millionths(items["freight_value"]) == 172_288_390_000
    assert market.value("SELECT sum(value) FROM payment") == millionths(payments["payment_value"]) == 1_428_602_810_000
    assert market.value("SELECT count(*) FROM order_item") == len(items) == 8_365
    assert market.value("SELECT count(*) FROM payment") == len(payments) == 8_924


def test_prices_are_exact_to_the_cent(market: Loaded, raw: Read) -> None:
    items = raw("olist_order_items_dataset").sort_values(["order_id", "order_item_id"])
    found = market.frame(
        'SELECT order_id, line_number, unit_price FROM order_item JOIN "order" USING (order_key) ORDER BY ALL'
    )
    assert found["unit_price"].tolist() == [int(Decimal(text) * 1_000_000) for text in items["price"]]


def test_a_customer_is_a_person(market: Loaded, raw: Read) -> None:
    assert market.value("SELECT count(*) FROM customer WHERE customer_key <> 0") == 8_016
    assert raw("olist_customers_dataset")["customer_unique_id"].nunique() == 8_016
    assert market.rows("repaired", "customers", "told_again") == 8_135 - 8_016


def test_home_is_where_the_latest_order_went(market: Loaded, raw: Read) -> None:
    orders = raw("olist_orders_dataset").merge(raw("olist_customers_dataset"), on="customer_id")
    latest = orders.sort_values("order_purchase_timestamp").groupby("customer_unique_id").last().sort_index()
    homes = market.frame(
        "SELECT customer_id, state_code, city FROM customer JOIN place USING (place_key) "
        "WHERE customer_key <> 0 ORDER BY customer_id"
    ).set_index("customer_id")
    assert (homes["city"] == latest["customer_city"]).all()
    assert (homes["state_code"] == latest["customer_state"]).all()


def test_an_order_is_sold_where_its_buyer_lived_then(market: Loaded, raw: Read) -> None:
    orders = raw("olist_orders_dataset").merge(raw("olist_customers_dataset"), on="customer_id").sort_values("order_id")
    found = market.frame(
        'SELECT order_id, state_code, city FROM "order" JOIN place USING (place_key) ORDER BY order_id'
    )
    assert found["city"].tolist() == orders["customer_city"].tolist()
    assert market.value("SELECT state FROM place WHERE state_code = 'SP' LIMIT 1") == "São Paulo"


def test_cancelled_and_unavailable_orders_are_not_live(market: Loaded, raw: Read) -> None:
    cancelled = raw("olist_orders_dataset")["order_status"].isin(["canceled", "unavailable"]).sum()
    assert market.value('SELECT count(*) FROM "order" WHERE NOT live') == cancelled == 625 + 609
    assert market.value('SELECT count(*) FROM "order"') == 8_135


def test_orders_without_items_stay_and_earn_nothing(market: Loaded) -> None:
    assert market.rows("noted", "orders", "no_lines") == 775
    assert market.frame(
        'SELECT sum(amount) AS amount, sum(freight) AS freight, count(*) AS orders FROM "order" WHERE line_count = 0'
    ).values.tolist() == [[0, 0, 775]]


def test_impossible_dates_are_noted_by_rule(market: Loaded, raw: Read) -> None:
    orders = raw("olist_orders_dataset")
    both = orders[(orders["order_approved_at"] != "") & (orders["order_delivered_carrier_date"] != "")]
    before_approval = (both["order_delivered_carrier_date"] < both["order_approved_at"]).sum()
    assert market.rows("noted", "orders", "shipped_before_approved") == before_approval == 77
    assert market.rows("noted", "orders", "delivered_before_shipped") == 3
    assert market.rows("noted", "orders", "delivered_without_date") == 8


def test_reviews_repeat_ids_and_keep_their_line_breaks(market: Loaded, raw: Read) -> None:
    reviews = raw("olist_order_reviews_dataset")
    assert market.value("SELECT count(*) FROM review") == len(reviews) == 8_225
    assert market.value("SELECT count(DISTINCT review_id) FROM review") == reviews["review_id"].nunique() == 8_191
    broken = reviews["review_comment_message"].str.strip(" ").str.contains("\n").sum()
    assert market.value("SELECT count(*) FROM review WHERE contains(message, chr(10))") == broken > 0


def test_categories_are_english_where_there_is_a_translation(market: Loaded, raw: Read) -> None:
    translation = raw("product_category_name_translation").set_index("product_category_name")
    products = raw("olist_products_dataset").sort_values("product_id")
    english = products["product_category_name"].map(translation["product_category_name_english"])
    expected = english.fillna(products["product_category_name"])
    found = market.frame("SELECT sku, category FROM product WHERE product_key <> 0 ORDER BY sku")
    assert found["category"].tolist() == expected.tolist()
    missing = set(products["product_category_name"]) - set(translation.index) - {""}
    assert missing <= {"pc_gamer", "portateis_cozinha_e_preparadores_de_alimentos"}
    assert (
        market.rows("noted", "products", "category_not_translated")
        == products["product_category_name"].isin(missing).sum()
    )


def test_zip_codes_keep_their_zeros(market: Loaded, raw: Read) -> None:
    zeros = raw("olist_sellers_dataset")["seller_zip_code_prefix"].str.startswith("0").sum()
    assert market.value("SELECT count(*) FROM store WHERE starts_with(zipcode, '0')") == zeros > 0
    assert market.value("SELECT count(*) FROM store WHERE length(zipcode) <> 5 AND store_key <> 0") == 0


def test_coordinates_are_the_middle_of_the_zip_code_without_outliers(market: Loaded, raw: Read) -> None:
    points = raw("olist_geolocation_dataset").astype({"geolocation_lat": float, "geolocation_lng": float})
    assert market.rows("rejected", "geolocation", "outside_state") == 14
    states = points.groupby("geolocation_state")
    middle = states[["geolocation_lat", "geolocation_lng"]].transform("median")
    far = np.hypot(*(points[["geolocation_lat", "geolocation_lng"]] - middle).to_numpy().T) > 9
    assert far.sum() >= 2  # among them a point in Portugal and one in Italy
    touched = ["28333", "28510", "28140", "57319", "72445", "76847"]
    untouched = points[~points["geolocation_zip_code_prefix"].isin(touched)]
    means = untouched.groupby("geolocation_zip_code_prefix")[["geolocation_lat", "geolocation_lng"]].mean()
    sellers = market.frame("SELECT zipcode, latitude, longitude FROM store WHERE latitude IS NOT NULL").set_index(
        "zipcode"
    )
    both = sellers.join(means, how="inner")
    assert len(both) > 1_500
    assert np.allclose(both["latitude"], both["geolocation_lat"], atol=1e-9)
    assert np.allclose(both["longitude"], both["geolocation_lng"], atol=1e-9)
    assert market.value("SELECT min(latitude) > -34 AND max(latitude) < 6 FROM customer")


def test_places_without_geolocation_have_no_coordinates(market: Loaded, raw: Read) -> None:
    known = set(raw("olist_geolocation_dataset")["geolocation_zip_code_prefix"])
    lost = (~raw("olist_sellers_dataset")["seller_zip_code_prefix"].isin(known)).sum()
    assert market.value("SELECT count(*) FROM store WHERE latitude IS NULL AND store_key <> 0") == lost


def test_odd_seller_cities_are_repaired_and_odd_letters_kept(market: Loaded) -> None:
    assert market.rows("repaired", "stores", "odd_city") == 13
    cities = market.frame("SELECT DISTINCT city FROM store JOIN place USING (place_key)")["city"]
    assert not cities.str.contains(r"[0-9@/,(]").any()
    assert "santa barbara d'oeste" in set(cities)
    plain = cities.map(lambda city: unicodedata.normalize("NFKD", city).encode("ascii", "ignore").decode())
    assert (plain.str.strip() == plain).all()


def test_sellers_are_stores_and_orders_may_be_split(market: Loaded, raw: Read) -> None:
    items = raw("olist_order_items_dataset")
    several = items.groupby("order_id")["seller_id"].nunique()
    assert market.value("SELECT count(*) FROM store WHERE kind = 'seller' AND store_key <> 0") == 1_610
    assert market.value("SELECT split_orders FROM dataset")
    assert market.value('SELECT count(*) FROM "order" WHERE store_key = 0 AND line_count > 0') == (several > 1).sum()


def test_it_holds_what_it_holds(market: Loaded) -> None:
    assert market.value("SELECT capabilities FROM dataset") == (
        "orders coordinates countries states cities categories known_customers payments reviews delivery time_of_day"
    )
    assert market.value("SELECT currency FROM dataset") == "BRL"
