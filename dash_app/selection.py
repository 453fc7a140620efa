"""What the viewer has selected: read from the URL, and every change of it as a link."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from typing import Self
from urllib.parse import parse_qsl, urlencode

from dash_app.paths import MEMBERS, path_of
from dash_app.periods import COMPARISONS, DEFAULT, PERIODS

PLACES = ("country", "state", "city", "store")
DIMENSIONS = (*PLACES, "category", "channel", "sku", "customer")
_PERIOD = ("period", "start", "end")
_COLORS = "colors"
_KNOWN = (*_PERIOD, *DIMENSIONS, _COLORS, "compare", "grain")
_OF_A_CARD = re.compile(r"[a-z0-9_-]+\.(?!view$)[a-z0-9_]+")
"""Choices of single cards; where a map looks is the browser's business alone."""


@dataclass(frozen=True)
class Selection:
    """Filters and options, in the order in which they were chosen."""

    pairs: tuple[tuple[str, str], ...] = ()

    @classmethod
    def read(cls, search: str | None) -> Self:
        """Read the query of a URL; what no page knows is left out."""
        pairs = parse_qsl((search or "").removeprefix("?"))
        return cls(tuple(dict.fromkeys(pair for pair in pairs if pair[0] in _KNOWN or _OF_A_CARD.fullmatch(pair[0]))))

    @property
    def elsewhere(self) -> Self:
        """What holds on every page: filters and period, without the choices of single cards."""
        return type(self)(tuple(pair for pair in self.pairs if pair[0] in _KNOWN))

    @property
    def link(self) -> str:
        """The query that brings this selection back."""
        return "?" + urlencode(self.pairs)

    def about(self, kind: str, member: str) -> str:
        """Link to the page about a member, under the same filters.

        A customer may have bought nothing for months, so that page shows all time unless a period was chosen.
        """
        kept = self.without(MEMBERS[kind]).elsewhere
        is_chosen = any(name in _PERIOD for name, _ in kept.pairs)
        return path_of(kind, member) + (kept if is_chosen or kind != "customer" else kept.within("all")).link.rstrip(
            "?"
        )

    @property
    def filters(self) -> tuple[tuple[str, str], ...]:
        """What has been filtered by, apart from the period."""
        return tuple(pair for pair in self.pairs if pair[0] in DIMENSIONS)

    @property
    def period(self) -> str:
        """Name of the period; empty where days are given instead."""
        if self.first("start") or self.first("end"):
            return ""
        return self.first("period") if self.first("period") in PERIODS else DEFAULT

    def values(self, name: str) -> list[str]:
        """Every value given for a name."""
        return [value for key, value in self.pairs if key == name]

    def first(self, name: str, default: str = "") -> str:
        """First value given for a name."""
        return next(iter(self.values(name)), default)

    def only(self, name: str) -> str:
        """Return the value where exactly one is given, else nothing."""
        values = self.values(name)
        return values[0] if len(values) == 1 else ""

    def without(self, *names: str) -> Self:
        """Leave out every value of the names."""
        names = (*names, _COLORS) if "store" in names else names
        return type(self)(tuple(pair for pair in self.pairs if pair[0] not in names))

    def toggled(self, name: str, value: str) -> Self:
        """Add the value, or take it away where it is there."""
        if (name, value) in self.pairs:
            rest = type(self)(tuple(pair for pair in self.pairs if pair != (name, value)))
            return rest._colored(self.colors) if name == "store" else rest
        return type(self)((*self.pairs, (name, value)))

    @property
    def colors(self) -> dict[str, int]:
        """Number of the colour of each store chosen; a store that goes leaves those of the others as they are."""
        kept = [int(number) for number in self.first(_COLORS).split(".") if number.isdecimal()]
        free = (number for number in count() if number not in kept)
        return {store: kept[i] if i < len(kept) else next(free) for i, store in enumerate(self.values("store"))}

    def _colored(self, colors: Mapping[str, int]) -> Self:
        """Keep the colours of the stores that are left, where these would not have them anyway."""
        numbers = [colors[store] for store in self.values("store")]
        kept = "" if numbers == list(range(len(numbers))) else ".".join(map(str, numbers))
        return self.replaced({_COLORS: kept})

    def replaced(self, values: Mapping[str, str]) -> Self:
        """Give each name this one value; an empty one leaves it out."""
        kept = self.without(*values).pairs
        return type(self)((*kept, *((name, value) for name, value in values.items() if value)))

    def within(self, period: str) -> Self:
        """Choose a named period."""
        return self.without(*_PERIOD).replaced({"period": "" if period == DEFAULT else period})

    def comparing(self, compare: str) -> Self:
        """Choose what the period is compared with."""
        return self.replaced({"compare": "" if compare == next(iter(COMPARISONS)) else compare})

    def cleared(self) -> Self:
        """Leave out all filters; period and options stay."""
        return self.without(*DIMENSIONS)
