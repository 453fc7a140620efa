"""Texts in the reader's language, and files of a language that are refused."""

from pathlib import Path

import pytest
from werkzeug.test import Client

from dash_app import create_dashboard, texts
from dash_app.api_client import ApiClient
from dash_app.reader import read_by
from dash_app.texts import BrokenLanguage, read_language, say, say_n

_FILE = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""
_TABLE = 'msgid "Table"\nmsgstr "Tabelle"\n'


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    many = 'msgid "{n} day ago"\nmsgid_plural "{n} days ago"\nmsgstr[0] "gestern"\nmsgstr[1] "vor {n} Tagen"\n'
    (tmp_path / "de.po").write_text(_FILE + _TABLE + "\n" + many)
    monkeypatch.setitem(texts.LANGUAGES, "de", read_language(tmp_path / "de.po"))
    read_by(["de-DE"])


@pytest.mark.usefixtures("german")
def test_a_text_is_said_in_the_language_of_its_reader() -> None:
    assert say("Table") == "Tabelle"
    assert [say_n("{n} day ago", "{n} days ago", n) for n in (1, 2000)] == ["gestern", "vor 2.000 Tagen"]


@pytest.mark.usefixtures("german")
def test_what_a_language_has_not_is_said_in_english() -> None:
    assert say("Version {version}", version="3") == "Version 3"
    read_by(["fr"])
    assert say("Table") == "Table"
    assert texts.language() == "en"


@pytest.mark.usefixtures("german")
def test_the_document_names_its_language(client: ApiClient) -> None:
    browser = Client(create_dashboard(client))
    assert '<html lang="de">' in browser.get("/", headers={"Accept-Language": "de-DE"}).text
    assert '<html lang="en">' in browser.get("/", headers={"Accept-Language": "fr"}).text
    assert "Tabelle" not in browser.get("/_dash-layout").text


@pytest.mark.parametrize(
    "translated",
    (
        'msgid "Version {version}"\nmsgstr "Fassung {fassung}"\n',
        'msgid "Version {version}"\nmsgstr "Fassung"\n',
        'msgid "Version {version}"\nmsgstr "Fassung {version"\n',
        'msgid "Version\n',
    ),
)
def test_a_broken_file_is_refused_by_its_name(translated: str, tmp_path: Path) -> None:
    (tmp_path / "de.po").write_text(_FILE + translated)
    with pytest.raises(BrokenLanguage, match=r"de\.po"):
        read_language(tmp_path / "de.po")
