"""Every text a person sees, in the language of whoever reads; English where a language has none for it."""

from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from string import Formatter

from dash_app import reader

FOLDER = Path(__file__).parent / "languages"
_ENGLISH = NullTranslations()


class BrokenLanguage(ValueError):
    """A file of a language that must not be shown to anybody."""


def say(text: str, /, **values: str) -> str:
    """Return a text as the reader reads it, with values for the names in braces."""
    said = LANGUAGES.get(reader.language(), _ENGLISH).gettext(text) if text else ""
    return said.format(**values) if values else said


def say_n(one: str, many: str, n: int, **values: str) -> str:
    """Return the text for one or for many; `{n}` is the number as the reader writes it."""
    said = LANGUAGES.get(reader.language(), _ENGLISH).ngettext(one, many, n)
    return said.format(n=reader.decimal(n, 0), **values)


def marked(text: str) -> str:
    """List a text among those to be translated where it is shown, later."""
    return text


def marked_n(one: str, many: str) -> tuple[str, str]:
    """List a text for one and for many among those to be translated where they are shown, later."""
    return one, many


def language() -> str:
    """Code of the language that texts are in, for the document and those who read it aloud."""
    return reader.language() if reader.language() in LANGUAGES else reader.HOUSE.language


def read_language(path: Path) -> GNUTranslations:
    """Read the texts of a language from a .po file.

    Raises BrokenLanguage where a translation would leave out a value or ask for one that is not there.
    """
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import PoFileError, read_po

    try:
        with path.open("rb") as file:
            catalog = read_po(file, locale=path.stem, abort_invalid=True)
    except PoFileError as error:
        raise BrokenLanguage(f"{path.name}: {error}") from error
    for message in catalog:
        _check(path.name, _each(message.id), [text for text in _each(message.string or ()) if message.id and text])
    packed = BytesIO()
    write_mo(packed, catalog)
    packed.seek(0)
    return GNUTranslations(packed)


def _each(texts: str | list[str] | tuple[str, ...]) -> list[str]:
    return [texts] if isinstance(texts, str) else list(texts)


def _check(file: str, texts: list[str], translations: list[str]) -> None:
    """Compare placeholders; the forms of a number need not all write it."""
    wanted = set().union(*map(_names, texts))
    for translation in translations:
        try:
            found = _names(translation)
        except ValueError as error:
            raise BrokenLanguage(f"{file}: {translation!r} has a brace too many or too few") from error
        if found | ({"n"} if len(texts) > 1 else set()) != wanted:
            names = ", ".join(sorted(found)) or "none"
            raise BrokenLanguage(f"{file}: {translation!r} has the values {names}, not those of {texts[-1]!r}")


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


LANGUAGES: dict[str, GNUTranslations] = {path.stem: read_language(path) for path in sorted(FOLDER.glob("*.po"))}
"""Languages beside English, by their code."""
