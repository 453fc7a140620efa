"""Weeks, holidays and hours look like those of a pizza shop."""

from data.generating.busy_days import HOLIDAY_WEIGHTS
from tests.data.generating.conftest import Generated

DAILY = "SELECT ordered_at::DATE AS day, count(*) AS orders FROM orders GROUP BY ALL"


def against_its_weeks(sample: Generated, days: str) -> float:
    """Orders on some days over those of the same weekday one and two weeks before and after."""
    around = (
        f"SELECT avg(other.orders) FROM ({DAILY}) AS other WHERE abs(other.day - here.day) IN (7, 14) "
        "AND strftime(other.day, '%m-%d') NOT IN ('12-25', '12-24', '01-01', '12-31', '10-31', '07-04')"
    )
    these = f"({DAILY}) AS here WHERE strftime(here.day, '%m-%d') IN ({days})"
    ratio: float = sample.value(f"SELECT sum(here.orders) / sum(({around})) FROM {these}")
    return ratio


def test_weekends_beat_weekdays(sample: Generated) -> None:
    weekend, weekday = (
        sample.value(f"SELECT avg(orders) FROM ({DAILY}) WHERE isodow(day) {which}") for which in ("IN (6, 7)", "< 6")
    )
    assert 1.2 < weekend / weekday < 1.45


def test_christmas_is_quiet_and_new_years_eve_is_not(sample: Generated) -> None:
    assert against_its_weeks(sample, "'12-25'") < 0.25
    assert against_its_weeks(sample, "'12-24'") < 0.75
    assert against_its_weeks(sample, "'12-31'") > 1.25
    assert against_its_weeks(sample, "'10-31'") > 1.2


def test_thanksgiving_is_quiet(sample: Generated) -> None:
    thursdays = f"SELECT * FROM ({DAILY}) WHERE isodow(day) = 4 AND month(day) = 11"
    holiday = "day(day) BETWEEN 22 AND 28"
    quiet = sample.value(f"SELECT sum(orders) FILTER ({holiday}) / (sum(orders) / 4.3) FROM ({thursdays})")
    assert abs(quiet - HOLIDAY_WEIGHTS["Thanksgiving Day"]) < 0.15


def test_evenings_are_busiest_and_nights_are_shut(sample: Generated) -> None:
    hours = dict(sample.rows("SELECT hour(ordered_at), count(*) FROM orders GROUP BY ALL"))
    assert max(hours, key=lambda hour: hours[hour]) == 18
    assert set(hours) == set(range(10, 24))


def test_gelato_is_for_the_summer(sample: Generated) -> None:
    share = (
        "SELECT count(DISTINCT order_id) FILTER (name = 'Vanilla Gelato') / count(DISTINCT order_id) FROM order_items "
        "JOIN products USING (sku) JOIN orders USING (order_id) WHERE month(ordered_at) IN "
    )
    assert sample.value(share + "(6, 7, 8)") > 1.6 * sample.value(share + "(12, 1, 2)")


def test_the_chain_grows_every_year(sample: Generated) -> None:
    years = [count for _, count in sample.rows("SELECT year(ordered_at), count(*) FROM orders GROUP BY 1 ORDER BY 1")]
    assert years == sorted(years)
    assert len(years) == 5
