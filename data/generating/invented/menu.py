"""The menu of the invented chain: recipes in CSV files, so that a pizza more is a line more."""

import csv
from pathlib import Path

import duckdb
import numpy as np

from data.generating.drawing import Floats
from data.generating.world import Menu

RECIPES = Path(__file__).parent
UNRELATED = 1.0


def set_menu(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the work tables `products` and `suppliers`."""
    for recipe in ("pizzas", "sizes", "extras", "suppliers"):
        connection.read_csv(str(RECIPES / f"{recipe}.csv")).create_view(f"{recipe}_recipe")
    connection.execute((RECIPES / "menu.sql").read_text("utf-8"))


def associations(menu: Menu) -> Floats:
    """How much more likely each extra gets beside each kind of main: shape (kinds, extras)."""
    factor = np.full((menu.kind.max() + 1, len(menu.extras)), UNRELATED)
    with (RECIPES / "associations.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            kinds = menu.kind[menu.name == row["pizza"]]
            factor[np.ix_(kinds, menu.name[menu.extras] == row["extra"])] = float(row["factor"])
    return factor
