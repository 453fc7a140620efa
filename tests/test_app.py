"""How the program starts."""

import gc
from typing import Any

from app import settled


def test_what_starting_made_is_not_looked_through_for_garbage() -> None:
    def here(_environ: dict[str, Any], _start_response: Any) -> list[bytes]:
        return [b"here"]

    before = gc.get_freeze_count()
    try:
        site = settled(here)
        assert gc.get_freeze_count() > before
        assert site({}, None) == [b"here"]
    finally:
        gc.unfreeze()
