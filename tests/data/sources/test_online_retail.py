"""Online Retail, against pandas over the published file."""

from collections.abc import Callable
from decimal import Decimal

import pandas as pd
import pytest

from tests.data.sources.conftest import Loaded

pytestmark = pytest.mark.datasets
FEES = ["POST", "DOT", "M", "m", "D", "C2", "S", "B", "BANK CHARGES", "AMAZONFEE", "CRUK", "PADS"]


@pytest.fixture(scope="module")
def shop(loaded: Callable[[str, str], Loaded]) -> Loaded:
    return loaded("online_retail", "online_retail")


@pytest.fixture(scope="module")
def lines(shop: Loaded) -> pd.DataFrame:
    frame = pd.read_csv(shop.folder / "online_retail.csv.gz", dtype=str, keep_default_na=False)
    frame["Quantity"] = frame["Quantity"].astype(int)
    frame["Price"] = frame["UnitPrice"].astype(float)
    frame["Millionths"] = [int(Decimal(text) * 1_000_000) for text in frame["UnitPrice"]]
    frame["Customer"] = frame["CustomerID"].str.removesuffix(".0")
    frame["When"] = pd.to_datetime(frame["InvoiceDate"])
    return frame


@pytest.fixture(scope="module")
def sales(lines: pd.DataFrame) -> pd.DataFrame:
    return lines[~lines["InvoiceNo"].str.startswith("C") & (lines["Quantity"] >= 1) & (lines["Price"] >= 0.01)]


def test_every_line_is_accounted_for(shop: Loaded, lines: pd.DataFrame) -> None:
    returned = int(lines["InvoiceNo"].str.startswith("C").sum())
    assert shop.rows("read", "") == len(lines) == 541_909
    assert shop.rows("kept", "order_items") == 530_100
    assert shop.rows("returned", "returns") == returned == 9_288
    assert shop.rows("rejected", "order_items", "stock_correction") == 541_909 - 530_100 - 9_288


def test_sales_match_the_control_totals(shop: Loaded, sales: pd.DataFrame) -> None:
    assert shop.value("SELECT sum(amount) FROM order_item") == 10_666_684_540_000
    assert (sales["Quantity"] * sales["Millionths"]).sum() == 10_666_684_540_000
    assert shop.value('SELECT count(*) FROM "order"') == sales["InvoiceNo"].nunique() == 19_960
    assert shop.value('SELECT count(DISTINCT customer_key) FROM "order" WHERE customer_key <> 0') == 4_338
    totals = {total.name: (total.expected, total.found) for total in shop.report.control_totals}
    assert totals["quantity x price of all lines"] == ("9747747.934", "9747747.934")
    assert totals["quantity x price of sales"] == ("10666684.54", "10666684.54")


def test_returns_are_what_credit_notes_give_back(shop: Loaded, lines: pd.DataFrame) -> None:
    notes = lines[lines["InvoiceNo"].str.startswith("C")]
    assert shop.value('SELECT sum(amount) FROM "return"') == -(notes["Quantity"] * notes["Millionths"]).sum()
    assert shop.value('SELECT sum(quantity) FROM "return"') == -notes["Quantity"].sum()
    assert shop.value('SELECT count(DISTINCT return_id) FROM "return"') == notes["InvoiceNo"].nunique()


def test_stock_corrections_and_bad_debt_are_rejected_rows(shop: Loaded) -> None:
    rejected = shop.frame("SELECT * FROM rejected_row")
    assert set(rejected["rule"]) == {"stock_correction"}
    assert len(rejected) == 2_521
    assert rejected["content"].str.contains("Adjust bad debt").sum() == 2  # the third adds to sales
    first = shop.frame("SELECT record, content FROM rejected_row ORDER BY record LIMIT 1").iloc[0]
    assert (first["record"], '"invoice":"536414"' in first["content"]) == (623, True)


def test_repeated_lines_are_kept(shop: Loaded, sales: pd.DataFrame) -> None:
    keys = ["InvoiceNo", "StockCode", "Quantity", "UnitPrice"]
    repeated = int(sales.duplicated(keys).sum())
    lines_kept = shop.value(
        "SELECT sum(n - 1) FROM (SELECT count(*) AS n FROM order_item JOIN product USING (product_key) "
        "GROUP BY order_key, sku, quantity, unit_price)"
    )
    assert repeated > 5_000
    assert lines_kept == repeated


