"""How the program starts."""

import gc

from app import settled


def test_what_starting_made_is_not_looked_through_for_garbage() -> None:
    before = gc.get_freeze_count()
    try:
        site = settled(lambda _environ, _start_response: [b"here"])
        assert gc.get_freeze_count() > before
        assert site({}, None) == [b"here"]
    finally:
        gc.unfreeze()
