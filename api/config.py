"""Every setting once: name, type, default, meaning. Nothing else reads the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from ipaddress import ip_address
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


class WrongSetting(ValueError):
    """A setting has a value the program cannot work with; the message names the accepted ones."""


def _setting(default: Any, meaning: str, accepts: str = "") -> Any:
    return field(default=default, metadata={"meaning": meaning, "accepts": accepts})


@dataclass(frozen=True)
class Config:
    """The settings of one process."""

    HOST: str = _setting("127.0.0.1", "Address the server listens on. Another than loopback needs `ACCESS=open`.")
    PORT: int = _setting(8050, "Port the server listens on.", "1 to 65535")
    DATABASE_URL: str = _setting(
        f"sqlite:///{ROOT}/var/whitespot.sqlite",
        "Application database: accounts, saved views, the ledger of loads.",
        "sqlite:///FILE, postgresql://USER@HOST/NAME",
    )
    WAREHOUSE_URL: str = _setting(
        f"duckdb:///{ROOT}/var/warehouse.duckdb",
        "Warehouse: customers, stores, products, orders.",
        "duckdb:///FILE, sqlite:///FILE, postgresql://USER@HOST/NAME, clickhousedb://HOST/NAME",
    )
    WAREHOUSE_MEMORY: str = _setting("", "Memory DuckDB may use, such as 256MB; empty leaves it to the engine.")
    WAREHOUSE_THREADS: int = _setting(0, "Threads DuckDB may use; 0 means all cores.", "0 to 256")
    API_URL: str = _setting(
        "", "Set: this process is the dashboard only and asks the API there.", "http://…, https://…"
    )
    CACHE_URL: str = _setting("", "Where answers are kept; empty means in this process.", "redis://HOST:PORT/0")
    ASK_AHEAD: str = _setting(
        "on", "Whether idle time is used to answer what most people will ask, after every publish.", "on, off"
    )
    SECRET_KEY: str = _setting("", "Signs sessions; at least 32 characters, needed once the server is not local.")
    ACCESS: str = _setting(
        "local", "Who may ask: `local` serves this machine only, `open` anyone who reaches it.", "local, open"
    )
    QUERY_SECONDS: int = _setting(25, "Longest a question may take before it is given up.", "1 to 600")
    LOG_LEVEL: str = _setting("INFO", "How much is logged.", "DEBUG, INFO, WARNING, ERROR")

    def __post_init__(self) -> None:
        """Refuse what cannot work."""
        _check_range(self, "PORT", 1, 65535)
        _check_range(self, "QUERY_SECONDS", 1, 600)
        _check_range(self, "WAREHOUSE_THREADS", 0, 256)
        _check_word(self, "ACCESS", ("local", "open"))
        _check_word(self, "ASK_AHEAD", ("on", "off"))
        _check_word(self, "LOG_LEVEL", ("DEBUG", "INFO", "WARNING", "ERROR"))
        _check_scheme(self, "DATABASE_URL", ("sqlite", "postgresql+psycopg"))
        _check_scheme(self, "WAREHOUSE_URL", ("duckdb", "sqlite", "postgresql+psycopg", "clickhousedb"))
        _check_scheme(self, "API_URL", ("http", "https", ""))
        _check_scheme(self, "CACHE_URL", ("redis", "rediss", ""))
        _check_reach(self)

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine reaches the server."""
        return _is_loopback(self.HOST)


def load_config(environment: Mapping[str, str] | None = None, **overrides: Any) -> Config:
    """Read the settings from the environment.

    Raises WrongSetting, naming the setting and what it accepts.
    """
    environment = os.environ if environment is None else environment
    given = {f.name: environment[f.name] for f in fields(Config) if environment.get(f.name)}
    values = {name: _converted(name, value) for name, value in given.items()}
    return Config(**{**values, **overrides})


def _converted(name: str, value: str) -> Any:
    if name.endswith("_URL"):
        return _spelled_out(value)
    if {f.name: f.type for f in fields(Config)}[name] is not int:
        return value
    try:
        return int(value)
    except ValueError:
        raise WrongSetting(f"{name}={value} is not a whole number") from None


def _spelled_out(url: str) -> str:
    """Name the PostgreSQL driver, which hosts leave out: postgres:// and postgresql:// mean psycopg."""
    for short in ("postgres://", "postgresql://"):
        if url.startswith(short):
            return "postgresql+psycopg://" + url.removeprefix(short)
    return url


def _accepts(name: str) -> str:
    return str({f.name: f.metadata["accepts"] for f in fields(Config)}[name])


def _check_range(config: Config, name: str, low: int, high: int) -> None:
    if not low <= getattr(config, name) <= high:
        raise WrongSetting(f"{name}={getattr(config, name)} is out of range; accepted: {_accepts(name)}")


def _check_word(config: Config, name: str, words: tuple[str, ...]) -> None:
    if getattr(config, name) not in words:
        raise WrongSetting(f"{name}={getattr(config, name)} is unknown; accepted: {_accepts(name)}")


def _check_scheme(config: Config, name: str, schemes: tuple[str, ...]) -> None:
    url = getattr(config, name)
    scheme = url.partition("://")[0] if "://" in url else url
    if scheme not in schemes:
        raise WrongSetting(f"{name} has the unknown scheme {scheme!r}; accepted: {_accepts(name)}")


def _check_reach(config: Config) -> None:
    if not config.is_loopback and config.ACCESS != "open":
        raise WrongSetting(
            f"HOST={config.HOST} lets other machines in, and there are no accounts yet: "
            "set ACCESS=open if everyone who reaches this address may see the data, or HOST=127.0.0.1"
        )


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
