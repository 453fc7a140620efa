"""The command palette finds what matches, and leads there under the same filters."""

from collections.abc import Iterator

from dash_app.answers import ApiError
from dash_app.api_client import ApiClient
from dash_app.components.filter_bar import NAMES
from dash_app.components.palette import Hit
from dash_app.pages import PAGES
from dash_app.paths import MEMBERS
from dash_app.selection import Selection
from dash_app.texts import say

_MOST = "4"
_KINDS = {dimension: kind for kind, dimension in MEMBERS.items()}
_SYMBOLS = {"store": "stores", "sku": "products", "customer": "customers"}


def found(client: ApiClient, text: str, selection: Selection) -> Iterator[Hit]:
    """Pages first, then members of every dimension, then questions."""
    query = selection.elsewhere.link.rstrip("?")
    low = text.lower()
    yield from (
        Hit(say(page.name), say("Page"), page.icon, page.path + query)
        for page in PAGES
        if page.in_rail and low in f"{say(page.name)} {say(page.lead)}".lower()
    )
    if not text:
        return
    for dimension in NAMES:
        yield from _members(client, dimension, text, selection)
    yield from _questions(client, low, query)


def _members(client: ApiClient, dimension: str, text: str, selection: Selection) -> Iterator[Hit]:
    try:
        rows = client.fetch("members", [("dimension", dimension), ("search", text[:100]), ("limit", _MOST)]).rows
    except ApiError:
        return
    for row in rows:
        name = row["label"] if row["label"] == row["member"] else f"{row['label']} ({row['member']})"
        yield Hit(
            name, say(NAMES[dimension]), _SYMBOLS.get(dimension, "pin"), _leading(dimension, row["member"], selection)
        )


def _leading(dimension: str, member: str, selection: Selection) -> str:
    """Page about the member where there is one, else the overview filtered by it."""
    kind = _KINDS.get(dimension, "")
    if kind and any(page.kind == kind for page in PAGES):
        return selection.about(kind, member)
    return "/" + selection.elsewhere.replaced({dimension: member}).link


def _questions(client: ApiClient, low: str, query: str) -> Iterator[Hit]:
    """Questions of the cards, each on its page."""
    try:
        catalogue = client.catalogue()
    except ApiError:
        return
    for page in PAGES:
        for card in page.cards if page.in_rail else ():
            title = say(card.title if isinstance(card.title, str) and card.title else catalogue[card.analysis].title)
            if low in title.lower():
                yield Hit(title, say(page.name), page.icon, page.path + query, card.key)
