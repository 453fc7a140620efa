"""How long a load takes from start to end of the process."""

import subprocess
import sys
import time
from pathlib import Path


def load_seconds(source: str, folder: Path, home: Path) -> float:
    """Load a source into a new DuckDB warehouse in a process of its own."""
    return _seconds(["load", source, str(folder), *_into(home)])


def generate_seconds(orders: int, home: Path) -> float:
    """Generate the sample chain and load it into DuckDB in a process of its own."""
    return _seconds(["generate", "--orders", str(orders), "--out", str(home / "generated"), *_into(home)])


def _into(home: Path) -> list[str]:
    return ["--warehouse", f"duckdb:///{home}/bench.duckdb", "--database", f"sqlite:///{home}/bench.sqlite"]


def _seconds(arguments: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "data", *arguments], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start
