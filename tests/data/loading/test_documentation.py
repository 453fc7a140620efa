"""What docs/load-your-data.md shows is true."""

import re
from pathlib import Path

import pytest

from data.loading.canonical import TABLES
from data.loading.source import _FILE_SETTINGS, _SOURCE_SETTINGS
from tests.data.loading.conftest import Shop

WORDS = (Path(__file__).parents[3] / "docs" / "load-your-data.md").read_text("utf-8")


def test_it_names_every_table_and_column() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", WORDS, re.MULTILINE))
    for table in TABLES.values():
        assert set(re.findall(r"`(\w+)`\*", rows[table.name])) == {f.name for f in table.fields if f.required}
        assert {f.name for f in table.fields} <= set(re.findall(r"`(\w+)`", rows[table.name]))


def test_it_names_every_setting_of_a_source() -> None:
    for setting in (_SOURCE_SETTINGS | _FILE_SETTINGS) - {"layout", "files", "columns"}:
        assert re.search(rf"\b{setting}\b", WORDS), setting


def test_its_example_loads_as_it_says(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, content in re.findall(
        r"^`([\w/.]+)`[^\n]*\n(?:[^\n`]+\n)*\n```(?:csv|toml|sql)\n(.*?)^```", WORDS, re.M | re.S
    ):
        file = shop.home / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(content, "utf-8")
    assert len(list((shop.home / "corner_shop").iterdir())) == 7
    monkeypatch.chdir(shop.home)
    assert shop.command("load", "./corner_shop", "./delivery") == 0
    capsys.readouterr()
    shop.command("ledger")
    _head, *lines = capsys.readouterr().out.splitlines()
    assert lines == WORDS.partition("`python -m data ledger` says:\n\n```\n")[2].partition("\n```")[0].splitlines()
    assert shop.rows('SELECT order_id, live, amount FROM "order" ORDER BY 1') == [
        ("1001", True, 6_190_000),
        ("1002", False, 2_500_000),
        ("1003", True, 3_990_000),
    ]


def test_its_refusal_is_what_a_load_says(shop: Shop, capsys: pytest.CaptureFixture[str]) -> None:
    folder = shop.deliver(
        customers="customer_id\n00017\n00018\n",
        orders="order_id,ordered_at,customer_id\nO1,2024-01-01,17\nO2,2024-01-02,18\n",
    )
    assert shop.command("load", "canonical", str(folder)) == 2
    assert capsys.readouterr().err in WORDS
