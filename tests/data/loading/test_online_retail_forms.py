"""Every form Online Retail is passed around in gives the same shop."""

import gzip
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from tests.data.loading.conftest import Shop

FIRST = ("InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country")
SECOND = ("Invoice", "StockCode", "Description", "Quantity", "InvoiceDate", "Price", "Customer ID", "Country")
Row = tuple[Any, ...]
ROWS: list[Row] = [
    (536365, "85123A", "LANTERN", 6, datetime(2010, 12, 1, 8, 26), 2.55, 17850.0, "United Kingdom"),
    (536365, "85123A", "LANTERN", 6, datetime(2010, 12, 1, 8, 26), 2.55, 17850.0, "United Kingdom"),
    (536365, "85123a", "£5 LANTERN", 1, datetime(2010, 12, 1, 8, 27), 0.125, 17850.0, "United Kingdom"),
    ("C536379", "D", "Discount", -1, datetime(2010, 12, 1, 9, 41), 27.5, 14527.0, "United Kingdom"),
    (536544, "DOT", "", 1, datetime(2010, 12, 1, 14, 32), 569.77, None, "EIRE"),
    (536414, 22139, "", 1, datetime(2010, 12, 1, 11, 52), 3, 17850.0, "France"),
    *((540000 + n, 22139, "TEA SET", 1, datetime(2011, 1, 2, 10, n), 1, 17850.0, "France") for n in range(30)),
    ("A563185", "B", "Adjust bad debt", 1, datetime(2011, 8, 12, 14, 50), -11062.06, None, "United Kingdom"),
]
QUESTIONS = (
    'SELECT order_id, ordered_at, country, amount FROM "order" JOIN place USING (place_key) ORDER BY 1',
    "SELECT sku, line_number, quantity, amount FROM order_item JOIN product USING (product_key) ORDER BY ALL",
    "SELECT sku, name, category FROM product ORDER BY 1",
    "SELECT customer_id, country FROM customer JOIN place USING (place_key) ORDER BY 1",
    'SELECT return_id, quantity, amount FROM "return"',
)


def _text(header: Sequence[str], iso: bool) -> str:
    return "".join(f"{','.join(values)}\n" for values in [list(header), *(_values(row, iso) for row in ROWS)])


def _values(row: Row, iso: bool) -> Iterator[str]:
    for value in row:
        if isinstance(value, datetime):
            yield (
                f"{value:%Y-%m-%d %H:%M:%S}"
                if iso
                else f"{value.month}/{value.day}/{value.year} {value.hour}:{value:%M}"
            )
        else:
            yield "" if value is None else str(value)


def _workbook(path: Path, header: Sequence[str], sheets: dict[str, list[Any]]) -> None:
    with xlsxwriter.Workbook(str(path), {"default_date_format": "d/m/yyyy hh:mm"}) as workbook:
        for name, rows in sheets.items():
            sheet = workbook.add_worksheet(name)
            for number, row in enumerate([tuple(header) if name != "Notes" else (), *rows]):
                sheet.write_row(number, 0, row)


def _answers(shop: Shop) -> list[list[Row]]:
    return [shop.rows(question) for question in QUESTIONS]


@pytest.fixture
def expected(shop: Shop) -> list[list[Row]]:
    """What the first edition says, as ISO text."""
    shop.load(shop.deliver(online_retail=_text(FIRST, iso=True)), "online_retail")
    answers = _answers(shop)
    assert answers[0][0] == ("536365", datetime(2010, 12, 1, 8, 26), "United Kingdom", 30_725_000)
    assert len(answers[0]) == 33
    assert ("85123a", "£5 LANTERN", "") in answers[2]
    assert ("DOT", "", "Fees") in answers[2]
    assert answers[3] == [("", ""), ("14527", "United Kingdom"), ("17850", "France")]
    assert answers[4] == [("C536379", 1, 27_500_000)]
    return answers


