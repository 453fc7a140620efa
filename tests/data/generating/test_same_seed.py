"""The same seed gives the same files."""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from data.generating.generate import generate

ORDERS = 3_000


def digests(folder: Path) -> dict[str, str]:
    return {file.name: sha256(file.read_bytes()).hexdigest() for file in sorted(folder.iterdir())}


def test_the_same_seed_gives_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    generate(tmp_path / "here", ORDERS, seed=3)
    command = ["generate", "--orders", str(ORDERS), "--seed", "3", "--out", str(tmp_path / "there"), "--no-load"]
    code = f"from data.scripts.generate_sample_data import main; raise SystemExit(main({command[1:]}))"
    subprocess.run([sys.executable, "-c", code], check=True, env={**os.environ, "PYTHONHASHSEED": "123"})
    assert digests(tmp_path / "here") == digests(tmp_path / "there")


def test_another_seed_gives_another_chain(tmp_path: Path) -> None:
    generate(tmp_path / "one", ORDERS, seed=3)
    generate(tmp_path / "other", ORDERS, seed=4)
    same = {name for name, digest in digests(tmp_path / "one").items() if digests(tmp_path / "other")[name] == digest}
    assert same == {"dataset.json", "suppliers.parquet", "products.parquet"}
