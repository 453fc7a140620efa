"""New data appears by itself."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.conftest import Site
from tests.browser.screen import Screen

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_a_load_shows_up_without_a_reload(screen: Callable[..., Screen], sample_site: Site, tmp_path: Path) -> None:
    page = screen(f"{sample_site.url}/?period=all")
    before = page.kpi("Orders")
    version = page.api("/api/health")["version"]
    (tmp_path / "dataset.json").write_text('{"title": "Sample pizza chain", "currency": "USD", "source": "sample"}')
    (tmp_path / "orders.csv").write_text("order_id,ordered_at,store_id\nNEW1,2025-12-31 20:00:00,S001\n")
    (tmp_path / "order_items.csv").write_text("order_id,sku,quantity,unit_price\nNEW1,P02L,1,10.00\n")
    command = [sys.executable, "-m", "data", "load", "canonical", str(tmp_path)]
    subprocess.run([*command, *where(sample_site)], check=True)
    page.until(lambda: f"Version {version + 1}" in page.page.inner_text("#footer"), "the new version")
    page.until(lambda: page.kpi("Orders") != before, "the new order")
    assert page.kpi("Orders") == f"{int(before.replace(',', '')) + 1:,}"
    assert f"New data: version {version + 1}" in (page.page.text_content("#toast") or "")


def where(site: Site) -> tuple[str, ...]:
    """The site's two databases, for the command line."""
    return ("--warehouse", site.warehouse_url, "--database", site.database_url)
