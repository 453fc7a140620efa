"""Paths of the pages about one member: what they fix, and how to get there."""

from urllib.parse import quote, unquote

MEMBERS = {"store": "store", "customer": "customer", "product": "sku", "state": "state"}
"""First part of the path, and the filter that the rest of it fixes."""


def fixed_by(path: str | None) -> tuple[tuple[str, str], ...]:
    """Filters that a path fixes: /store/S015 shows that store alone."""
    kind, _, member = (path or "").removeprefix("/").partition("/")
    return ((MEMBERS[kind], unquote(member)),) if kind in MEMBERS and member else ()


def path_of(kind: str, member: str) -> str:
    """Path of the page about a member."""
    return f"/{kind}/{quote(member, safe='')}"
