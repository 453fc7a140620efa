"""Rows of a long table: filtered, sorted, cut out."""

from pathlib import Path
from typing import Any

import pytest

from dash_app.components.table_rows import asked_rows
from dash_app.reader import read_by
from dash_app.texts import LANGUAGES, read_language
from tests.dash_app.conftest import result

UNITS = {"name": "text", "revenue": "money", "share": "share", "complete": "flag"}
ANSWER = result(
    UNITS,
    ("Austin", 30, 0.3, True),
    ("berlin", 50, 0.5, False),
    ("Chicago", None, None, True),
    ("Dublin", 20, 0.2, True),
)


def names(filters: dict[str, Any] | None = None, *sort: tuple[str, str], rows: tuple[int, int] = (0, 100)) -> list[str]:
    """Names of the rows that a table shows."""
    order = [{"colId": column, "sort": direction} for column, direction in sort]
    request = {"filterModel": filters or {}, "sortModel": order, "startRow": rows[0], "endRow": rows[1]}
    return [row["name"] for row in asked_rows(ANSWER, request).rows]


def number(kind: str, *ends: float) -> dict[str, Any]:
    return {"filterType": "number", "type": kind, **dict(zip(("filter", "filterTo"), ends, strict=False))}


def text(kind: str, wanted: str = "") -> dict[str, Any]:
    return {"filterType": "text", "type": kind, "filter": wanted}


def test_without_wishes_rows_come_as_they_were_answered() -> None:
    assert names() == ["Austin", "berlin", "Chicago", "Dublin"]
    assert names(rows=(1, 3)) == ["berlin", "Chicago"]


def test_absent_values_come_last_in_either_direction() -> None:
    assert names({}, ("revenue", "desc")) == ["berlin", "Austin", "Dublin", "Chicago"]
    assert names({}, ("revenue", "asc")) == ["Dublin", "Austin", "berlin", "Chicago"]


def test_an_empty_text_is_absent_too() -> None:
    sold = result({"customer": "text"}, ("",), ("b",), ("A",))
    for direction, order in (("asc", ["A", "b", ""]), ("desc", ["b", "A", ""])):
        request = {"filterModel": {}, "sortModel": [{"colId": "customer", "sort": direction}], "startRow": 0}
        assert [row["customer"] for row in asked_rows(sold, request | {"endRow": 9}).rows] == order


def test_words_of_whitespot_are_sorted_and_found_as_they_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    german = (("", "Content-Type: text/plain; charset=utf-8"), ("seller", "Anbieter"), ("store", "Filiale"))
    (tmp_path / "de.po").write_text("".join(f'msgid "{word}"\nmsgstr "{said}"\n\n' for word, said in german))
    monkeypatch.setitem(LANGUAGES, "de", read_language(tmp_path / "de.po"))
    read_by(["de"])
    stores = result({"kind": "word"}, ("web",), ("store",), ("seller",))
    request = {"filterModel": {}, "sortModel": [{"colId": "kind", "sort": "asc"}], "startRow": 0, "endRow": 9}
    assert [row["kind"] for row in asked_rows(stores, request).rows] == ["Anbieter", "Filiale", "web"]
    request["filterModel"] = {"kind": text("contains", "fil")}
    assert [row["kind"] for row in asked_rows(stores, request).rows] == ["Filiale"]


def test_the_first_column_sorted_by_decides_and_the_next_breaks_ties() -> None:
    assert names({}, ("complete", "asc"), ("name", "desc")) == ["berlin", "Dublin", "Chicago", "Austin"]


@pytest.mark.parametrize(
    ("filters", "left"),
    [
        ({"name": text("contains", "LIN")}, ["berlin", "Dublin"]),
        ({"name": text("notContains", "lin")}, ["Austin", "Chicago"]),
        ({"name": text("startsWith", "b")}, ["berlin"]),
        ({"revenue": number("inRange", 20, 30)}, ["Austin", "Dublin"]),
        ({"revenue": number("greaterThanOrEqual", 30)}, ["Austin", "berlin"]),
        ({"revenue": number("blank")}, ["Chicago"]),
        ({"share": number("lessThanOrEqual", 20)}, ["Dublin"]),
        ({"complete": text("equals", "no")}, ["berlin"]),
        ({"name": text("contains", "lin"), "revenue": number("equals", 20)}, ["Dublin"]),
        ({"gone": text("contains", "x")}, ["Austin", "berlin", "Chicago", "Dublin"]),
    ],
)
def test_filters_keep_what_fits(filters: dict[str, Any], left: list[str]) -> None:
    assert names(filters) == left


def test_a_slice_knows_how_many_rows_fit() -> None:
    request = {"filterModel": {"name": text("contains", "i")}, "sortModel": [], "startRow": 0, "endRow": 1}
    assert asked_rows(ANSWER, request).fitting == 4
    assert len(asked_rows(ANSWER, request).rows) == 1
