"""How an answer is written: JSON, CSV and XLSX from the same rows."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import orjson

from api.services.analysis import Answer
from api.services.units import Unit

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_XLSX_FORMATS = {
    Unit.MONEY: "#,##0.00",
    Unit.COUNT: "#,##0",
    Unit.SHARE: "0.0%",
    Unit.CHANGE: "+0.0%;-0.0%",
    Unit.KM: "#,##0.00",
    Unit.DAY: "yyyy-mm-dd",
    Unit.MOMENT: "yyyy-mm-dd hh:mm:ss",
}


@dataclass(frozen=True)
class Format:
    """A way to write answers."""

    suffix: str
    mimetype: str
    write: Callable[[Answer], bytes]


def to_json(answer: Answer) -> bytes:
    """Write the whole answer."""
    return orjson.dumps(answer.as_dict(), option=orjson.OPT_NON_STR_KEYS | orjson.OPT_SERIALIZE_NUMPY)


def to_csv(answer: Answer) -> bytes:
    """Write the rows; text that a spreadsheet would run as a formula gets a quote in front."""
    names = [column.name for column in answer.question.analysis.columns]
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(names)
    writer.writerows([_csv_cell(row[name]) for name in names] for row in answer.rows)
    return text.getvalue().encode()


def _csv_cell(value: Any) -> Any:
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    return value


def to_xlsx(answer: Answer) -> bytes:
    """Write the rows as a sheet: numbers and days as such, text never as a formula."""
    import xlsxwriter

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"constant_memory": True, "in_memory": True}) as book:
        _write_sheet(book, answer)
    return file.getvalue()


def _write_sheet(book: Any, answer: Answer) -> None:
    columns = answer.question.analysis.columns
    sheet = book.add_worksheet("Answer")
    formats = [book.add_format({"num_format": _XLSX_FORMATS.get(column.unit, "General")}) for column in columns]
    bold = book.add_format({"bold": True})
    sheet.freeze_panes(1, 0)
    for position, column in enumerate(columns):
        sheet.set_column(position, position, max(12, len(column.name) + 2))
        sheet.write_string(0, position, column.name, bold)
    for number, row in enumerate(answer.rows, 1):
        for position, column in enumerate(columns):
            _write_cell(sheet, number, position, row[column.name], formats[position])


def _write_cell(sheet: Any, row: int, column: int, value: Any, cell_format: Any) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, cell_format)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, cell_format)
    else:
        sheet.write_string(row, column, str(value))


FORMATS = {
    "json": Format("json", "application/json", to_json),
    "csv": Format("csv", "text/csv", to_csv),
    "xlsx": Format("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", to_xlsx),
}
"""The formats of every answer, by the value of `format`."""
