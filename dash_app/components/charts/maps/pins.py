"""Places of new stores: numbered pins."""

from collections.abc import Sequence
from typing import Any

from dash_app.components.charts.maps.layer import TIP
from dash_app.components.charts.plot import Scattermap
from dash_app.components.charts.template import SPOT, SURFACE

_SIZE, _RIM = 22, 4


def pins(
    rows: list[dict[str, Any]], numbers: Sequence[str], tips: list[str], links: list[str], color: str = SPOT
) -> list[Scattermap]:
    """Draw a pin per row, with its number."""
    where: dict[str, Any] = {
        "lat": [row["latitude"] for row in rows],
        "lon": [row["longitude"] for row in rows],
        "below": "",  # above everything, names of places too
    }
    rim = Scattermap(**where, mode="markers", marker={"size": _SIZE + _RIM, "color": SURFACE}, hoverinfo="skip")
    pin = Scattermap(
        **where,
        mode="markers+text",
        marker={"size": _SIZE, "color": color, "allowoverlap": True},
        text=list(numbers),
        textposition="middle center",
        textfont={"family": "Inter", "size": 12, "color": SURFACE},
        hovertext=tips,
        hovertemplate=TIP.replace("text", "hovertext"),
        customdata=[[link] for link in links],
    )
    return [rim, pin]
