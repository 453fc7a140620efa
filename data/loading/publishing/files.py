"""Versions that are files: made from an empty one, flushed to the disk, pointed to by a symbolic link."""

import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine, create_engine, make_url, update
from sqlalchemy.pool import NullPool

from api.models.warehouse import dataset
from api.models.warehouse.versions import publish_version, version_url
from data import migrations
from data.loading.errors import LoadError, LoadRunning


class Files:
    """What DuckDB and SQLite share."""

    errors: tuple[type[Exception], ...] = ()

    def __init__(self, url: str) -> None:
        self.url = url
        self.path = Path(str(make_url(url).database))

    def file(self, version: int) -> Path:
        """Path of a version."""
        return Path(str(version_url(self.url, version).database))

    def fresh(self, version: int) -> Path:
        """Make the file of a new version: all tables, no rows."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.remove(version)
        file = self.file(version)
        file.write_bytes(_empty_file(make_url(self.url).get_backend_name()))
        return file

    def versions(self) -> set[int]:
        """Numbers of all versions, also of those a dead load left."""
        pattern = re.compile(rf"{re.escape(self.path.stem)}\.v(\d+){re.escape(self.path.suffix)}\b.*")
        found = (pattern.fullmatch(entry.name) for entry in self.path.parent.iterdir())
        return {int(match.group(1)) for match in found if match}

    def remove(self, version: int) -> None:
        """Remove the file of a version and what its engine left beside it."""
        file = self.file(version)
        for extra in (".wal", "-journal", "-wal", "-shm", ""):
            file.with_name(f"{file.name}{extra}").unlink(missing_ok=True)
        shutil.rmtree(file.with_name(f"{file.name}.tmp"), ignore_errors=True)

    def publish(self, version: int) -> None:
        """Point the link to a version."""
        publish_version(self.url, version)
        flush(self.path.parent)

    def revision(self, version: int) -> str | None:
        """Return the revision of a version's schema."""
        with _engine(str(version_url(self.url, version))).connect() as connection:
            return migrations.current(connection)

    def upgrade(self, version: int) -> None:
        """Publish a copy with the newest schema: the published file itself may have readers."""
        copy = self.file(version + 1)
        shutil.copyfile(self.file(version), copy)
        engine = _engine(str(version_url(self.url, version + 1)))
        with engine.begin() as connection:
            migrations.upgrade(connection, "warehouse")
            connection.execute(update(dataset).values(version=version + 1))
        flush(copy)
        self.publish(version + 1)

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Hold a lock file; the system lets go of it when the process dies."""
        if self.path.exists() and not self.path.is_symlink():
            raise LoadError(f"{self.path} is a file of its own and no published warehouse: move it, or name another.")
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.with_name(f"{self.path.name}.lock").open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise LoadRunning(f"Another load of {self.path} is running: wait until it is done.") from None
            yield


def flush(path: Path) -> None:
    """Bring a file, or the names in a folder, to the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@cache
def _empty_file(engine: str) -> bytes:
    """Migrate an empty file once per process: copying it is 50 times faster than the migrations."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "empty"
        with _engine(f"{engine}:///{file}").begin() as connection:
            migrations.upgrade(connection, "warehouse")
        return file.read_bytes()


def _engine(url: str) -> Engine:
    return create_engine(url, poolclass=NullPool)
