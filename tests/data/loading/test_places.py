"""Which place a store or home belongs to where the source names it only in part."""

from tests.data.loading.conftest import Shop

STORES = "SELECT country, country_code, state_code, city FROM store JOIN place USING (place_key) WHERE store_key > 0"


def test_a_state_without_a_country_gets_the_country_its_store_stands_in(shop: Shop) -> None:
    stores = "store_id,state_code,state,city,latitude,longitude\nS1,NV,Nevada,Tuscarora,41.33,-116.12\n"
    shop.load(shop.deliver(stores=stores))
    assert shop.rows(STORES) == [("United States", "US", "NV", "Tuscarora")]


def test_names_given_in_part_are_filled_again_when_told_again(shop: Shop) -> None:
    stores = "store_id,state_code,city,latitude,longitude\nS1,NV,Tuscarora,41.33,-116.12\n"
    shop.load(shop.deliver(stores=stores))
    shop.load(shop.deliver(stores=stores + "S2,,,39.5,-119.8\n"))
    assert sorted(shop.rows(STORES)) == [
        ("United States", "US", "NV", "Reno"),
        ("United States", "US", "NV", "Tuscarora"),
    ]


def test_names_that_are_given_stay(shop: Shop) -> None:
    stores = "store_id,country,state_code,city,latitude,longitude\nS1,USA,NV,Elko County,41.33,-116.12\n"
    shop.load(shop.deliver(stores=stores))
    assert shop.rows(STORES) == [("USA", "US", "NV", "Elko County")]
