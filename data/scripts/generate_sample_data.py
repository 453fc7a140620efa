"""Makes sample data and loads it: `python -m data generate`."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from time import perf_counter

from api.config import ROOT, Config, load_config
from api.models.warehouse.versions import published_version

FEWEST_ORDERS = 100
SEED = 7
REFUSED = 2


def main(arguments: list[str]) -> int:
    """Generate what the command line asks for; returns the exit code.

    Raises LoadError where the load refuses the files.
    """
    wish = _parser(load_config()).parse_args(arguments)
    config = load_config({"WAREHOUSE_URL": wish.warehouse, "DATABASE_URL": wish.database})
    if wish.if_empty and published_version(config.WAREHOUSE_URL) is not None:
        return 0
    return _generate(wish) or (0 if wish.no_load else _load(wish.out, config))


def _parser(config: Config) -> ArgumentParser:
    parser = ArgumentParser("python -m data generate", description="Make a believable pizza chain and load it.")
    add = parser.add_argument
    add("--orders", type=_orders, default=300_000, help="how many orders (default 300,000)")
    add("--seed", type=_seed, default=SEED, help=f"the same seed gives the same data (default {SEED})")
    add("--out", type=Path, default=ROOT / "var" / "sample", help="folder to write to (default var/sample)")
    add("--on", type=Path, metavar="FOLDER", help="put orders on the customers, stores and products in FOLDER")
    add("--no-load", action="store_true", help="write the files only")
    add("--if-empty", action="store_true", help="do nothing where the warehouse holds data already")
    add("--warehouse", default=config.WAREHOUSE_URL, metavar="URL", help="warehouse to load into")
    add("--database", default=config.DATABASE_URL, metavar="URL", help="application database, for the ledger")
    return parser


def _orders(text: str) -> int:
    count = int(text)
    if count < FEWEST_ORDERS:
        raise ArgumentTypeError(f"{count} is too few, a chain needs at least {FEWEST_ORDERS}")
    return count


def _seed(text: str) -> int:
    seed = int(text)
    if seed < 0:
        raise ArgumentTypeError("a seed is 0 or more")
    return seed


def _generate(wish: Namespace) -> int:
    from data.generating.generate import generate
    from data.generating.given.files import UnusableChain

    start = perf_counter()
    try:
        generate(wish.out, wish.orders, wish.seed, wish.on)
    except UnusableChain as problem:
        sys.stderr.write(f"{problem}\n")
        return REFUSED
    sys.stdout.write(f"{wish.orders:,} orders written to {wish.out} in {perf_counter() - start:.1f} s\n")
    return 0


def _load(folder: Path, config: Config) -> int:
    from data.loading.load import load

    start = perf_counter()
    load("canonical", folder, warehouse_url=config.WAREHOUSE_URL, database_url=config.DATABASE_URL, replace=True)
    sys.stdout.write(f"loaded in {perf_counter() - start:.1f} s\n")
    return 0
