"""The template of all languages: every text a person sees, from marked code and from declarations."""

import ast
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from api.config import ROOT
from api.routes.expose import EXPOSED
from api.services.capabilities import COMES_FROM, NEEDS
from api.services.kpis.kpis import FIGURES
from dash_app.choice import Choice, Slider
from dash_app.components.card import CARDS
from dash_app.components.entry import UNITS
from dash_app.components.filter_bar import NAMES
from dash_app.components.info import paragraphs, phrase
from dash_app.components.loads import FATES
from dash_app.glossary import GLOSSARY, KEYS
from dash_app.pages import PAGES
from dash_app.pages.help import AREAS
from dash_app.periods import COMPARISONS, PERIODS

TEMPLATE = ROOT / "dash_app" / "languages" / "whitespot.pot"
_TAKES = {"say": 1, "marked": 1, "worded": 1, "say_n": 2, "marked_n": 2, "worded_n": 2}
"""Functions of texts.py and of the API's wording.py, and how many texts each takes."""
_FOLDERS = ("api", "dash_app")
_HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'


def template() -> str:
    """Write every text, in the order of the alphabet, with where it stands."""
    catalog = Catalog(charset="utf-8")
    for path in (ROOT / "app.py", *(path for folder in _FOLDERS for path in sorted((ROOT / folder).rglob("*.py")))):
        for text in _of_code(path):
            catalog.add(text, locations=[(str(path.relative_to(ROOT)), 0)])
    for text, where in (*_of_pages(), *_of_cards(), *_of_tables(), *_of_analyses()):
        if text:
            catalog.add(text, auto_comments=[where])
    written = BytesIO()
    write_po(written, catalog, width=0, omit_header=True, sort_output=True, include_lineno=False)
    return _HEADER + written.getvalue().decode()


def _of_code(path: Path) -> Iterator[str | tuple[str, ...]]:
    """Texts that stand in the code as they are; those from declarations come from there."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _TAKES:
            given = node.args[: _TAKES[node.func.id]]
            texts = tuple(arg.value for arg in given if isinstance(arg, ast.Constant) and isinstance(arg.value, str))
            if len(texts) == _TAKES[node.func.id]:
                yield texts if len(texts) > 1 else texts[0]


def _of_pages() -> Iterator[tuple[str, str]]:
    for page in PAGES:
        yield from ((text, f"page {page.path}") for text in (page.name, page.root, page.lead))


def _of_cards() -> Iterator[tuple[str, str]]:
    for card in CARDS.values():
        title = card.title if isinstance(card.title, str) else ""
        yield from ((text, f"card {card.key}") for text in (title, card.lead, card.nothing))
        for choice in (*card.choices, *card.follows):
            labels = [label for _, label in choice.values] if isinstance(choice, Choice) else []
            unit = choice.unit if isinstance(choice, Slider) else ""
            yield from ((text, f"choice {choice.name}") for text in (choice.label, unit, *labels))


def _of_tables() -> Iterator[tuple[str, str]]:
    yield from ((phrase(fate), "") for fate in FATES)
    for table in (PERIODS, COMPARISONS, NAMES, UNITS, AREAS, NEEDS, COMES_FROM):
        yield from ((text, "") for text in table.values())
    yield from ((text, "glossary") for term in GLOSSARY for text in term)
    yield from ((text, "key") for names, does in KEYS for text in (*names, does))


def _of_analyses() -> Iterator[tuple[str, str]]:
    for analysis in (exposed.analysis for exposed in EXPOSED if not exposed.is_alias):
        yield analysis.title, f"question {analysis.name}"
        yield from ((text, f"explanation of {analysis.name}") for text in paragraphs(analysis.explanation))
        for column in (*analysis.columns, *FIGURES):
            yield phrase(column.name), "column"
            yield column.description, f"column {column.name}"
            yield from ((word, f"value of {column.name}") for word in column.words)
        for name, field in analysis.params.model_fields.items():
            yield field.description or "", f"parameter {name}"
