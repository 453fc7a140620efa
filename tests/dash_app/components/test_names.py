"""Names that people can read."""

from dash_app.components.charts.marks.records import Cell, Head, records
from dash_app.components.names import named, shortened
from tests.dash_app.reading import parts, texts

SELLER = "4869f7a5dfa277a7dca6462dcf3b52b2"


def test_ids_are_shortened_wherever_they_stand_in_a_text() -> None:
    assert shortened(f"{SELLER} swings most") == "4869f7a5… swings most"
    assert shortened("Lompoc, order 4869f7a5") == "Lompoc, order 4869f7a5"


def test_the_pointer_finds_them_whole() -> None:
    rows = records([Head("Store")], [[Cell(SELLER, "/store/x")], [Cell("Lompoc")]])
    assert texts(rows)[1:] == ["4869f7a5…", "Lompoc"]
    assert [title for part in parts(rows) if (title := getattr(part, "title", None))] == [SELLER]
    assert named("Lompoc") == "Lompoc"
