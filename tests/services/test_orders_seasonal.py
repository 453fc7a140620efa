"""When it is sold."""

import pytest

from tests.world import Shop


@pytest.fixture
def fortnight(shop: Shop) -> Shop:
    """Two weeks from Monday 1 January 2024: 70 on both Mondays at 9, 30 on the first Friday at 17, 0 on other days."""
    shop.sell("2024-01-01 09:30:00", 70).sell("2024-01-08 09:00:00", 70).sell("2024-01-05 17:59:00", 30)
    return shop.sell("2024-01-14 17:00:00", 0)


def test_weekdays_compare_with_the_average_day(fortnight: Shop) -> None:
    rows = fortnight.get("/api/orders/seasonal?by=weekday").rows("weekday", "days", "orders", "revenue", "index")
    assert rows[0] == (1, 2, 2, 140, pytest.approx(70 / (170 / 14)))
    assert rows[4] == (5, 2, 1, 30, pytest.approx(15 / (170 / 14)))
    assert [revenue for _, _, _, revenue, _ in rows] == [140, 0, 0, 0, 30, 0, 0]


def test_indexes_weighted_by_days_average_one(fortnight: Shop) -> None:
    rows = fortnight.get("/api/orders/seasonal?by=month,weekday").rows("month", "days", "index")
    assert {month for month, _, _ in rows} == {1}
    assert sum(days * index for _, days, index in rows) == pytest.approx(14)


def test_hours_compare_with_the_average_hour(fortnight: Shop) -> None:
    rows = fortnight.get("/api/orders/seasonal?by=hour").rows("hour", "orders", "revenue", "index")
    assert [hour for hour, _, _, _ in rows] == list(range(24))
    assert rows[9] == (9, 2, 140, pytest.approx(140 / 170 * 24))
    assert rows[17][1:3] == (2, 30)


def test_weekday_by_hour(fortnight: Shop) -> None:
    answer = fortnight.get("/api/orders/seasonal?by=weekday,hour")
    cells = {(day, hour): revenue for day, hour, revenue in answer.rows("weekday", "hour", "revenue")}
    assert len(cells) == 7 * 24
    assert {cell: revenue for cell, revenue in cells.items() if revenue} == {(1, 9): 140, (5, 17): 30}
    assert set(answer.rows("month")) == {None}


def test_a_month_the_data_covers_twice_counts_per_day(shop: Shop) -> None:
    shop.sell("2023-01-01", 31).sell("2024-01-31", 31).sell("2023-06-15", 30)
    rows = shop.get("/api/orders/seasonal?by=month").rows("month", "days", "revenue")
    assert (rows[0], rows[5]) == ((1, 62, 62), (6, 30, 30))
    assert len(rows) == 12


def test_a_wrong_axis_is_refused(fortnight: Shop) -> None:
    for wrong in ("year", "hour,hour", ""):
        assert fortnight.get(f"/api/orders/seasonal?by={wrong}").status == 422


def test_an_empty_selection_has_no_pattern(fortnight: Shop) -> None:
    assert fortnight.get("/api/orders/seasonal?state=NV").rows() == []


def test_the_summary_knows_the_strongest_cell(fortnight: Shop) -> None:
    strongest = fortnight.get("/api/orders/seasonal?by=weekday,hour").summary["strongest"]
    assert (strongest["weekday"], strongest["hour"], strongest["revenue"]) == (1, 9, 140)
    assert strongest["index"] == pytest.approx(70 / (170 / 14 / 24))
