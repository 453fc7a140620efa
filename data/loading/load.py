"""One load, from published files to a published version."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import duckdb
from sqlalchemy import make_url

from data.loading import publishing
from data.loading.errors import LoadError, LoadFailed
from data.loading.ledger import Ledger
from data.loading.progress import Progress
from data.loading.report import LoadReport
from data.loading.staging import Limits
from data.loading.steps import Steps


def load(
    source: str,
    folder: Path,
    *,
    warehouse_url: str,
    database_url: str,
    replace: bool = False,
    progress: bool = False,
    limits: Limits | None = None,
) -> LoadReport:
    """Load a folder of published files into the warehouse and note it in the ledger.

    The same source merges with what is published, another one or `replace` starts anew.
    Raises LoadError, whose text is one sentence for people; what was published stays as it was.
    """
    ledger = Ledger(database_url)
    report = _report(source, folder, warehouse_url)
    ledger.start(report)
    begun = time.perf_counter()
    try:
        with _explaining(), publishing.load_lock(warehouse_url), Progress(progress) as bar:
            ledger.bury(report)
            Steps(report, warehouse_url, replace, bar, limits or Limits()).run(source, folder)
    except BaseException as error:
        refused = isinstance(error, LoadError) and not isinstance(error, LoadFailed)
        report.status = "refused" if refused else "failed"
        report.message = str(error) or type(error).__name__
        raise
    finally:
        report.seconds = round(time.perf_counter() - begun, 3)
        ledger.finish(report)
    return report


@contextmanager
def _explaining() -> Iterator[None]:
    """Raise LoadFailed, with one sentence, in place of what DuckDB and the system say."""
    try:
        yield
    except duckdb.OutOfMemoryException as error:
        raise LoadFailed("The load ran out of memory: raise WAREHOUSE_MEMORY, or load fewer files at once.") from error
    except (duckdb.Error, OSError) as error:
        reason = (str(error).strip() or type(error).__name__).splitlines()[0]
        raise LoadFailed(f"The load failed, and what was published stays as it was: {reason}") from error


def _report(source: str, folder: Path, warehouse_url: str) -> LoadReport:
    return LoadReport(
        load_id=uuid4().hex,
        source=source,
        folder=str(folder),
        warehouse=make_url(warehouse_url).render_as_string(hide_password=True),
        started_at=datetime.now(UTC).replace(tzinfo=None),
    )
