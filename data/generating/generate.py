"""Makes a chain, or orders on a given one, and writes them: the same files for the same seed."""

import json
from pathlib import Path

import duckdb
import numpy as np
from numpy.random import Generator

from data.generating.canonical import clear, name_things, write_facts
from data.generating.clock import set_clock
from data.generating.facts import Facts, happen
from data.generating.given.chain import LAST_DAY, read_chain
from data.generating.given.files import UnusableChain
from data.generating.invented.chain import describe_people, invent, tell_plan
from data.generating.invented.files import write_chain
from data.generating.invented.menu import associations
from data.generating.periods import cut_periods
from data.generating.prices import fixed_prices, moving_prices
from data.generating.truth import Truth, tell
from data.generating.world import World, read_world

DATASET = {"title": "Sample pizza chain", "currency": "USD", "source": "sample"}


def generate(folder: Path, orders: int, seed: int, given: Path | None = None) -> Truth:
    """Write `orders` orders of the invented chain, or of the given one, into `folder`; tell what is true about them.

    Raises UnusableChain where the given files cannot carry orders.
    """
    random = np.random.default_rng(seed)
    if given is not None and given.resolve() == folder.resolve():
        raise UnusableChain(f"{given} cannot both be read and written; name another folder for the result")
    clear(folder)
    with duckdb.connect() as connection:
        connection.execute("SET enable_progress_bar = false")
        name_things(connection)
        if given is None:
            truth = _invented(connection, random, folder, orders)
        else:
            truth = _on_given(connection, random, folder, orders, given)
    truth = {"seed": seed, **truth}
    _write_json(folder / "truth.json", truth)
    _write_json(folder / "dataset.json", DATASET)
    return truth


def _invented(connection: duckdb.DuckDBPyConnection, random: Generator, folder: Path, orders: int) -> Truth:
    plan = invent(connection, random, orders)
    world = read_world(connection, plan.clock, random)
    periods = cut_periods(plan.clock, world.menu)
    prices = moving_prices(random, plan.clock, periods, world.menu)
    facts = happen(random, world, periods, prices, associations(world.menu), orders)
    describe_people(connection, random, plan.clock, facts.orders, facts.demand.rate)
    write_chain(connection, folder, prices.cents[-1])
    return _finish(connection, folder, world, facts) | tell_plan(connection, plan)


def _on_given(
    connection: duckdb.DuckDBPyConnection, random: Generator, folder: Path, orders: int, given: Path
) -> Truth:
    clock = set_clock(random, read_chain(connection, given, folder), LAST_DAY)
    world = read_world(connection, clock, random)
    periods = cut_periods(clock, world.menu)
    unrelated = np.ones((world.menu.kind.max() + 1, 0))
    facts = happen(random, world, periods, fixed_prices(periods, world.menu), unrelated, orders)
    return _finish(connection, folder, world, facts)


def _finish(connection: duckdb.DuckDBPyConnection, folder: Path, world: World, facts: Facts) -> Truth:
    write_facts(connection, folder, world.clock, facts)
    return tell(connection, world, facts)


def _write_json(file: Path, content: Truth) -> None:
    file.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8")
