"""Reads XLSX workbooks sheet by sheet."""

import csv
from collections.abc import Iterator
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from data.loading.errors import LoadError


def sheets(path: Path, scratch: Path) -> Iterator[tuple[str, Path]]:
    """Name of each sheet that holds anything, and a text file of its values.

    Raises LoadError when the file is no workbook.
    """
    try:
        workbook = CalamineWorkbook.from_path(str(path))
        for number, name in enumerate(workbook.sheet_names):
            sheet = workbook.get_sheet_by_name(name)
            if sheet.height:
                yield name, _as_text(sheet, scratch / f"{path.stem}.{number}.csv")
    except (CalamineError, OSError) as error:
        raise LoadError(f"{path.name} is no XLSX workbook that can be read ({error}).") from None


def _as_text(sheet: CalamineSheet, file: Path) -> Path:
    with file.open("w", encoding="utf-8", newline="") as target:
        csv.writer(target, lineterminator="\n").writerows(sheet.iter_rows())
    return file
