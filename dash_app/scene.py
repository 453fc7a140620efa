"""What a card is drawn from besides its answer: selection, data set and what of the map is in view."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from dash_app.answers import Dataset, Result
from dash_app.api_client import ApiClient
from dash_app.paths import fixed_by
from dash_app.periods import COMPARISONS, days_of
from dash_app.selection import PLACES, Selection

_CAPABILITIES = {"country": "countries", "state": "states", "city": "cities"}


@dataclass(frozen=True)
class View:
    """The part of a map somebody looks at; `place` names what the map showed when they moved it."""

    place: str
    zoom: float
    bbox: str


@dataclass(frozen=True)
class Scene:
    """Everything a card may ask about where it stands.

    fixed : filters that the path fixes, on pages about one member.
    card : key of the card it has been placed on.
    options : what has been chosen on the card, by the name of the choice.
    categories : those told apart by colour, largest first, on cards that do so.
    more : answers to the further questions of the card, by analysis.
    """

    selection: Selection
    dataset: Dataset
    levels: tuple[str, ...]
    view: View | None = None
    fixed: tuple[tuple[str, str], ...] = ()
    card: str = ""
    options: dict[str, str] = field(default_factory=dict)
    categories: tuple[str, ...] = ()
    more: dict[str, Result] = field(default_factory=dict)

    @property
    def days(self) -> tuple[date | None, date | None]:
        """First and last day of a named period, relative to the last day of the data."""
        if self.dataset.as_of is None or not self.selection.period:
            return None, None
        return days_of(self.selection.period, self.dataset.as_of)

    @property
    def compare(self) -> str:
        """What the period is compared with."""
        chosen = self.selection.first("compare")
        return chosen if chosen in COMPARISONS else next(iter(COMPARISONS))

    @property
    def span(self) -> tuple[date, date] | None:
        """Days shown, None where the URL names them wrongly or there are no orders."""
        first, last = self.dataset.first_day, self.dataset.as_of
        if first is None or last is None:
            return None
        start, end = self.days
        try:
            start = start or date.fromisoformat(self.selection.first("start", first.isoformat()))
            end = end or date.fromisoformat(self.selection.first("end", last.isoformat()))
        except ValueError:
            return None
        return (start, end) if start <= end else None

    def only(self, level: str) -> str:
        """Return the one member that a level is narrowed to, by the path or by the viewer; else nothing."""
        return dict(self.fixed).get(level) or self.selection.only(level)

    @property
    def level(self) -> str:
        """What a click leads to next: the level below the deepest one with exactly one value."""
        chosen = [position for position, level in enumerate(self.levels) if self.only(level)]
        return self.levels[min(max(chosen, default=-1) + 1, len(self.levels) - 1)]

    def params(self, *without: str) -> list[tuple[str, str]]:
        """Filters as the API takes them, but for the names left out."""
        named = [(name, day.isoformat()) for name, day in zip(("start", "end"), self.days, strict=True) if day]
        given = [pair for pair in self.selection.pairs if pair[0] in ("start", "end")]
        chosen = [pair for pair in self.selection.filters if pair[0] not in dict(self.fixed)]
        return [pair for pair in (*named, *given, *chosen, *self.fixed) if pair[0] not in without]

    def choosing(self, card: str, options: dict[str, str]) -> "Scene":
        """Return the scene as a card sees it, with the choices made on it."""
        return replace(self, card=card, options=options)

    def opening(self, kind: str, member: Any) -> str:
        """Link to the page about a member, under the same filters."""
        return self.selection.about(kind, str(member))

    def coloring(self, categories: tuple[str, ...]) -> "Scene":
        """Return the scene for a drawing that tells categories apart by colour."""
        return replace(self, categories=tuple(filter(None, categories)))

    def having(self, more: dict[str, Result]) -> "Scene":
        """Return the scene with further answers."""
        return replace(self, more=more)

    def into(self, level: str, row: dict[str, Any]) -> str:
        """Link that narrows the places chosen so far to the member of `level` that a row belongs to."""
        below = PLACES[PLACES.index(level) :]
        return self.selection.without(*below).replaced({level: str(row.get(level) or "")}).link


def levels_of(client: ApiClient, dataset: Dataset) -> tuple[str, ...]:
    """Levels a viewer can drill through: those with a choice, and the stores as the last one."""
    known = [level for level in PLACES if _CAPABILITIES.get(level, "") in {"", *dataset.capabilities}]
    chosen = [level for level in known if len(client.some_members(level, dataset.version)) > 1]
    return tuple(chosen) or ("store",)


def scene_of(
    client: ApiClient, search: str | None, version: int | None = None, view: View | None = None, path: str | None = None
) -> Scene:
    """Set the scene for path and query of a URL."""
    dataset = client.dataset(at_least=version or 0)
    return Scene(Selection.read(search), dataset, levels_of(client, dataset), view, fixed_by(path))
