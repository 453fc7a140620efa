"""An answer as an Excel workbook: the rows on one sheet, the receipt on another; text never runs as a formula."""

import io
from collections.abc import Iterator
from datetime import date
from typing import Any

from api.services.analysis import Answer
from api.services.receipt import Receipt
from api.services.units import Unit

_LONGEST_TEXT = 32_000
"""Characters of a cell; Excel takes 32,767."""

_FORMATS = {
    Unit.MONEY: "#,##0.00",
    Unit.COUNT: "#,##0",
    Unit.SHARE: "0.0%",
    Unit.CHANGE: "+0.0%;-0.0%",
    Unit.KM: "#,##0.00",
    Unit.DAY: "yyyy-mm-dd",
    Unit.MOMENT: "yyyy-mm-dd hh:mm:ss",
}


def workbook(answer: Answer, receipt: Receipt) -> bytes:
    """Write both sheets; numbers and days stay such."""
    import xlsxwriter

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"constant_memory": True, "in_memory": True}) as book:
        _write_rows(book, answer)
        _write_receipt(book, receipt)
    return file.getvalue()


def _write_rows(book: Any, answer: Answer) -> None:
    columns = answer.question.analysis.columns
    sheet = book.add_worksheet("Answer")
    formats = [book.add_format({"num_format": _FORMATS.get(column.unit, "General")}) for column in columns]
    bold = book.add_format({"bold": True})
    sheet.freeze_panes(1, 0)
    for position, column in enumerate(columns):
        sheet.set_column(position, position, max(12, len(column.name) + 2))
        sheet.write_string(0, position, column.name, bold)
    for number, row in enumerate(answer.rows, 1):
        for position, column in enumerate(columns):
            _write_cell(sheet, number, position, row[column.name], formats[position])


def _write_cell(sheet: Any, row: int, column: int, value: Any, cell_format: Any) -> None:
    if value is None or value == "":
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, cell_format)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, cell_format)
    else:
        sheet.write_string(row, column, str(value)[:_LONGEST_TEXT])


def _write_receipt(book: Any, receipt: Receipt) -> None:
    sheet = book.add_worksheet("Receipt")
    label = book.add_format({"bold": True, "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 120)
    parts = [(name, part) for name, words in _lines(receipt.as_dict()) for part in _parts(words)]
    for number, (name, part) in enumerate(parts):
        sheet.write_string(number, 0, name, label)
        sheet.write_string(number, 1, part, text)


def _lines(receipt: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Name and words of every line of the receipt."""
    yield "Question", receipt["title"]
    yield "Definition", receipt["definition"]
    yield "Period", receipt["period"]
    yield from _listed("Filter", receipt["filters"] or ["none"])
    yield from _listed("Parameter", [f"{p['name']} = {p['value']}" for p in receipt["parameters"]])
    yield from _listed("Remark", receipt["remarks"])
    yield "Rows", f"{receipt['rows_answered']:,}"
    yield "Computed in", f"{receipt['milliseconds']:,} ms on {receipt['engine']}"
    yield "Answered at", receipt["answered_at"]
    yield "Data", f"{receipt['source']}, up to {receipt['as_of']}, version {receipt['version']}"
    yield "Loaded at", receipt["loaded_at"]
    yield "Asked again by", receipt["url"]
    for column in receipt["columns"]:
        formula = f" = {column['formula']}" if column["formula"] else ""
        yield f"Column {column['name']}", f"{column['description']} [{column['unit']}]{formula}"
    yield "Money", receipt["money"]
    for number, statement in enumerate(receipt["statements"], 1):
        yield f"Statement {number}", f"{statement['rows_returned']:,} rows returned in {statement['milliseconds']:,} ms"
        yield "", statement["sql"]


def _listed(name: str, values: list[str]) -> Iterator[tuple[str, str]]:
    yield from ((name, value) for value in values)


def _parts(text: str) -> list[str]:
    """Cut what no cell can hold."""
    return [text[start : start + _LONGEST_TEXT] for start in range(0, max(len(text), 1), _LONGEST_TEXT)]
