"""The command line as a person at a terminal meets it."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from tests.data.loading.conftest import Shop

ROOT = Path(__file__).parents[3]


def _at_a_terminal(*arguments: str) -> str:
    """What a terminal of 100 columns shows of `python -m data`."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
    process = subprocess.Popen([sys.executable, "-m", "data", *arguments], stdout=slave, stderr=slave, cwd=ROOT)
    os.close(slave)
    shown = b""
    while chunk := _read(master):
        shown += chunk
    os.close(master)
    assert process.wait() == 0
    return shown.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other end is closed
        return b""


def test_a_bar_shows_how_far_a_load_is_on_a_terminal_only(shop: Shop) -> None:
    folder = shop.deliver(orders="order_id,ordered_at\nO1,2024-01-01\n", order_items="order_id,sku\nO1,A\n")
    urls = ("--warehouse", shop.warehouse_url, "--database", shop.database_url)
    shown = _at_a_terminal("load", "canonical", str(folder), *urls)
    for step in ("reading", "checking", "making the star schema", "enriching", "comparing", "publishing"):
        assert f"\r{step}" in shown
    piped = subprocess.run(
        [sys.executable, "-m", "data", "load", "canonical", str(folder), *urls],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    assert piped.stderr == ""
    assert piped.stdout.startswith("Nothing new: version 1 already holds all of it (")


@pytest.mark.parametrize("arguments", [(), ("load",), ("load", "canonical"), ("fetch",), ("ledger", "--loud")])
def test_wrong_usage_is_explained(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    from data.__main__ import main

    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: python -m data" in capsys.readouterr().err


def test_settings_name_the_databases(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from data.__main__ import main

    monkeypatch.setenv("WAREHOUSE_URL", shop.warehouse_url)
    monkeypatch.setenv("DATABASE_URL", shop.database_url)
    folder = shop.deliver(orders="order_id,ordered_at\nO1,2024-01-01\n", order_items="order_id,sku\nO1,A\n")
    assert main(["load", "canonical", str(folder)]) == 0
    assert (shop.version, len(shop.ledger())) == (1, 1)
    monkeypatch.setenv("WAREHOUSE_URL", "oracle://x")
    assert main(["load", "canonical", str(folder)]) == 2
    assert capsys.readouterr().err.startswith("WAREHOUSE_URL has the unknown scheme 'oracle'; accepted:")
