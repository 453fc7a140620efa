"""What goes wrong outside is said in one sentence, and what was published stays."""

import os
import resource
from pathlib import Path

import duckdb
import pytest
from sqlalchemy import make_url

from data.loading.errors import LoadError
from data.loading.publishing import build, load_lock, open_published, upgrade_app
from data.loading.publishing.target import target_of
from tests import engines
from tests.data.publishing.dying import in_another_process
from tests.data.publishing.staging import expected_rows, publish, rows_of, staged

NOBODY = 65534


@pytest.mark.parametrize("engine", ["duckdb", "sqlite", "postgresql"])
def test_a_full_disk(engine: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    with engines.namespace(engine, tmp_path, request.getfixturevalue) as url:
        publish(url, tmp_path, 1)
        with staged(tmp_path, version=2) as connection:
            for _ in range(10):
                connection.execute('INSERT INTO "order" SELECT * FROM "order"')
        said = in_another_process(build_with_little_room, url, tmp_path)
        assert said.startswith("There is no room left for ")
        assert said.endswith(": make some and load again; what was published stays as it was.")
        assert rows_of(url) == expected_rows()
        assert target_of(url).versions() == {1}


def build_with_little_room(url: str, folder: Path) -> str:
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))
    with duckdb.connect(str(folder / "staging-2.duckdb")) as connection, load_lock(url):
        try:
            build(connection, folder, url, 2)
        except LoadError as error:
            return str(error)
    return "it fitted"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
@pytest.mark.parametrize("engine", ["duckdb", "sqlite"])
def test_a_folder_that_is_not_ours(engine: str, tmp_path: Path) -> None:
    path = tmp_path / "locked" / f"shop.{engine}"
    path.parent.mkdir(mode=0o700)
    said = in_another_process(lock_as_nobody, f"{engine}:///{path}")
    assert said == f"Whitespot may not write {path}: give its user the right to, or name another place."


def lock_as_nobody(url: str) -> str:
    os.setuid(NOBODY)
    return said_by_a_load(url)


def said_by_a_load(url: str) -> str:
    try:
        with load_lock(url):
            return "it worked"
    except LoadError as error:
        return str(error)


@pytest.mark.parametrize("engine", ["duckdb", "sqlite"])
def test_a_folder_that_is_a_file(engine: str, tmp_path: Path) -> None:
    (tmp_path / "shop").touch()
    said = said_by_a_load(f"{engine}:///{tmp_path}/shop/shop.{engine}")
    assert (
        said
        == f"{tmp_path}/shop/shop.{engine} cannot be made because a part of its path is a file: name another place."
    )


@pytest.mark.parametrize(
    "url", ["postgresql+psycopg://someone:secret@127.0.0.1:1/shop", "clickhousedb://someone:secret@127.0.0.1:1/shop"]
)
def test_a_server_that_is_not_there(url: str) -> None:
    place = make_url(url).render_as_string(hide_password=True)
    assert "secret" not in place
    assert said_by_a_load(url) == f"No server answers at {place}: start it, or correct the address."
    with pytest.raises(LoadError, match=r"^No server answers at "):
        open_published(duckdb.connect(), url)


def test_a_database_that_is_not_there(postgresql_server: str) -> None:
    url = make_url(postgresql_server).set(database="nowhere")
    said = said_by_a_load(url.render_as_string(hide_password=False))
    assert said == "There is no database nowhere: create it first."


def test_an_application_database_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "var").touch()
    with pytest.raises(LoadError, match="a part of its path is a file"):
        upgrade_app(f"sqlite:///{tmp_path}/var/whitespot.sqlite")


def test_whatever_else_is_passed_on(tmp_path: Path) -> None:
    with duckdb.connect() as connection, pytest.raises(LoadError) as caught:
        build(connection, tmp_path, f"duckdb:///{tmp_path}/shop.duckdb", 1)
    assert str(caught.value).startswith(f"The warehouse {tmp_path}/shop.duckdb gave up: Catalog Error: Table with name")
    assert "\n" not in str(caught.value)
