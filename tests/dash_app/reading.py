"""Reads Dash components as a viewer would."""

from collections.abc import Iterator
from typing import Any

from dash.development.base_component import Component


def parts(tree: Any) -> Iterator[Component]:
    """Every component of a tree, the outermost first."""
    if isinstance(tree, list | tuple):
        for item in tree:
            yield from parts(item)
    if isinstance(tree, Component):
        yield tree
        yield from parts(getattr(tree, "children", None))


def texts(tree: Any) -> list[str]:
    """Every text of a tree, in order."""
    if isinstance(tree, str):
        return [tree]
    children = tree if isinstance(tree, list | tuple) else [getattr(tree, "children", None)]
    return [text for child in children if child is not None for text in texts(child)]


def links(tree: Any) -> list[str]:
    """Where the links of a tree lead."""
    return [str(href) for part in parts(tree) if (href := getattr(part, "href", None))]


def having(tree: Any, name: str) -> list[Any]:
    """Components with a class."""
    return [part for part in parts(tree) if name in (getattr(part, "className", None) or "").split()]
