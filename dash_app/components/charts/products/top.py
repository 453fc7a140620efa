"""Best products."""

from typing import Any

from dash_app.choice import Choice
from dash_app.components.charts.marks.ranked import Click, Draw, ranked
from dash_app.components.names import category_name

RANKING = Choice("by", "Ranked by", (("revenue", "Revenue"), ("quantity", "Units")))


def name_of(row: dict[str, Any]) -> str:
    """Name of a product; where products have none, its category tells more than its number."""
    return str(row["name"] or category_name(row["category"]) or row["sku"])


def _detail(row: dict[str, Any]) -> str:
    """What tells products of one name apart: the size, else the number."""
    return str(row["size"] or row["sku"])


def _by_rank(click: Click) -> Draw:
    return ranked(
        lambda scene: scene.options["by"],
        "sku",
        name=name_of,
        detail=_detail,
        click=click,
        tells=("revenue", "quantity"),
        share="share",
    )


top = _by_rank(("filter", "sku"))
"""A click looks at the product, beside the others."""

best = _by_rank(("open", "product"))
"""A click opens the page about the product."""
