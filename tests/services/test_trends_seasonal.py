"""Which months of the year are strong, by category."""

import pytest

from tests.world import Shop

COLUMNS = ("month", "revenue", "months", "mean", "index")


@pytest.fixture
def ices(shop: Shop) -> Shop:
    """Two whole years in which Ice sells 30 in July and 10 in other months, and five days of a third."""
    shop.product("I", "Ice").product("P", "Pizza")
    for month in range(24):
        day = f"{2022 + month // 12}-{month % 12 + 1:02d}-01"
        shop.sell(day, 30 if month % 12 == 6 else 10, sku="I")
    return shop.sell("2023-12-31", 7, sku="P").sell("2024-01-05", 99, sku="I")


def test_the_index_is_the_month_over_the_year_around_it(ices: Shop) -> None:
    rows = ices.get("/api/trends/seasonal?category=Ice").rows(*COLUMNS)
    mean = 140 / 12
    assert rows[0] == (1, 119, 2, 10, pytest.approx(10 / mean))
    assert rows[6] == (7, 60, 2, 30, pytest.approx(30 / mean))
    assert sum(row[4] for row in rows) == pytest.approx(12)


def test_less_than_a_year_has_revenue_but_no_index(ices: Shop) -> None:
    assert ices.get("/api/trends/seasonal?category=Pizza").rows(*COLUMNS) == [
        (1, 0, 0, None, None),
        (12, 7, 1, 7, None),
    ]
    assert set(ices.get("/api/trends/seasonal?end=2022-11-30").rows("index")) == {None}


def test_every_category_has_its_months(ices: Shop) -> None:
    rows = ices.get("/api/trends/seasonal").rows("category", "month")
    assert rows == [("Ice", month) for month in range(1, 13)] + [("Pizza", 1), ("Pizza", 12)]


def test_the_largest_categories_come_first(ices: Shop) -> None:
    answer = ices.sell("2023-12-31", 999, sku="P").get("/api/trends/seasonal?top=1")
    assert (set(answer.rows("category")), answer.summary["categories"]) == ({"Pizza"}, 2)
