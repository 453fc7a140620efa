"""Products since their launch, new ones against old ones."""

from collections.abc import Iterator
from itertools import accumulate, chain, groupby
from typing import Any

from dash_app.answers import Result
from dash_app.choice import Choice
from dash_app.components.card import Ask, Drawn
from dash_app.components.charts.marks.axes import amounts
from dash_app.components.charts.marks.tips import TIP, tip
from dash_app.components.charts.plot import Scatter
from dash_app.components.charts.template import ACCENT, FAINT, PAST, figure
from dash_app.components.legend import Key, legend
from dash_app.components.numbers import exact
from dash_app.scene import Scene
from dash_app.texts import say, say_n

ALIGN = Choice("align", "Months counted", (("launch", "Since launch"), ("calendar", "By calendar")))
MEASURE = Choice("measure", "Measured in", (("revenue", "Revenue"), ("quantity", "Units")), asked=False)
_MOST = "1000"
_MOST_POINTS = 5_000
_SPAN = ("start",)
_Row = dict[str, Any]


def ask_performance(scene: Scene) -> Ask:
    """Ask for the whole history up to the end of the period: months since launch know no other."""
    return Ask("products/performance", [*scene.params(*_SPAN), ("align", scene.options["align"]), ("top", _MOST)])


def ask_cohort(scene: Scene) -> Ask:
    """Ask for the products launched in the same year as the one that the page is about."""
    asked = [("align", scene.options["align"]), ("top", _MOST), ("cohort_of", scene.only("sku"))]
    return Ask("products/performance", [*scene.params("sku", *_SPAN), *asked])


def performance(result: Result, scene: Scene) -> Drawn | None:
    """Draw a line per product, new ones in front; None where no whole month is covered."""
    since = result.summary["new_since"]
    keys = [Key("cell", ACCENT, say("Launched since {day}", day=exact(since, "day"))), Key("cell", PAST, say("Before"))]
    return _drawn(result, scene, lambda row: row["launched_on"] >= since, keys)


def cohort(result: Result, scene: Scene) -> Drawn | None:
    """Draw the product of the page among those launched in its year."""
    chosen = scene.only("sku")
    year = next((row["launched_on"][:4] for row in result.rows if row["sku"] == chosen), "")
    keys = [Key("cell", ACCENT, say("This product")), Key("cell", PAST, say("Launched in {year} too", year=year))]
    return _drawn(result, scene, lambda row: row["sku"] == chosen, keys)


def says_new(result: Result, _: Scene) -> str:
    """Say what new products bring."""
    share = result.summary.get("share_of_new")
    if share is None:
        return ""
    since = exact(result.summary["new_since"], "day")
    if not share:
        return say("No product has been launched since {day}.", day=since)
    told = {"day": since, "share": exact(share, "share")}
    return say("Products launched since {day} bring {share} of all revenue shown.", **told)


def _drawn(result: Result, scene: Scene, is_strong: Any, keys: list[Key]) -> Drawn | None:
    whole, left = _drawable([row for row in result.rows if row["complete"]])
    if not whole:
        return None
    front = [row for row in whole if is_strong(row)]
    back = [row for row in whole if not is_strong(row)]
    drawn = figure(hovermode="closest", margin={"l": 0, "r": 8, "t": 8, "b": 0})
    looks = ({"color": PAST, "width": 1.25}, {"color": ACCENT, "width": 2.25})
    for rows, look in zip((back, front), looks, strict=True):
        drawn.add_traces(list(_histories(rows, result, scene, look)))
    drawn.update_yaxes(**amounts(result, scene.options[MEASURE.name]))
    if scene.options["align"] == "launch":
        title = {"text": say("Whole months since launch"), "font": {"size": 11, "color": FAINT}}
        drawn.update_xaxes(title=title, rangemode="tozero")
    return Drawn(drawn, legend(keys, " ".join(filter(None, (_left(left), _rest(result))))))


def _drawable(rows: list[_Row]) -> tuple[list[_Row], int]:
    """Months of as many products as a figure may hold, best first, and the number of the products left out."""
    series = [list(months) for _, months in groupby(rows, key=lambda row: row["sku"])]
    upto = list(accumulate(map(len, series)))
    kept = sum(points <= _MOST_POINTS for points in upto)
    return list(chain.from_iterable(series[:kept])), len(series) - kept


def _left(products: int) -> str:
    one, many = "{n} further product is in the table.", "{n} further products are in the table."
    return say_n(one, many, products) if products else ""


def _histories(rows: list[_Row], result: Result, scene: Scene, look: dict[str, Any]) -> Iterator[Scatter]:
    """Draw a line per product, all of one look; what has but one month is a dot."""
    series = [list(months) for _, months in groupby(rows, key=lambda row: row["sku"])]
    lines, dots = ([months for months in series if (len(months) > 1) == is_line] for is_line in (True, False))
    if lines:
        yield _scatter(lines, result, scene, mode="lines", line=look, connectgaps=False)
    if dots:
        yield _scatter(dots, result, scene, mode="markers", marker={"size": 6, "color": look["color"]})


def _scatter(series: list[list[_Row]], result: Result, scene: Scene, **looks: Any) -> Scatter:
    """Draw months of products, with a gap between two of them."""
    column, by_launch = scene.options[MEASURE.name], scene.options["align"] == "launch"
    points = [row for months in series for row in (*months, None)][:-1]
    links = {months[0]["sku"]: scene.opening("product", months[0]["sku"]) for months in series}
    return Scatter(
        x=[row and row["months_since_launch" if by_launch else "period"] for row in points],
        y=[row and row[column] for row in points],
        text=[row and tip(_name(row), row, result, (column, "months_since_launch")) for row in points],
        customdata=[[row and links[row["sku"]]] for row in points],
        hovertemplate=TIP,
        **looks,
    )


def _rest(result: Result) -> str:
    """Name what is not drawn."""
    other = result.summary.get("other")
    if not other:
        return ""
    share = exact(other["share"], "share")
    one, many = (
        "{n} further product brings {share} of the revenue.",
        "{n} further products bring {share} of the revenue.",
    )
    return say_n(one, many, other["products"], share=share)


def _name(row: dict[str, Any]) -> str:
    return say("{name}, month from {day}", name=str(row["name"] or row["sku"]), day=exact(row["period"], "day"))
