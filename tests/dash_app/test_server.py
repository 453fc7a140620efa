"""The dashboard as a server: what it sends, and what it lets a browser do."""

import gzip
import re
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import Client

import app
from api.config import load_config
from dash_app import create_dashboard
from dash_app.api_client import ApiClient
from tests.world import Shop


@pytest.fixture
def browser(client: ApiClient) -> Client:
    return Client(create_dashboard(client))


@pytest.fixture
def site(chain: Shop) -> Client:
    return Client(app.build(load_config({"WAREHOUSE_URL": chain.warehouse_url})))


def test_the_page_loads_nothing_from_elsewhere(browser: Client) -> None:
    page = browser.get("/")
    assert page.status_code == 200
    assert "http://" not in page.text.replace("http://www.w3.org", "")
    assert "https://" not in page.text
    assert "connect-src 'self' blob:" in page.headers["Content-Security-Policy"]
    assert "unsafe-eval" not in page.headers["Content-Security-Policy"]


def test_every_path_shows_the_shell_so_that_links_can_be_shared(browser: Client) -> None:
    assert "Whitespot" in browser.get("/stores/S1?state=CA").text


def test_text_is_sent_compressed(browser: Client) -> None:
    with browser.get("/assets/css/1-tokens.css") as plain:
        assert "Content-Encoding" not in plain.headers
        content = plain.data
    with browser.get("/assets/css/1-tokens.css", headers={"Accept-Encoding": "gzip"}) as packed:
        assert packed.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(packed.data) == content


def test_browsers_keep_what_does_not_change(browser: Client) -> None:
    page = browser.get("/").text
    (library,) = re.findall(r'href="([^"]+)" as="script"', page)
    packed = [browser.get(library, headers={"Accept-Encoding": "gzip"}) for _ in range(2)]
    assert [answer.headers["Cache-Control"] for answer in packed] == ["max-age=31536000"] * 2
    assert gzip.decompress(packed[0].data) == gzip.decompress(packed[1].data)
    (script,) = re.findall(r'src="(/assets/js/cards.js[^"]+)"', page)
    for address, seconds in ((script, 31536000), ("/assets/favicon.svg", 3600)):
        with browser.get(address) as answer:
            assert answer.headers["Cache-Control"] == f"max-age={seconds}"


def test_fonts_are_ours_and_not_compressed_again(browser: Client) -> None:
    with browser.get("/assets/fonts/inter-latin.woff2", headers={"Accept-Encoding": "gzip"}) as font:
        assert font.data[:4] == b"wOF2"
        assert "Content-Encoding" not in font.headers


def test_exports_pass_through_where_the_api_runs_elsewhere(browser: Client, client: ApiClient) -> None:
    passed = browser.get("/api/stores/sales?state=CA&format=csv")
    assert passed.data == client.forward("stores/sales", "state=CA&format=csv").content
    assert passed.headers["Content-Disposition"] == 'attachment; filename="stores-sales.csv"'


def test_an_api_that_is_away_is_a_bad_gateway() -> None:
    answer = Client(create_dashboard(ApiClient.over_http("http://127.0.0.1:9"))).get("/api/kpis")
    assert answer.status_code == 502
    assert answer.get_json()["code"] == "unreachable"


def test_api_and_dashboard_share_an_address(site: Client) -> None:
    assert site.get("/api/health").get_json()["status"] == "ok"
    assert site.get("/api/nothing").status_code == 404
    assert "Whitespot" in site.get("/").text


def test_with_an_api_url_the_dashboard_stands_alone(tmp_path: Path) -> None:
    config = load_config({"API_URL": "http://127.0.0.1:9", "WAREHOUSE_URL": f"duckdb:///{tmp_path}/none.duckdb"})
    assert Client(app.build(config)).get("/api/kpis").status_code == 502


def test_open_access_is_announced(chain: Shop) -> None:
    def layout(access: str) -> Any:
        config = load_config({"WAREHOUSE_URL": chain.warehouse_url, "ACCESS": access})
        return Client(app.build(config)).get("/_dash-layout").text

    assert app.OPEN in layout("open")
    assert app.OPEN not in layout("local")
