"""`make bench`: loads and questions on real and generated data."""

import argparse
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import api.routes  # noqa: F401 - fills the list of questions
from benchmarks.loads import generate_seconds, load_seconds
from benchmarks.pages import measure_pages, table_of_pages
from benchmarks.questions import CLOCKS, REPEATS, Measured, measure, table

DATASETS = Path(__file__).resolve().parent.parent.parent / "shared" / "datasets"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--orders", type=int, nargs="*", default=[1_000_000, 5_000_000], help="sizes to generate")
    parser.add_argument("--warehouse", metavar="URL", help="measure this one instead of loading any")
    parser.add_argument(
        "--repeats", type=int, default=REPEATS, help=f"times each question is asked (default {REPEATS})"
    )
    parser.add_argument("--clock", choices=CLOCKS, default="wall", help="cpu where the machine has other work")
    given = parser.parse_args()
    measured = partial(measure, repeats=given.repeats, clock=given.clock)
    if given.warehouse:
        print(table(measured(given.warehouse)))
        return
    if DATASETS.is_dir():
        _on(
            "Online Retail, 541,909 lines", partial(load_seconds, "online_retail", DATASETS / "online_retail"), measured
        )
    else:
        print("The public data sets are not beside the checkout, in ../shared/datasets: left out.")
    for orders in given.orders:
        _on(f"generated chain, {orders:,} orders", partial(generate_seconds, orders), measured)


def _on(title: str, make: Callable[[Path], float], measured: Callable[[str], list[Measured]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        seconds = make(Path(folder))
        print(f"\n{title}: in DuckDB after {seconds:.1f} s")
        print(table(measured(f"duckdb:///{folder}/bench.duckdb")))
        print(table_of_pages(measure_pages(f"duckdb:///{folder}/bench.duckdb")))


if __name__ == "__main__":
    main()
