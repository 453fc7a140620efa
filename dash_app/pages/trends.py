"""Trends: what grows, who falls behind, when it peaks, which seasons there are."""

from dash_app.components.card import LIST, Card, declare
from dash_app.components.charts.orders.trend import GRAIN
from dash_app.components.charts.trends import growth, peak_times, seasonal, warning
from dash_app.pages.page import Page

TRENDS = Page(
    path="/trends",
    name="Trends",
    icon="trends",
    root="All trends",
    lead="What grows, who falls behind, when it peaks and which seasons there are.",
    cards=declare(
        [
            Card(
                "trends/warning",
                warning.warning,
                area="half",
                form=LIST,
                choices=(warning.LEVEL, warning.GRAIN),
                says=warning.says_verdict,
                colors=True,
            ),
            Card(
                "trends/peak_times",
                peak_times.peak_times,
                area="half",
                choices=(peak_times.KIND, peak_times.MEASURE),
                says=peak_times.says_peak,
            ),
            Card(
                "trends/growth",
                growth.growth,
                area="full",
                choices=(growth.MEASURE, growth.AGAINST, GRAIN),
                says=growth.says_latest,
                log=True,
            ),
            Card(
                "trends/seasonal",
                seasonal.seasonal,
                area="full",
                params=seasonal.LARGEST,
                without=seasonal.WITHOUT,
                lead="All years, whatever the period",
                says=seasonal.says_season,
                colors=True,
            ),
        ]
    ),
)
