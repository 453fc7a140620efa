"""Sizes and rooms that no linter checks."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CODE = [
    path
    for folder in ("api", "dash_app", "data", "docs", "benchmarks")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if "migrations" not in path.parts
]
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text()
    assert text.count("\n") <= 300
    functions = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef))
    assert [f.name for f in functions if (f.end_lineno or 0) - f.lineno >= 50] == []


def test_no_file_is_called_after_nothing() -> None:
    assert [path for path in CODE if path.stem in FORBIDDEN_NAMES] == []


def test_nothing_but_config_reads_the_environment() -> None:
    readers = [path for path in CODE if "os.environ" in path.read_text() or "getenv" in path.read_text()]
    assert readers == [ROOT / "api" / "config.py"]