FORMS: dict[str, Callable[[], dict[str, str | bytes]]] = {
    "slashes in dates": lambda: {"Online_Retail": _text(FIRST, iso=False)},
    "edition II": lambda: {"online_retail_II": _text(SECOND, iso=True)},
    "compressed": lambda: {"data__csv__gz": gzip.compress(_text(SECOND, iso=False).encode())},
    "latin-1": lambda: {"OnlineRetail": _text(FIRST, iso=False).encode("latin-1")},
    "byte-order mark": lambda: {"OnlineRetail": _text(FIRST, iso=False).encode("utf-8-sig")},
    "line ends of Windows": lambda: {"OnlineRetail": _text(FIRST, iso=True).replace("\n", "\r\n")},
    "mixed line ends": lambda: {"OnlineRetail": _text(FIRST, iso=True).replace("\n", "\r\n", 3)},
    "semicolons": lambda: {"OnlineRetail": _text(FIRST, iso=True).replace(",", ";")},
    "two files": lambda: {
        "Year 2009-2010": "".join(_text(SECOND, iso=True).splitlines(True)[:7]),
        "Year 2010-2011": "".join(_text(SECOND, iso=True).splitlines(True)[i] for i in (0, *range(7, len(ROWS) + 1))),
    },
}


@pytest.mark.parametrize("form", FORMS)
def test_text_files(shop: Shop, expected: list[list[Row]], form: str) -> None:
    report = shop.load(shop.deliver(**FORMS[form]()), "online_retail", replace=True)
    assert _answers(shop) == expected
    assert [(c.rule, c.rows) for c in report.counts if c.outcome == "rejected"] == [("stock_correction", 1)]


@pytest.mark.parametrize("header", [FIRST, SECOND])
def test_the_original_workbook(shop: Shop, expected: list[list[Row]], header: Sequence[str]) -> None:
    folder = shop.deliver()
    _workbook(folder / "Online Retail.xlsx", header, {"Online Retail": ROWS})
    assert shop.load(folder, "online_retail").status == "unchanged"
    shop.load(folder, "online_retail", replace=True)
    assert _answers(shop) == expected


def test_two_sheets_that_overlap(shop: Shop, expected: list[list[Row]]) -> None:
    """Edition II tells the first days of December 2010 on both of its sheets."""
    folder = shop.deliver()
    sheets = {"Year 2009-2010": ROWS[:4], "Notes": [("see the publisher's page",)], "Year 2010-2011": ROWS}
    _workbook(folder / "online_retail_II.xlsx", SECOND, sheets)
    report = shop.load(folder, "online_retail", replace=True)
    assert _answers(shop) == expected
    again = [(c.file, c.table, c.outcome, c.rows) for c in report.counts if c.rule == "told_again"]
    assert again == [
        ("online_retail_II.xlsx [Year 2009-2010]", "order_items", "repaired", 3),
        ("online_retail_II.xlsx [Year 2009-2010]", "returns", "repaired", 1),
    ]


def test_a_later_month_adds_to_an_earlier_one(shop: Shop, expected: list[list[Row]]) -> None:
    lines = _text(FIRST, iso=True).splitlines(True)
    shop.load(shop.deliver(online_retail="".join(lines[:20])), "online_retail", replace=True)
    later = shop.load(shop.deliver(online_retail="".join([lines[0], *lines[15:]])), "online_retail")
    assert (later.orders_new, later.orders_unchanged) == (17, 5)
    assert _answers(shop)[0] == expected[0]


def test_a_line_that_cannot_be_read_is_rejected_and_the_totals_still_agree(shop: Shop) -> None:
    lines = _text(FIRST, iso=True).splitlines(True)
    lines[20] = lines[20].replace("2011-01-02", "2011-02-30")
    again = [line.replace("5400", "5500") for line in lines[21:31]]
    report = shop.load(shop.deliver(online_retail="".join([*lines, *again])), "online_retail")
    rejected = {c.rule: c.rows for c in report.counts if c.outcome == "rejected"}
    assert rejected == {"unreadable_invoice_date": 1, "stock_correction": 1}
    assert [total.expected == total.found for total in report.control_totals] == [True, True]
