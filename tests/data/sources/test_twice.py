"""Loading published data a second time, or in two overlapping halves."""

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from data.loading.load import load
from tests.data.sources.conftest import Loaded

pytestmark = pytest.mark.datasets
FOLDERS = {"online_retail": "online_retail", "olist": "olist_sample", "hm": "hm_sample", "pizza_chain": "pizza_chain"}


@pytest.mark.parametrize("source", FOLDERS)
def test_the_second_time_nothing_is_new(loaded: Callable[[str, str], Loaded], source: str) -> None:
    first = loaded(source, FOLDERS[source])
    database_url = first.url.replace("duckdb", "sqlite", 1).replace("warehouse.duckdb", "app.sqlite")
    again = load(source, first.folder, warehouse_url=first.url, database_url=database_url)
    assert (again.status, again.version, again.message) == ("unchanged", 1, "nothing new")
    assert (again.orders_new, again.orders_changed) == (0, 0)
    assert again.orders_unchanged == first.value('SELECT count(*) FROM "order"')


def test_two_overlapping_halves_make_the_whole(loaded: Callable[[str, str], Loaded], tmp_path: Path) -> None:
    whole = loaded("online_retail", "online_retail")
    with gzip.open(whole.folder / "online_retail.csv.gz", "rt", encoding="utf-8") as file:
        header, *lines = file
    halves = {
        "first": [line for line in lines if _day(line) < "2011-08-01"],
        "second": [line for line in lines if _day(line) >= "2011-06-01"],
    }
    url = f"duckdb:///{tmp_path}/warehouse.duckdb"
    for name, part in halves.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "online_retail.csv").write_text(header + "".join(part), encoding="utf-8")
        database_url = f"sqlite:///{tmp_path}/app.sqlite"
        report = load("online_retail", tmp_path / name, warehouse_url=url, database_url=database_url)
    both = Loaded(tmp_path, url, report)
    for question in (
        'SELECT count(*) FROM "order"',
        "SELECT sum(amount) FROM order_item",
        "SELECT count(*) FROM order_item",
        'SELECT sum(amount) FROM "return"',
        "SELECT count(*) FROM rejected_row",
        "SELECT count(*) FROM customer",
    ):
        assert both.value(question) == whole.value(question)
    june_to_july = sum(_day(line)[:7] in ("2011-06", "2011-07") for line in lines)
    assert june_to_july > 70_000
    assert report.orders_new == both.value("SELECT count(*) FROM \"order\" WHERE day >= '2011-08-01'")
    assert report.orders_unchanged == both.value(
        "SELECT count(*) FROM \"order\" WHERE day BETWEEN '2011-06-01' AND '2011-07-31'"
    )


def _day(line: str) -> str:
    """Day of a line: the first thing in it that looks like one."""
    found = re.search(r",(201\d-\d\d-\d\d) ", line)
    assert found
    return found[1]
