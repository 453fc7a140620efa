"""Statements as people read them."""

import pytest

from api.services.sql_layout import laid_out

WHOLE = """WITH sale AS NOT MATERIALIZED (
  SELECT "order".day AS day,
    min("order".store_key) AS store_key
  FROM "order"
  WHERE "order".live
    AND "order".place_key IN (
      SELECT place.place_key
      FROM place
      WHERE place.city = 'Los  Alamos, (old)'
    )
  GROUP BY "order".day
),
line AS (
  SELECT 1 AS one
)
SELECT sale.day,
  row_number() OVER (PARTITION BY sale.day ORDER BY sale.day) AS n
FROM sale
LEFT OUTER JOIN line ON line.one = sale.day AND true
GROUP BY sale.day, line.one
ORDER BY sale.day
LIMIT 10"""


def test_clauses_stand_on_lines_of_their_own() -> None:
    in_one_line = " ".join(line.strip() for line in WHOLE.splitlines()).replace("( ", "(").replace(" )", ")")
    assert laid_out(in_one_line, "duckdb") == WHOLE


@pytest.mark.parametrize("text", ["'it''s  (SELECT , FROM'", "'\\\\'", "'a\n  b'", '"FROM  x"', "`ORDER  y`", "'"])
@pytest.mark.parametrize("engine", ["duckdb", "clickhousedb"])
def test_quoted_text_is_left_alone(text: str, engine: str) -> None:
    assert laid_out(f"SELECT {text} FROM t", engine) == f"SELECT {text}\nFROM t"


def test_a_backslash_hides_a_quote_from_clickhouse_alone() -> None:
    text = r"SELECT 'O\'Hara  FROM', 'x\'"
    assert laid_out(text, "clickhousedb").splitlines()[0] == r"SELECT 'O\'Hara  FROM',"
    assert laid_out(r"SELECT 'x\' FROM t", "duckdb") == "SELECT 'x\\'\nFROM t"
