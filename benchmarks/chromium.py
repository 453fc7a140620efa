"""The browser that pages are measured, pictured and tested in."""

import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ["--no-sandbox", "--enable-unsafe-swiftshader", "--disable-background-networking"]


def path() -> str | None:
    """Where it is on this machine; None where there is none."""
    return next(filter(None, map(shutil.which, NAMES)), None)
