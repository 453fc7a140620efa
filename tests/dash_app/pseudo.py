"""A language made from the template: each piece of text stands in brackets, so that any other shows."""

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from string import Formatter
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from dash import html

from dash_app.texts import FOLDER
from tests.dash_app.reading import parts

CODE = "eo"
_SAYS = ("title", "placeholder", "label", "aria-label", "data-done", "data-failed", "data-unit")
_IN_FIGURES = ("text", "hovertext", "ticktext", "name", "labels", "tickprefix", "ticksuffix", "hovertemplate")
_GRID = ("headerName", "headerTooltip", "localeText")
_SAID = re.compile(r"⟦[^⟦⟧]*⟧|`[^`]*`|^/api/.*|<[^>]*>|%\{[^}]*\}")
_NAME_OF_API = re.compile(r"`[^`]*`")
_WORD = re.compile(r"[^\W\d_]{2,}")


def write_pseudo(folder: Path) -> Path:
    """Write the file of the language."""
    with (FOLDER / "whitespot.pot").open("rb") as file:
        template = read_po(file)
    catalog = Catalog(locale=CODE, charset="utf-8")
    for message in template:
        if message.id:
            ids = [message.id] if isinstance(message.id, str) else list(message.id)
            said = tuple(map(bracketed, ids))
            catalog.add(message.id, said[0] if len(said) == 1 else said)
    path = folder / f"{CODE}.po"
    with path.open("wb") as file:
        write_po(file, catalog)
    return path


def bracketed(text: str) -> str:
    """Put what stands between the values in brackets; the values have to say themselves what they are."""
    pieces = Formatter().parse(text)
    said = "".join(f"⟦{words}⟧" * bool(words) + (f"{{{name}}}" if name else "") for words, name, _, _ in pieces)
    return _NAME_OF_API.sub(r"⟧\g<0>⟦", said)


def unsaid(shown: Any, data: Iterable[str]) -> list[str]:
    """Texts that hold words which neither come from the catalogue nor are data."""
    known = _words(" ".join(data))
    return [text for text in set(_shown(shown)) if _words(_SAID.sub(" ", text)) - known]


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}


def _shown(tree: Any) -> Iterator[str]:
    """Every text of components and figures; names of the API stand in code."""
    if isinstance(tree, dict):
        yield from _of_figure(tree)
    if isinstance(tree, list | tuple):
        for item in tree:
            yield from _shown(item)
    for part in parts(tree):
        if isinstance(part, html.Code):
            continue
        written: Any = part.to_plotly_json  # Dash gives it no types
        told = written()["props"]
        yield from (told[name] for name in _SAYS if isinstance(told.get(name), str))
        yield from _of_markup(told.get("data-html", ""))
        children = told.get("children")
        yield from (each for each in (children if isinstance(children, list) else [children]) if isinstance(each, str))
        yield from _below(told.get("columnDefs"), _GRID)
        yield from _below(told.get("dashGridOptions"), _GRID)
        for row in told.get("rowData") or ():
            yield from (value for value in row.values() if isinstance(value, str))
    if isinstance(tree, str):
        yield tree


def _of_markup(text: str) -> Iterator[str]:
    """Texts of markup, without names of the API in code."""
    reader = _Reader()
    reader.feed(text)
    return iter(reader.found)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._is_code = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_code = tag == "code"
        self.found += [value for name, value in attrs if name in _SAYS and value]

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - as the library names it
        self._is_code = False

    def handle_data(self, data: str) -> None:
        self.found += [] if self._is_code else [data]


def _of_figure(figure: dict[str, Any]) -> Iterator[str]:
    layout = {name: value for name, value in figure.get("layout", {}).items() if name not in ("template", "map")}
    yield from _below([figure.get("data"), layout], _IN_FIGURES)
    for trace in figure.get("data", []):
        yield from (at for axis in ("x", "y") for at in trace.get(axis) or () if isinstance(at, str))


def _below(tree: Any, names: tuple[str, ...], taken: bool = False) -> Iterator[str]:
    if isinstance(tree, dict):
        for name, value in tree.items():
            yield from _below(value, names, taken or name in names)
    elif isinstance(tree, list | tuple):
        for item in tree:
            yield from _below(item, names, taken)
    elif taken and isinstance(tree, str):
        yield tree
