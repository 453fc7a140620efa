"""Changes of the schema, step by step: one history for the application database, one for the warehouse."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from clickhouse_connect.cc_sqlalchemy.alembic import impl as _clickhouse  # noqa: F401  # teaches Alembic the engine
from sqlalchemy import Connection

_FOLDER = Path(__file__).parent


def upgrade(connection: Connection, history: str, revision: str = "head") -> None:
    """Bring the schema behind a connection up to `revision` of `history` (app or warehouse); the caller commits."""
    command.upgrade(_config(connection, history), revision)


def downgrade(connection: Connection, history: str, revision: str) -> None:
    """Take the schema back to `revision`, "base" for nothing at all."""
    command.downgrade(_config(connection, history), revision)


def current(connection: Connection) -> str | None:
    """Revision of the schema behind a connection, None where there is none."""
    return MigrationContext.configure(connection).get_current_revision()


@cache
def head(history: str) -> str:
    """Newest revision of a history."""
    return str(ScriptDirectory(str(_FOLDER / history)).get_current_head())


def _config(connection: Connection, history: str) -> Config:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_FOLDER / history).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
