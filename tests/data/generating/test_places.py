"""People live on land, near towns, and stores stand where the chain went."""

import numpy as np

from data.generating.invented.land import on_land
from tests.data.generating.conftest import Generated


def test_lakes_and_oceans_are_wet() -> None:
    columbus, lake_michigan, atlantic, toledo = (39.96, -83.0), (43.0, -87.0), (38.0, -70.0), (41.66, -83.56)
    latitude, longitude = np.array([columbus, lake_michigan, atlantic, toledo]).T
    assert on_land(latitude, longitude).tolist() == [True, False, False, True]


def test_nobody_lives_in_the_water(sample: Generated) -> None:
    homes = np.array(sample.rows("SELECT latitude, longitude FROM customers"))
    assert on_land(*homes.T).mean() > 0.9995


def test_the_chain_grew_out_of_its_home(sample: Generated) -> None:
    far = "sqrt((111 * (latitude - 39.96)) ** 2 + (85 * (longitude + 83.0)) ** 2)"
    early, late = (
        sample.value(f"SELECT avg({far}) FROM stores WHERE opened_on {when} DATE '2023-01-01'") for when in ("<", ">=")
    )
    assert early < late / 1.5
    assert sample.value("SELECT count(DISTINCT state_code) FROM stores") >= 3


def test_everybody_and_every_store_has_a_town(sample: Generated) -> None:
    for table in ("customers", "stores"):
        assert (
            sample.value(f"SELECT count(*) FROM {table} WHERE city = '' OR state_code NOT SIMILAR TO '[A-Z]{{2}}'") == 0
        )


def test_people_know_their_age_and_club(sample: Generated) -> None:
    youngest, oldest, clubs = sample.rows("SELECT min(age), max(age), count(DISTINCT membership) FROM customers")[0]
    assert (youngest >= 16, clubs) == (True, 3)
    assert 70 < oldest <= 92


def test_people_joined_on_the_day_of_their_first_order(sample: Generated) -> None:
    first = "SELECT customer_id, min(ordered_at)::DATE AS first FROM orders GROUP BY customer_id"
    assert (
        sample.value(f"SELECT count(*) FROM customers JOIN ({first}) USING (customer_id) WHERE joined_on <> first") == 0
    )
