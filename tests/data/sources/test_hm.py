"""H&M, against pandas over the published files."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

import pandas as pd
import pytest

from tests.data.sources.conftest import Loaded

pytestmark = pytest.mark.datasets


@pytest.fixture(scope="module")
def fashion(loaded: Callable[[str, str], Loaded]) -> Loaded:
    return loaded("hm", "hm_sample")


@pytest.fixture(scope="module")
def transactions(fashion: Loaded) -> pd.DataFrame:
    return pd.read_csv(fashion.folder / "transactions_train.csv", dtype=str, keep_default_na=False)


def test_prices_are_kept_to_six_decimals(fashion: Loaded, transactions: pd.DataFrame) -> None:
    exact = [int((Decimal(p) * 1_000_000).quantize(Decimal(1), ROUND_HALF_UP)) for p in transactions["price"]]
    assert fashion.value("SELECT sum(amount) FROM order_item") == sum(exact)
    assert fashion.value("SELECT count(*) FROM order_item") == len(transactions) == 10_000
    assert fashion.value("SELECT min(unit_price) FROM order_item") == min(exact) == 847


def test_articles_get_their_zero_back(fashion: Loaded) -> None:
    assert fashion.value("SELECT count(*) FROM product WHERE product_key <> 0 AND length(sku) <> 10") == 0
    assert fashion.rows("repaired", "products", "lost_zeros") == 4_903
    assert fashion.rows("repaired", "order_items", "lost_zeros") == 10_000
    assert fashion.value("SELECT name FROM product WHERE sku = '0108775015'") == "Strap top"


def test_what_a_customer_takes_on_a_day_through_a_channel_is_an_order(
    fashion: Loaded, transactions: pd.DataFrame
) -> None:
    orders = transactions.groupby(["t_dat", "customer_id", "sales_channel_id"]).size()
    assert fashion.value('SELECT count(*) FROM "order"') == len(orders) == 2_989
    assert fashion.value('SELECT max(line_count) FROM "order"') == orders.max()
    channels = fashion.pairs("SELECT channel, count(*) FROM order_item GROUP BY ALL")
    assert channels == {"store": 2_687, "online": 7_313}


def test_unknown_buyers_become_members_by_id(fashion: Loaded, transactions: pd.DataFrame) -> None:
    people = pd.read_csv(fashion.folder / "customers.csv", dtype=str, keep_default_na=False)
    everybody = set(people["customer_id"]) | set(transactions["customer_id"])
    assert fashion.value("SELECT count(*) FROM customer WHERE customer_key <> 0") == len(everybody)
    found = transactions["customer_id"].isin(people["customer_id"]).mean()
    assert found == pytest.approx(0.033, abs=0.001)
    assert fashion.value("SELECT count(*) FROM order_item WHERE customer_key = 0") == 0


def test_people_have_age_membership_and_news(fashion: Loaded) -> None:
    people = pd.read_csv(fashion.folder / "customers.csv", dtype=str, keep_default_na=False)
    assert fashion.value("SELECT sum(age) FROM customer") == people["age"].replace("", "0").astype(float).sum()
    members = fashion.pairs("SELECT membership, count(*) FROM customer GROUP BY ALL")
    assert members["ACTIVE"] == 9_257


def test_it_holds_what_it_holds(fashion: Loaded) -> None:
    found = fashion.value("SELECT capabilities FROM dataset").split()
    assert found == ["orders", "channels", "categories", "known_customers", "ages", "memberships"]
