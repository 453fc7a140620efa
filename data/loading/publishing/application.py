"""The application database is changed in place: its tables are small and it has no versions."""

from pathlib import Path

from sqlalchemy import create_engine, make_url, text
from sqlalchemy.pool import NullPool

from data import migrations

_LOCK = 5_793_201_846_114


def upgrade_application(url: str) -> None:
    """Bring it to the newest revision, in one transaction; a SQLite file is made where there is none."""
    parts = make_url(url)
    if parts.get_backend_name() == "sqlite":
        Path(str(parts.database)).parent.mkdir(parents=True, exist_ok=True)
    with create_engine(parts, poolclass=NullPool).begin() as connection:
        if parts.get_backend_name() == "postgresql":  # several processes may start at once
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        migrations.upgrade(connection, "app")
