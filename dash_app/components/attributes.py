"""Attributes that Dash has no arguments for."""

from typing import Any


def aria(**values: str | bool) -> dict[str, Any]:
    """Tell assistive technology: `label` becomes aria-label."""
    return {f"aria-{name}": _written(value) for name, value in values.items()}


def data(**values: str | bool) -> dict[str, Any]:
    """Tell our scripts: `do` becomes data-do."""
    return {f"data-{name}": _written(value) for name, value in values.items()}


def _written(value: str | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else value
