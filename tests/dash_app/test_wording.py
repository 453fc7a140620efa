"""Sentences of the API as their reader reads them."""

from pathlib import Path
from typing import Any

import pytest

from dash_app import texts
from dash_app.answers import ApiError
from dash_app.reader import read_by
from dash_app.wording import worded
from tests.dash_app.conftest import result

_GERMAN = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

msgid "Needs {n} whole week; this has {there}."
msgid_plural "Needs {n} whole weeks; this has {there}."
msgstr[0] "Braucht {n} ganze Woche, hier sind es {there}."
msgstr[1] "Braucht {n} ganze Wochen, hier sind es {there}."

msgid "The data covers {first} to {last} only."
msgstr "Die Daten reichen nur von {first} bis {last}."

msgid "This data set has no {missing}."
msgstr "Hier fehlen {missing}."

msgid "states"
msgstr "Staaten"

msgid "cities"
msgstr "Städte"
"""


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "de.po").write_text(_GERMAN)
    monkeypatch.setitem(texts.LANGUAGES, "de", texts.read_language(tmp_path / "de.po"))
    read_by(["de-DE"])


def taken_apart(template: str, **parts: Any) -> list[dict[str, Any]]:
    return [{"text": "English.", "template": template, "values": {}, **parts}]


def word(text: str) -> dict[str, Any]:
    return {"template": text, "values": {}}


WEEKS = "Needs {n} whole weeks; this has {there}."
DAYS = {"first": {"day": "2024-01-31"}, "last": {"day": "2024-12-31"}}


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("told", "said"),
    (
        (
            taken_apart(WEEKS, singular="Needs {n} whole week; this has {there}.", values={"n": 1, "there": 0.5}),
            "Braucht 1 ganze Woche, hier sind es 0,5.",
        ),
        (
            taken_apart(WEEKS, singular="Needs {n} whole week; this has {there}.", values={"n": 1376, "there": 1000}),
            "Braucht 1.376 ganze Wochen, hier sind es 1.000.",
        ),
        (
            taken_apart("The data covers {first} to {last} only.", values=DAYS),
            "Die Daten reichen nur von 31. Jan. 2024 bis 31. Dez. 2024.",
        ),
        (
            taken_apart("This data set has no {missing}.", values={"missing": [word("states"), word("cities")]}),
            "Hier fehlen Staaten oder Städte.",
        ),
        (taken_apart("No store {value}.", values={"value": "states"}), "No store states."),
        ([], "English."),
    ),
)
def test_a_sentence_is_put_together_in_the_language_of_its_reader(told: list[dict[str, Any]], said: str) -> None:
    assert worded("English.", told) == said


def test_english_has_the_style_of_the_house() -> None:
    told = taken_apart("The data covers {first} to {last} only.", values=DAYS)
    assert worded("English.", told) == "The data covers 31 Jan 2024 to 31 Dec 2024 only."


@pytest.mark.usefixtures("german")
def test_answers_and_refusals_say_it() -> None:
    told = taken_apart("This data set has no {missing}.", values={"missing": word("states")})
    answer = result({}, notes=["English.", "Not ours."], unavailable="English.", texts=told)
    assert (answer.notes, answer.unavailable) == (["Hier fehlen Staaten.", "Not ours."], "Hier fehlen Staaten.")
    body = {"code": "c", "message": "English.", "details": [{"parameter": "p", "problem": "English."}], "texts": told}
    error = ApiError.read(body)
    assert (str(error), error.details) == (
        "Hier fehlen Staaten.",
        [{"parameter": "p", "problem": "Hier fehlen Staaten."}],
    )


def test_an_api_that_tells_no_more_than_its_sentence_is_understood() -> None:
    error = ApiError.read({"code": "not_found", "message": "Gone.", "details": []})
    assert (error.code, error.message) == ("not_found", "Gone.")
