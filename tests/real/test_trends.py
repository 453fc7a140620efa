"""Questions about change on real data, against plain pandas over the raw files."""

from collections.abc import Callable

import holidays
import numpy as np
import pandas as pd
import pytest

from tests.real import raw
from tests.real.conftest import RealShop

pytestmark = pytest.mark.datasets


@pytest.fixture
def retail(open_real: Callable[..., RealShop]) -> RealShop:
    return open_real("online_retail")


@pytest.fixture
def olist(open_real: Callable[..., RealShop]) -> RealShop:
    return open_real("olist")


def sales(shop: RealShop) -> pd.DataFrame:
    return raw.online_retail(shop.folder).query("kind == 'sale'")


def test_a_month_of_nine_days_does_not_shrink(retail: RealShop) -> None:
    month = sales(retail)["at"].dt.strftime("%Y-%m-01")
    revenue = sales(retail).groupby(month).amount.sum()
    rows = retail.get("/api/trends/growth").rows("period", "value", "change", "year_change", "complete")
    assert [row[1] for row in rows] == pytest.approx(revenue.tolist(), abs=0.005)
    assert [row[2] for row in rows][1:-1] == pytest.approx(revenue.pct_change().tolist()[1:-1])
    assert rows[0][2] is None
    assert rows[-1] == ("2011-12-01", pytest.approx(revenue.iloc[-1]), None, None, False)


def test_orders_by_week_against_the_week_before(retail: RealShop) -> None:
    week = sales(retail)["at"].dt.to_period("W").dt.start_time.dt.strftime("%Y-%m-%d")
    orders = sales(retail).groupby(week).InvoiceNo.nunique()
    rows = retail.get("/api/trends/growth/order?grain=week").rows("period", "value", "previous", "change", "complete")
    for period, value, previous, change, complete in rows:
        assert value == orders.get(period, 0)
        if complete and previous:
            assert change == pytest.approx((value - previous) / previous)
    assert {period for period, *_, complete in rows if not complete} == {"2010-11-29", "2011-12-05"}


def test_quarters_of_the_marketplace_against_the_year_before(olist: RealShop) -> None:
    orders = raw.olist_orders(olist.folder)
    quarter = orders["at"].dt.to_period("Q").dt.start_time.dt.strftime("%Y-%m-%d")
    value = orders.groupby(quarter).value.sum()
    rows = olist.get("/api/trends/growth?grain=quarter&start=2018-01-01&end=2018-06-30").rows(
        "period", "value", "year_before", "year_change"
    )
    assert rows == [
        (
            period,
            pytest.approx(value[period]),
            pytest.approx(value[before]),
            pytest.approx(value[period] / value[before] - 1),
        )
        for period, before in (("2018-01-01", "2017-01-01"), ("2018-04-01", "2017-04-01"))
    ]


def test_strong_months_over_the_last_whole_year(retail: RealShop) -> None:
    month = sales(retail)["at"].dt.strftime("%Y-%m")
    revenue = sales(retail).groupby(month).amount.sum()
    goods = retail.get("/api/trends/seasonal").rows("category", "month", "revenue", "months", "index")
    assert sum(row[2] for row in goods) == pytest.approx(revenue.sum(), abs=0.01)
    posted = sales(retail).query("StockCode == 'POST'")
    by_month = posted.groupby(posted["at"].dt.strftime("%Y-%m")).amount.sum()
    year = by_month["2010-12":"2011-11"]
    rows = retail.get("/api/trends/seasonal?sku=POST").rows("month", "revenue", "index")
    assert [row[2] for row in rows] == pytest.approx([*(year / year.mean())[1:], year.iloc[0] / year.mean()])
    assert rows[-1][1] == pytest.approx(by_month["2010-12"] + by_month["2011-12"])


def test_hours_and_weekdays(retail: RealShop) -> None:
    invoices = sales(retail).groupby("InvoiceNo")["at"].first()
    closed = holidays.country_holidays("GB", years=[2010, 2011])
    span = pd.date_range("2010-12-01", "2011-12-09")
    usual = invoices[[day not in closed for day in invoices.dt.date]]
    hours = invoices.dt.hour.value_counts().sort_index()
    rows = retail.get("/api/trends/peak_times").rows("member", "days", "orders", "mean", "uplift")
    assert [(int(row[0]), row[2]) for row in rows] == list(hours.items())
    days = sum(day.date() not in closed for day in span)
    means = usual.dt.hour.value_counts().sort_index() / days
    assert [row[3] for row in rows] == pytest.approx(means.tolist())
    assert [row[4] for row in rows] == pytest.approx((means / means.mean() - 1).tolist())
    assert "Saturday" not in retail.get("/api/trends/peak_times?kind=weekday").rows("member")


def test_holidays_against_the_weeks_around(retail: RealShop) -> None:
    invoices = sales(retail).groupby("InvoiceNo")["at"].first().dt.normalize()
    daily = invoices.value_counts().reindex(pd.date_range("2010-12-01", "2011-12-09"), fill_value=0)
    closed = holidays.country_holidays("GB", years=[2010, 2011])
    day = pd.Timestamp("2011-05-30")
    around = [day + pd.Timedelta(weeks=week) for week in (-4, -3, -2, -1, 1, 2, 3, 4)]
    baseline = np.mean([daily[other] for other in around if other.date() not in closed])
    rows = retail.get("/api/trends/peak_times?kind=holiday&start=2011-05-30&end=2011-05-30").rows(
        "days", "orders", "baseline", "uplift"
    )
    assert rows == [(1, daily[day], pytest.approx(baseline), pytest.approx(daily[day] / baseline - 1))]


def test_a_warning_needs_more_than_a_year(retail: RealShop) -> None:
    assert "Needs 25 whole months" in retail.get("/api/trends/warning").summary["unavailable"]


def test_the_last_whole_week_is_judged(olist: RealShop) -> None:
    answer = olist.get("/api/trends/warning?level=state&grain=week&end=2018-07-04")
    assert answer.summary["period"] == {"start": "2018-06-25", "end": "2018-07-01"}
    orders = raw.olist_orders(olist.folder)
    mine = orders[(orders["at"] >= "2018-06-25") & (orders["at"] < "2018-07-02")]
    value = mine.groupby("customer_state").value.sum()
    for state, actual in answer.rows("member", "actual"):
        assert actual == pytest.approx(value.get(state, 0), abs=0.005)
