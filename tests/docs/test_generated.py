"""Documentation says what the code says."""

import pytest

from docs.generate import DOCS, PAGES, filled
from docs.texts import TEMPLATE, template


@pytest.mark.parametrize("page", PAGES)
def test_generated_parts_are_up_to_date(page: str) -> None:
    assert (DOCS / page).read_text() == filled(page), "run `make docs`"


def test_the_template_of_languages_is_up_to_date() -> None:
    assert TEMPLATE.read_text() == template(), "run `make docs`"