def test_guests_count_for_revenue_and_are_nobody(shop: Loaded, sales: pd.DataFrame) -> None:
    guests = sales[sales["Customer"] == ""]
    assert (
        shop.value("SELECT sum(amount) FROM order_item WHERE customer_key = 0")
        == (guests["Quantity"] * guests["Millionths"]).sum()
    )
    assert shop.value("SELECT first_day FROM customer WHERE customer_key = 0") is None


def test_customer_ids_lose_their_decimals(shop: Loaded) -> None:
    assert shop.value("SELECT count(*) FROM customer WHERE customer_id = '17850'") == 1
    assert shop.value("SELECT count(*) FROM customer WHERE contains(customer_id, '.')") == 0


def test_fees_are_marked(shop: Loaded, sales: pd.DataFrame) -> None:
    fees = sales[sales["StockCode"].isin(FEES) | sales["StockCode"].str.startswith("gift_")]
    found = shop.value("SELECT sum(amount) FROM order_item JOIN product USING (product_key) WHERE is_fee")
    assert found == (fees["Quantity"] * fees["Millionths"]).sum()
    assert shop.frame("SELECT DISTINCT category, is_fee FROM product ORDER BY 1").values.tolist() == [
        ["", False],
        ["Fees", True],
    ]


def test_stock_codes_stay_as_spelled_and_take_their_most_frequent_description(
    shop: Loaded, lines: pd.DataFrame, sales: pd.DataFrame
) -> None:
    assert shop.value("SELECT count(*) FROM product WHERE sku IN ('85123A', '85123a')") == 2
    told = pd.concat([sales, lines[lines["InvoiceNo"].str.startswith("C")]])
    told = told[told["Description"].str.strip() != ""]
    times = (
        told.assign(name=told["Description"].str.strip(" ")).groupby(["StockCode", "name"]).size().reset_index(name="n")
    )
    expected = times.sort_values(["n", "name"], ascending=[False, True]).drop_duplicates("StockCode")
    names = shop.pairs("SELECT sku, name FROM product WHERE product_key <> 0")
    assert {sku: names[sku] for sku in expected["StockCode"]} == dict(
        zip(expected["StockCode"], expected["name"], strict=True)
    )


def test_an_order_has_day_time_and_country_of_its_first_line(shop: Loaded, sales: pd.DataFrame) -> None:
    first = sales.drop_duplicates("InvoiceNo").set_index("InvoiceNo").sort_index()
    orders = shop.frame(
        'SELECT order_id, ordered_at, hour, country FROM "order" JOIN place USING (place_key) ORDER BY order_id'
    ).set_index("order_id")
    assert (orders["ordered_at"] == first["When"]).all()
    assert (orders["hour"] == first["When"].dt.hour).all()
    assert (orders["country"] == first["Country"]).all()
    assert shop.value('SELECT count(*) FROM "order" WHERE isodow(day) = 6') == 0  # never on Saturdays
    assert shop.value("SELECT as_of::VARCHAR FROM dataset") == "2011-12-09"


def test_people_live_in_the_country_of_most_of_their_invoices(shop: Loaded, sales: pd.DataFrame) -> None:
    homes = shop.pairs("SELECT customer_id, country FROM customer JOIN place USING (place_key)")
    two = sales[sales["Customer"] != ""].groupby("Customer")["Country"].nunique()
    assert homes["12370"] in {"Cyprus", "Austria"}
    assert len(two[two > 1]) > 0
    for customer in two[two > 1].index:
        invoices = sales[sales["Customer"] == customer].groupby("Country")["InvoiceNo"].nunique()
        if (invoices == invoices.max()).sum() == 1:
            assert homes[customer] == invoices.idxmax()


def test_there_is_one_web_shop(shop: Loaded) -> None:
    stores = shop.frame("SELECT store_id, name, kind FROM store WHERE store_key <> 0")
    assert stores.values.tolist() == [["W1", "Web shop", "web"]]


def test_it_holds_what_it_holds(shop: Loaded) -> None:
    found = shop.value("SELECT capabilities FROM dataset").split()
    assert found == ["orders", "countries", "known_customers", "returns", "time_of_day"]
    assert shop.value("SELECT currency FROM dataset") == "GBP"
    assert not shop.value("SELECT split_orders FROM dataset")


def test_countries_have_codes_and_a_middle(shop: Loaded) -> None:
    codes = shop.pairs("SELECT country, country_code FROM place")
    assert (codes["United Kingdom"], codes["EIRE"], codes["RSA"], codes["USA"]) == ("GB", "IE", "ZA", "US")
    assert shop.value("SELECT latitude BETWEEN 49 AND 61 FROM place WHERE country = 'United Kingdom'")
    assert shop.value("SELECT holiday FROM calendar WHERE day = '2011-04-29'") != ""  # the royal wedding
