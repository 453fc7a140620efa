"""Answers as files: the same rows, and the receipt with them."""

import csv
import io
import json
import zipfile
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from api.routes import answers
from tests.world import Shop

URL = "/api/products/top?by=quantity&start=2024-01-01"


@pytest.fixture
def told(shop: Shop) -> Shop:
    shop.product("P1", name='=HYPERLINK("x")').product("P2", name="Quattro, formaggi", category="+1 Vegan")
    return shop.sell("2024-01-01", 12.5).sell("2024-01-02", 0.01, sku="P2")


def book_of(shop: Shop, url: str) -> tuple[Worksheet, Worksheet]:
    answer, receipt = openpyxl.load_workbook(io.BytesIO(shop.get(url).response.data)).worksheets
    return answer, receipt


def lines_of(sheet: Worksheet) -> dict[str, Any]:
    return {str(name): words for name, words in sheet.iter_rows(values_only=True) if name}


def test_every_format_has_the_rows_of_the_answer(told: Shop) -> None:
    rows = [list(row.values()) for row in told.get(URL).body["rows"]]
    sheet, _ = book_of(told, f"{URL}&format=xlsx")
    assert [list(row) for row in sheet.iter_rows(min_row=2, values_only=True)] == [
        [None if value == "" else value for value in row] for row in rows
    ]
    text = told.get(f"{URL}&format=csv").response.data.decode()
    written = list(csv.reader(io.StringIO(text)))[1:]
    said = [["" if value is None else str(value) for value in row] for row in rows]
    assert [[cell.removeprefix("'") for cell in row] for row in written] == said


def test_csv_is_plain_utf8(told: Shop) -> None:
    reply = told.product("P1", name="Café").get(f"{URL}&format=csv").response
    assert reply.mimetype == "text/csv"
    assert "Café".encode() in reply.data
    assert reply.headers["Content-Disposition"] == 'attachment; filename="products-top.csv"'


def test_a_workbook_has_the_receipt_on_its_second_sheet(told: Shop) -> None:
    _, sheet = book_of(told, f"{URL}&sku=P1&format=xlsx")
    receipt = told.get(f"{URL}&sku=P1&receipt=only").body
    lines = lines_of(sheet)
    assert sheet.title == "Receipt"
    assert lines["Question"] == receipt["title"]
    assert lines["Filter"] == "Product P1"
    assert lines["Period"] == "2024-01-01 to 2024-01-02, 2 days"
    assert lines["Asked again by"] == receipt["url"]
    assert lines["Rows"] == "1"
    written = [words for _, words in sheet.iter_rows(values_only=True)]
    assert receipt["statements"][0]["sql"] in written


def test_nothing_in_the_receipt_runs_as_a_formula(told: Shop) -> None:
    _, sheet = book_of(told, "/api/products/sales?category=%3D1%2B1&sku=%2BP1&format=xlsx")
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert kinds == {"s"}
    assert any("=1+1" in str(words) for _, words in sheet.iter_rows(values_only=True))


def test_text_that_no_cell_can_hold_goes_over_several(told: Shop) -> None:
    many = "&".join(f"sku=P{number:050d}" for number in range(1_000))
    _, sheet = book_of(told, f"{URL}&{many}&format=xlsx")
    parts = [(name, str(words)) for name, words in sheet.iter_rows(values_only=True)]
    sql, url = ("".join(words for name, words in parts if name == wanted) for wanted in ("", "Asked again by"))
    assert (sql.count("P" + "0" * 47), url.count("P" + "0" * 47)) == (1_000, 1_000)
    assert max(len(words) for _, words in parts) <= 32_767


def test_a_zip_holds_rows_and_receipt(told: Shop) -> None:
    reply = told.get(f"{URL}&format=zip").response
    assert (reply.mimetype, reply.headers["Content-Disposition"]) == (
        "application/zip",
        'attachment; filename="products-top.zip"',
    )
    with zipfile.ZipFile(io.BytesIO(reply.data)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["products-top.csv", "products-top.json"]
        assert archive.read("products-top.csv") == told.get(f"{URL}&format=csv").response.data
        receipt = json.loads(archive.read("products-top.json"))
    same = told.get(f"{URL}&receipt=only").body
    assert {**receipt, **_of_the_moment(same)} == same


def _of_the_moment(receipt: dict[str, Any]) -> dict[str, Any]:
    return {name: receipt[name] for name in ("answered_at", "milliseconds", "statements")}


def test_a_large_export_is_handed_on_as_it_is_written(told: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    small = told.get(f"{URL}&format=csv").response
    monkeypatch.setattr(answers, "_LARGEST_KEPT", 10)
    large = told.get(f"{URL}&format=csv&limit=99").response
    assert ("Content-Length" in small.headers, "Content-Length" in large.headers) == (True, False)
    assert large.data == small.data
    assert told.get(f"{URL}&limit=99&receipt=true").body["receipt"]["rows_answered"] == 2
