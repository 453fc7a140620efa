"""`python -m data generate`."""

from pathlib import Path

import duckdb
import pytest

from api.models.warehouse.versions import published_version, version_url
from data.scripts.generate_sample_data import main


def test_it_writes_as_many_orders_as_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--orders", "250", "--out", str(tmp_path), "--no-load"]) == 0
    assert duckdb.read_parquet(str(tmp_path / "orders.parquet")).count("*").fetchall() == [(250,)]
    assert capsys.readouterr().out.startswith(f"250 orders written to {tmp_path} in ")


def test_what_an_earlier_run_left_goes_and_other_files_stay(tmp_path: Path) -> None:
    (tmp_path / "suppliers.parquet").write_text("old")
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "given").mkdir()
    (tmp_path / "given" / "customers.csv").write_text("customer_id,latitude,longitude\n1,40,-80\n")
    (tmp_path / "given" / "stores.csv").write_text("store_id,latitude,longitude\n1,40,-80\n")
    (tmp_path / "given" / "products.csv").write_text("sku,name,price\n1,Bread,2.50\n2,Cake,9.00\n")
    assert main(["--orders", "100", "--on", str(tmp_path / "given"), "--out", str(tmp_path), "--no-load"]) == 0
    assert not (tmp_path / "suppliers.parquet").exists()
    assert (tmp_path / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize("wrong", [["--orders", "9"], ["--orders", "many"], ["--seed", "-1"], ["--colour", "red"]])
def test_a_wrong_wish_is_refused(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(wrong)
    assert "python -m data generate: error" in capsys.readouterr().err


def test_an_unusable_chain_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--on", str(tmp_path), "--out", str(tmp_path / "out"), "--no-load"]) == 2
    assert "has no customers.csv" in capsys.readouterr().err


def test_reading_and_writing_the_same_folder_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--on", str(tmp_path), "--out", f"{tmp_path}/../{tmp_path.name}", "--no-load"]) == 2
    assert "name another folder" in capsys.readouterr().err


def test_it_loads_what_it_writes_and_only_into_an_empty_warehouse_if_told(tmp_path: Path) -> None:
    warehouse = f"duckdb:///{tmp_path}/warehouse.duckdb"
    command = ["--orders", "2000", "--out", str(tmp_path / "files"), "--warehouse", warehouse]
    command += ["--database", f"sqlite:///{tmp_path}/app.sqlite", "--if-empty"]
    assert main(command) == 0
    version = published_version(warehouse)
    assert version == 1
    with duckdb.connect(str(version_url(warehouse, version).database), read_only=True) as connection:
        assert connection.execute("SELECT title, source, currency FROM dataset").fetchall() == [
            ("Sample pizza chain", "sample", "USD")
        ]
        assert connection.execute('SELECT count(*) FROM "order"').fetchall() == [(2000,)]
        assert connection.execute("SELECT count(*) FROM rejected_row").fetchall() == [(0,)]
    assert main(command) == 0
    assert published_version(warehouse) == 1
