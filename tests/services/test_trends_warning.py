"""Early warning: who sold less than was to be expected."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import duckdb
import pytest

from tests.world import Reply, Shop

MONDAY = date(2024, 1, 1)


def _weeks(shop: Shop, store: str, revenue: list[float], at: str = "20:00:00") -> None:
    """Sell once a week, on Sundays."""
    for week, amount in enumerate(revenue):
        if amount:
            shop.sell(f"{MONDAY + timedelta(weeks=week, days=6)} {at}", amount, store=store)


def _steady(level: float, weeks: int, step: int) -> list[float]:
    """Revenue that wavers by up to 4 %, each step in its own rhythm."""
    return [level * (1 + 0.02 * ((week * step) % 5 - 2)) for week in range(weeks)]


@pytest.fixture
def chain(shop: Shop) -> Shop:
    """Three steady stores over twenty weeks; in the last one S2 sells a third of the usual 500."""
    _weeks(shop, "S1", _steady(1000, 20, 1))
    _weeks(shop, "S2", [*_steady(500, 19, 2), 160])
    _weeks(shop, "S3", _steady(800, 20, 3))
    return shop


def warned(reply: Reply) -> dict[str, str]:
    return {member: severity for member, severity in reply.rows("member", "severity") if severity != "none"}


def test_a_store_that_fell_is_warned_of_first(chain: Shop) -> None:
    answer = chain.get("/api/trends/warning?grain=week")
    assert warned(answer) == {"S2": "severe"}
    first = answer.rows()[0]
    assert (first["member"], first["actual"], first["expected"]) == ("S2", 160, pytest.approx(500, rel=0.05))
    assert first["drop"] == pytest.approx(first["expected"] - 160)
    assert first["drop_share"] == pytest.approx(0.68, abs=0.02)
    assert first["z"] < -10
    assert first["q_value"] < 0.001
    assert answer.summary["period"] == {"start": "2024-05-13", "end": "2024-05-19"}
    assert (answer.summary["tested"], answer.summary["warnings"]) == (3, 1)


def test_small_drops_are_no_warning(chain: Shop) -> None:
    assert warned(chain.get("/api/trends/warning?grain=week&min_drop=400")) == {}
    assert warned(chain.get("/api/trends/warning?grain=week&min_share=0.8")) == {}


def test_a_week_in_part_is_not_judged(chain: Shop) -> None:
    chain.sell("2024-05-21", 1, store="S1")
    assert chain.get("/api/trends/warning?grain=week").summary["period"]["end"] == "2024-05-19"


def test_a_last_day_that_breaks_off_is_not_judged(chain: Shop) -> None:
    """The last Sunday ends at nine in the morning, the Sundays before in the evening."""
    for store in ("S1", "S2", "S3"):
        chain.sell("2024-05-26 09:00:00", 50, store=store)
    answer = chain.get("/api/trends/warning?grain=week")
    assert answer.summary["period"]["end"] == "2024-05-19"
    assert warned(answer) == {"S2": "severe"}


def test_closed_stores_are_left_out(chain: Shop) -> None:
    chain.store("S2", closed_on="2024-05-14")
    assert set(chain.get("/api/trends/warning?grain=week").rows("member")) == {"S1", "S3"}


def test_what_hits_all_stores_alike_is_no_store_to_blame(shop: Shop) -> None:
    for number in (1, 2, 3):
        _weeks(shop, f"S{number}", [*_steady(500 * number, 19, number), 100 * number])
    assert warned(shop.get("/api/trends/warning?grain=week")) == {}


def test_the_selection_decides_which_week_is_judged(chain: Shop) -> None:
    earlier = chain.get("/api/trends/warning?grain=week&end=2024-05-15")
    assert (earlier.summary["period"]["end"], warned(earlier)) == ("2024-05-12", {})
    assert warned(chain.get("/api/trends/warning?grain=week&start=2024-05-13")) == {"S2": "severe"}
    nothing = chain.get("/api/trends/warning?grain=week&start=2024-05-14")
    assert nothing.summary["unavailable"] == "The selection holds no whole week: widen it."


def test_too_short_a_history_is_explained(chain: Shop) -> None:
    assert chain.get("/api/trends/warning").summary["unavailable"] == (
        "Needs 13 whole months before the last one; this data has 2."
    )
    assert "Needs 66 whole weeks" in chain.get("/api/trends/warning?grain=week&level=category").summary["unavailable"]


def test_categories_are_compared_with_their_own_season(shop: Shop) -> None:
    """Ice sells in summer, Pizza always; after two steady years Ice misses a summer month."""
    shop.product("I", "Ice").product("P", "Pizza").product("D", "Drinks")
    for month in range(31):
        day = f"{2022 + month // 12}-{month % 12 + 1:02d}-28"
        season = 900 if month % 12 in (5, 6, 7) else 300
        waver = 1 + 0.02 * (month % 3)
        shop.sell(day, waver * season * (0.4 if month == 30 else 1), sku="I")
        shop.sell(day, 2000 * (1 + 0.01 * (month % 4)), sku="P").sell(day, 1500 * (1 + 0.01 * (month % 5)), sku="D")
    shop.sell("2024-07-31", 1, sku="P")
    answer = shop.get("/api/trends/warning?level=category")
    assert warned(answer) == {"Ice": "severe"}
    assert answer.rows("expected")[0] == pytest.approx(900, rel=0.06)


def test_states_are_judged_together(chain: Shop) -> None:
    chain.store("S2", "NV", "Reno")
    answer = chain.get("/api/trends/warning?grain=week&level=state")
    assert warned(answer) == {"NV": "severe"}
    assert answer.rows("member", "name")[0] == ("NV", "Nevada")


def test_a_day_can_be_judged(shop: Shop) -> None:
    for number in range(20):
        day = date(2024, 3, 5) + timedelta(days=number)
        for store, level in (("S1", 900), ("S2", 700)):
            amount = level * (1 + 0.02 * ((number * (1 if store == "S1" else 3)) % 5))
            shop.sell(f"{day} 20:00:00", 100 if (store, number) == ("S2", 19) else amount, store=store)
    answer = shop.get("/api/trends/warning?grain=day")
    assert answer.summary["period"] == {"start": "2024-03-24", "end": "2024-03-24"}
    assert "S2" in warned(answer)


def test_what_hits_the_whole_chain_is_no_category_to_blame(shop: Shop) -> None:
    """After two years of growth all categories stand still: the summary tells of it, nobody is warned of."""
    for sku in ("I", "P", "D"):
        shop.product(sku, sku)
    for month in range(31):
        day, level = f"{2022 + month // 12}-{month % 12 + 1:02d}-28", 1.03**month * (0.7 if month == 30 else 1)
        for number, sku in enumerate(("I", "P", "D"), start=2):
            shop.sell(day, round(500 * level * (1 + 0.02 * (month % number)), 2), sku=sku)
    shop.sell("2024-07-31", 1, sku="P")
    answer = shop.get("/api/trends/warning?level=category")
    assert warned(answer) == {}
    assert answer.summary["all"]["actual"] < 0.8 * answer.summary["all"]["expected"]


SEEDS = (2, 3, 4, 14, 15, 20, 21, 22)


@pytest.mark.parametrize("generated", [SEEDS], ids=["seeds"], indirect=True)
def test_planted_faults_of_generated_chains_are_found(generated: list["Chain"]) -> None:
    """Chains of 20,000 orders with a category and a store in trouble; the stated false discovery rate is 10 %."""
    false_shares, stores = [], 0
    for shop, faults in generated:
        for level, planted in (("category", faults["category"]), ("store", faults["store_id"])):
            alarms = {grain: _alarms(shop, level, grain) for grain in ("day", "week", "month")}
            false_shares += [len(alarmed - planted) / max(1, len(alarmed)) for alarmed in alarms.values()]
            assert level == "store" or planted <= alarms["month"]
        stores += len(planted & alarms["month"])
    assert sum(false_shares) / len(false_shares) <= 0.1
    assert stores >= 2  # of eight, each with a hundred orders a month at best


def _alarms(shop: Shop, level: str, grain: str) -> set[str]:
    return set(warned(shop.get(f"/api/trends/warning?level={level}&grain={grain}")))


@pytest.mark.parametrize("generated", [(5,)], ids=["seed"], indirect=True)
def test_a_generated_chain_that_breaks_off_gives_no_alarm(generated: list["Chain"]) -> None:
    """The file ends on Wednesday at eleven: Tuesday is the last day, the week before the last week, November the month.

    The faults begin earlier, so what was judged is told by the period; nobody lost everything on a whole day.
    """
    [(shop, _)] = generated
    _cut(shop.folder, "2025-12-17 11:00:00")
    ends = {
        grain: shop.get(f"/api/trends/warning?grain={grain}").summary["period"]["end"]
        for grain in ("day", "week", "month")
    }
    assert ends == {"day": "2025-12-16", "week": "2025-12-14", "month": "2025-11-30"}
    for level in ("store", "state"):
        assert len(warned(shop.get(f"/api/trends/warning?grain=day&level={level}"))) == 0


Chain = tuple[Shop, dict[str, set[str]]]


@pytest.fixture
def generated(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[list[Chain]]:
    """Chains of these seeds, each with the faults planted in it."""
    chains = [_generated(tmp_path / str(seed), seed) for seed in request.param]
    yield chains
    for shop, _ in chains:
        shop.close()


def _cut(folder: Path, moment: str) -> None:
    """Leave the orders before a moment, and no other facts."""
    for other in ("payments", "reviews", "returns", "inventory", "touchpoints"):
        for file in folder.glob(f"{other}.*"):
            file.unlink()
    with duckdb.connect() as connection:
        for table in ("order_items", "orders"):
            kept = f"SELECT order_id FROM '{folder}/orders.parquet' WHERE ordered_at < TIMESTAMP '{moment}'"
            rows = f"SELECT * FROM '{folder}/{table}.parquet' WHERE order_id IN ({kept})"
            connection.execute(f"COPY ({rows}) TO '{folder}/{table}.new' (FORMAT parquet)")
            (folder / f"{table}.new").replace(folder / f"{table}.parquet")


def _generated(folder: Path, seed: int) -> Chain:
    from data.generating.generate import generate

    generate(folder, 20_000, seed, None)
    told = json.loads((folder / "truth.json").read_text())
    faults = {
        name: {fault[name] for fault in told[table]}
        for name, table in (("category", "troubled_categories"), ("store_id", "troubled_stores"))
    }
    return Shop(folder, f"duckdb:///{folder}/shop.duckdb"), faults
