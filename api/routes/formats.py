"""How an answer is written: JSON, CSV, XLSX and ZIP from the same rows."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from api.routes.workbook import workbook
from api.services.analysis import Answer
from api.services.receipt import Receipt

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_BLOCK = 2_000


@dataclass(frozen=True)
class Format:
    """A way to write answers, block by block."""

    suffix: str
    mimetype: str
    write: Callable[[Answer, Receipt], Iterator[bytes]]


def to_json(answer: Answer, _receipt: Receipt) -> Iterator[bytes]:
    """Write the whole answer."""
    yield orjson.dumps(answer.as_dict(), option=orjson.OPT_NON_STR_KEYS | orjson.OPT_SERIALIZE_NUMPY)


def to_csv(answer: Answer, _receipt: Receipt) -> Iterator[bytes]:
    """Write the rows; text that a spreadsheet would run as a formula gets a quote in front."""
    names = [column.name for column in answer.question.analysis.columns]
    yield _csv_lines([names])
    for start in range(0, len(answer.rows), _BLOCK):
        yield _csv_lines([[_csv_cell(row[name]) for name in names] for row in answer.rows[start : start + _BLOCK]])


def _csv_lines(rows: list[list[Any]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def _csv_cell(value: Any) -> Any:
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    return value


def to_xlsx(answer: Answer, receipt: Receipt) -> Iterator[bytes]:
    """Write the rows as a sheet and the receipt as a second one."""
    yield workbook(answer, receipt)


def to_zip(answer: Answer, receipt: Receipt) -> Iterator[bytes]:
    """Write the rows as CSV, with the receipt as JSON beside them."""
    file, name = io.BytesIO(), answer.question.analysis.name.replace("/", "-")
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open(_member(f"{name}.csv", answer), "w") as rows:
            rows.writelines(to_csv(answer, receipt))
        archive.writestr(_member(f"{name}.json", answer), orjson.dumps(receipt.as_dict(), option=orjson.OPT_INDENT_2))
    yield file.getvalue()


def _member(name: str, answer: Answer) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, answer.answered_at.timetuple()[:6])
    member.compress_type = zipfile.ZIP_DEFLATED
    return member


FORMATS = {
    "json": Format("json", "application/json", to_json),
    "csv": Format("csv", "text/csv", to_csv),
    "xlsx": Format("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", to_xlsx),
    "zip": Format("zip", "application/zip", to_zip),
}
"""The formats of every answer, by the value of `format`."""
