"""The steps of a load, from published files to a published version."""

from dataclasses import dataclass
from pathlib import Path

import duckdb

from api.models.warehouse.versions import published_version
from data.loading import accounting, comparing, publishing, rejections, staging, tolerance, totals
from data.loading.checking import check
from data.loading.dataset import create_dataset, described
from data.loading.enriching import geography
from data.loading.enriching.cells import add_cells
from data.loading.enriching.holidays import add_holidays
from data.loading.enriching.locating import add_places
from data.loading.enriching.nearest_store import add_nearest
from data.loading.enriching.settlements import add_settlements
from data.loading.errors import LoadError, LoadFailed
from data.loading.progress import Progress
from data.loading.reading import delivery, parts
from data.loading.report import LoadReport
from data.loading.source import Source, read_source
from data.loading.star import build


@dataclass
class Steps:
    """The steps of a load and what they share."""

    report: LoadReport
    warehouse_url: str
    replace: bool
    progress: Progress
    limits: staging.Limits

    def run(self, name: str, folder: Path) -> None:
        """Go through all steps."""
        source = described(read_source(name), folder)
        self.report.source = source.name
        with staging.staging(delivery.size(folder), self.limits) as (connection, scratch):
            published = published_version(self.warehouse_url)
            merges = self._show_before(connection, source, published)
            read = self._read(connection, source, folder, scratch)
            source = source.delivering({part.raw.name for part in read})
            self._check(connection, source, read)
            self._make_star_schema(connection, source, read)
            create_dataset(connection, source, self.report, (published or 0) + 1)
            self._publish(connection, scratch, published, merges)

    def _show_before(self, connection: duckdb.DuckDBPyConnection, source: Source, published: int | None) -> bool:
        """Show what is published as `before` if this load adds to it."""
        merges = False
        if published is not None and not self.replace:
            publishing.open_published(connection, self.warehouse_url)
            merges = connection.execute("SELECT source FROM published.dataset").fetchone() == (source.name,)
        staging.show_before(connection, merges)
        return merges

    def _read(
        self, connection: duckdb.DuckDBPyConnection, source: Source, folder: Path, scratch: Path
    ) -> list[parts.Part]:
        self.progress.step("reading")
        read = parts.read(connection, delivery.find(source, folder), scratch)
        parts.show(connection, source, read)
        return read

    def _check(self, connection: duckdb.DuckDBPyConnection, source: Source, read: list[parts.Part]) -> None:
        self.progress.step("checking")
        geography.register(connection)
        check.prepare(connection, source)
        check.check_all(connection, source)
        self.report.counts = accounting.account(connection, source, read)
        rejections.list_rejections(connection, source, read)
        self.report.rejections = rejections.first_rejections(connection)
        tolerance.tolerate(connection, source, read, self.report.counts)

    def _make_star_schema(self, connection: duckdb.DuckDBPyConnection, source: Source, read: list[parts.Part]) -> None:
        self.progress.step("making the star schema")
        add_places(connection, source)
        build.build(connection, (*build.KEYS, *build.PLACES, *build.FACTS))
        self.report.counts += accounting.note_orders(connection, read)
        self.report.control_totals = totals.control_totals(connection, source)
        totals.reconcile(self.report.control_totals)
        self.progress.step("enriching")
        for add in (add_cells, add_nearest, add_settlements, add_holidays):
            add(connection)
        build.build(connection, build.ENRICHED)

    def _publish(
        self, connection: duckdb.DuckDBPyConnection, scratch: Path, published: int | None, merges: bool
    ) -> None:
        """Publish a new version where anything has changed."""
        self.progress.step("comparing")
        counts = comparing.count_orders(connection)
        self.report.orders_new, self.report.orders_changed, self.report.orders_unchanged = counts
        if merges and not comparing.changes_anything(connection):
            self.report.status, self.report.version = "unchanged", published
            self.report.message = "nothing new"
            return
        self.progress.step("publishing")
        version = (published or 0) + 1
        try:
            publishing.build(connection, scratch, self.warehouse_url, version, self.progress.table)
            publishing.switch(self.warehouse_url, version)
        except LoadError as error:
            raise LoadFailed(str(error)) from error
        self.report.status, self.report.version = "published", version
