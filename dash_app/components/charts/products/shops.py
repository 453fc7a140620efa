"""Which stores sell a product most."""

from dash_app.components.charts.marks.ranked import ranked

shops = ranked(
    "revenue",
    "store",
    name=("name", "store"),
    detail=("city", "state"),
    click=("open", "store"),
    tells=("orders", "customers", "previous"),
    change="change",
    share="share",
)
