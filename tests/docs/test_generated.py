"""Documentation says what the code says."""

import pytest

from docs.generate import DOCS, PAGES, filled


@pytest.mark.parametrize("page", PAGES)
def test_generated_parts_are_up_to_date(page: str) -> None:
    assert (DOCS / page).read_text() == filled(page), "run `make docs`"
