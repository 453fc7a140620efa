"""What a viewer can choose on a card besides the filters; kept in the URL."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dash_app.scene import Scene


@dataclass(frozen=True)
class Choice:
    """One of several values; the first where nothing has been chosen.

    name : the parameter of the analysis.
    values : value and label of each.
    default : what is shown where nothing has been chosen and the first value would not do.
    shared : chosen once for all cards of a page that offer it.
    group : chosen once for the cards that name the same group.
    asked : whether the API is told; a choice of looks alone is not.
    needs : values and the capability of the data set without which they are not offered.
    named : whether the label stands before the values, for cards with several choices.
    """

    name: str
    label: str
    values: tuple[tuple[str, str], ...]
    default: "Callable[[Scene], str] | None" = None
    shared: bool = False
    group: str = ""
    asked: bool = True
    needs: tuple[tuple[str, str], ...] = ()
    named: bool = False

    def offered(self, scene: "Scene") -> tuple[tuple[str, str], ...]:
        """Values that make sense for the data set; all where none does, so that the API says what is missing."""
        needs, has = dict(self.needs), {"", *scene.dataset.capabilities}
        return tuple(value for value in self.values if needs.get(value[0], "") in has) or self.values

    def read(self, given: str, scene: "Scene") -> str:
        """Return the value chosen, or the default where nothing that is offered was."""
        offered = self.offered(scene)
        if given in dict(offered):
            return given
        return self.default(scene) if self.default else offered[0][0]


@dataclass(frozen=True)
class Slider:
    """A number between two ends, set by a slider; `unit` is written behind it.

    resets : names in the URL that a new number takes away, such as what holds for the old one alone.
    """

    name: str
    label: str
    low: float
    high: float
    step: float
    start: float
    unit: str = ""
    shared: bool = False
    group: str = ""
    asked: bool = True
    resets: tuple[str, ...] = ()

    def read(self, given: str, _: "Scene") -> str:
        """Return the number chosen, or the start where none inside the ends was."""
        try:
            inside = self.low <= float(given) <= self.high
        except ValueError:
            inside = False
        return given if inside else f"{self.start:g}"


@dataclass(frozen=True)
class Pin:
    """A place that a click on the map chooses: latitude,longitude; empty where none has been chosen."""

    name: str
    label: str
    group: str = ""
    shared: bool = False
    asked: bool = False

    def read(self, given: str, _: "Scene") -> str:
        """Return the place chosen, or nothing where what is given is no place."""
        try:
            latitude, longitude = (float(part) for part in given.split(","))
        except ValueError:
            return ""
        return given if abs(latitude) <= 90 and abs(longitude) <= 180 else ""


Control = Choice | Slider | Pin
"""Whatever a card can offer to choose."""
