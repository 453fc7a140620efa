"""Settings."""

import pytest

from api.config import Config, WrongSetting, load_config


def test_defaults_serve_this_machine_only() -> None:
    config = load_config({})
    assert (config.HOST, config.PORT, config.ACCESS, config.is_loopback) == ("127.0.0.1", 8050, "local", True)


@pytest.mark.parametrize("short", ["postgres://me@db/shop", "postgresql://me@db/shop"])
def test_addresses_as_hosts_spell_them(short: str) -> None:
    assert load_config({"DATABASE_URL": short}).DATABASE_URL == "postgresql+psycopg://me@db/shop"


@pytest.mark.parametrize(
    ("name", "value", "accepted"),
    [
        ("PORT", "eighty", "whole number"),
        ("PORT", "0", "1 to 65535"),
        ("ACCESS", "everyone", "local, open"),
        ("LOG_LEVEL", "loud", "DEBUG, INFO, WARNING, ERROR"),
        ("WAREHOUSE_URL", "mysql://x/y", "duckdb:///FILE"),
        ("DATABASE_URL", "duckdb:///x", "sqlite:///FILE"),
        ("CACHE_URL", "memcached://x", "redis://"),
        ("API_URL", "ftp://x", "https://"),
    ],
)
def test_a_wrong_value_names_the_accepted_ones(name: str, value: str, accepted: str) -> None:
    with pytest.raises(WrongSetting, match=name) as wrong:
        load_config({name: value})
    assert accepted in str(wrong.value)


def test_other_machines_are_let_in_only_when_said() -> None:
    with pytest.raises(WrongSetting, match="ACCESS=open"):
        load_config({"HOST": "0.0.0.0"})
    assert not load_config({"HOST": "0.0.0.0", "ACCESS": "open"}).is_loopback


def test_an_empty_variable_is_not_set() -> None:
    assert load_config({"PORT": ""}) == Config()
