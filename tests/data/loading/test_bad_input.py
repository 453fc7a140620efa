"""Bad input ends with one sentence that names file, line and rule; what was published stays."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from tests.data.loading.conftest import Shop

Refused = Callable[..., str]
HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
LINES = [f"{536365 + n},85123A,LANTERN,6,2010-12-01 08:{n:02}:00,2.55,17850.0,United Kingdom\n" for n in range(40)]
GOOD = HEADER + "".join(LINES)


@pytest.fixture(autouse=True)
def published(shop: Shop) -> None:
    """A version that every bad delivery must leave alone."""
    shop.load(shop.deliver(orders="order_id,ordered_at\nO1,2024-01-01\n", order_items="order_id,sku\nO1,A\n"))


def test_a_good_file_loads(shop: Shop) -> None:
    assert shop.command("load", "online_retail", str(shop.deliver(online_retail=GOOD))) == 0
    assert shop.value('SELECT count(*) FROM "order"') == 40


def test_a_missing_file(shop: Shop, refused: Refused) -> None:
    message = refused(shop.deliver(other=GOOD), "online_retail")
    assert message.endswith(
        "has no file lines: expected Online Retail*.csv or Year 20*.csv or data.csv "
        "(also .csv.gz, .xlsx, .parquet, .json)."
    )


def test_a_missing_folder(shop: Shop, refused: Refused) -> None:
    assert refused(shop.home / "nowhere").endswith("nowhere is not a folder.")


def test_a_folder_with_none_of_our_files(shop: Shop, refused: Refused) -> None:
    message = refused(shop.deliver(readme__txt="hello"))
    assert message.endswith("holds none of the files of canonical: suppliers, customers, stores, products, orders, …")


def test_an_unknown_source(shop: Shop, refused: Refused) -> None:
    assert refused(shop.home, "nothing").startswith("There is no source nothing: known are canonical, hm, olist,")


def test_a_folder_called_like_a_source_is_another_source(
    shop: Shop, refused: Refused, monkeypatch: pytest.MonkeyPatch
) -> None:
    (shop.home / "olist").mkdir()
    (shop.home / "olist" / "source.toml").write_text("title = 1 2")
    monkeypatch.chdir(shop.home)
    assert refused(shop.home, "./olist").startswith("olist/source.toml: Expected newline")


@pytest.mark.parametrize(
    ("select", "complaint"),
    [
        ("SELECT nothing FROM raw.till", 'shop/orders.sql: Binder Error: Referenced column "nothing" not found'),
        ("SELEC 1", "shop/orders.sql: Parser Error: syntax error"),
        (
            "SELECT 1 AS order_idd",
            "shop/orders.sql gives the column order_idd, which orders does not have; it has order_id,",
        ),
        (
            "SELECT id AS order_id, '2024-01-01' AS ordered_at FROM raw.till",
            "till.csv: 2 records were read and 0 accounted",
        ),
    ],
)
def test_a_select_that_cannot_work(shop: Shop, refused: Refused, select: str, complaint: str) -> None:
    source = shop.home / "shop"
    source.mkdir()
    (source / "source.toml").write_text('[files.till.columns]\nid = ["id"]\n')
    (source / "orders.sql").write_text(select)
    assert refused(shop.deliver(till="id,x\n1,\n2,\n"), str(source)).startswith(complaint)


@pytest.mark.parametrize(
    ("setting", "complaint"),
    [
        ("colour = 1", "unknown setting colour; known are currency,"),
        ('[files.till]\ncolumn = ["id"]', "unknown setting column; known are columns,"),
        ("[files.till]\nnames = []", "files.till has no columns."),
        ("tolerated = 'much'", "tolerated is no number."),
        ("[files]\ntill = 3", "a setting has the wrong kind of value ("),
        ("[files.till]\ncolumns = 3", "a setting has the wrong kind of value ("),
    ],
)
def test_settings_that_cannot_work(shop: Shop, refused: Refused, setting: str, complaint: str) -> None:
    source = shop.home / "shop"
    source.mkdir()
    (source / "source.toml").write_text(setting)
    assert refused(shop.deliver(till="id\n1\n"), str(source)).startswith(f"{source}/source.toml: {complaint}")


def test_a_missing_column(shop: Shop, refused: Refused) -> None:
    message = refused(shop.deliver(online_retail=GOOD.replace("UnitPrice", "Cost")), "online_retail")
    assert message == "online_retail.csv, line 1: the column UnitPrice or Price is missing."


def test_a_wrong_encoding(shop: Shop, refused: Refused) -> None:
    content = "customer_id,city\nC1,Lyon\nC2,Orléans\n".encode("latin-1")
    assert refused(shop.deliver(customers=content)) == (
        "customers.csv, line 3: a character that is no UTF-8 text: save the file as UTF-8."
    )


def test_wide_characters(shop: Shop, refused: Refused) -> None:
    message = refused(shop.deliver(online_retail=GOOD.encode("utf-16")), "online_retail")
    assert message == "online_retail.csv, line 1: the file is UTF-16 text; save it as UTF-8."


def test_zero_bytes(shop: Shop, refused: Refused) -> None:
    message = refused(shop.deliver(online_retail=GOOD.replace("08:05", "08:\0005")), "online_retail")
    assert message == "online_retail.csv, line 7: a zero byte; this is no text file in UTF-8."


@pytest.mark.parametrize("keep", [0.3, 0.99])
def test_a_half_written_gzip(shop: Shop, refused: Refused, keep: float) -> None:
    packed = gzip.compress(GOOD.encode())
    message = refused(shop.deliver(online_retail__csv__gz=packed[: int(len(packed) * keep)]), "online_retail")
    assert message.startswith("online_retail.csv.gz, line ")
    assert "the compressed file is cut off or damaged" in message


def test_a_damaged_gzip(shop: Shop, refused: Refused) -> None:
    packed = bytearray(gzip.compress(GOOD.encode()))
    packed[len(packed) // 2] ^= 0x55
    message = refused(shop.deliver(online_retail__csv__gz=bytes(packed)), "online_retail")
    assert "cut off or damaged" in message


def test_a_file_that_only_pretends_to_be_compressed(shop: Shop, refused: Refused) -> None:
    assert "cut off or damaged (Not a gzipped file" in refused(
        shop.deliver(online_retail__csv__gz=GOOD), "online_retail"
    )


def test_an_empty_file(shop: Shop, refused: Refused) -> None:
    assert refused(shop.deliver(online_retail=""), "online_retail") == "online_retail.csv is empty."


def test_a_header_without_records(shop: Shop, refused: Refused) -> None:
    message = refused(shop.deliver(online_retail=HEADER), "online_retail")
    assert message == "online_retail.csv is empty: it has a header and no records."


@pytest.mark.parametrize("form", ["01.12.2010 08:26", "13/12/2010 08:26", "yesterday"])
def test_dates_in_another_format(shop: Shop, refused: Refused, form: str) -> None:
    content = HEADER + "".join(line.replace(line.split(",")[4], form) for line in LINES)
    assert refused(shop.deliver(online_retail=content), "online_retail") == (
        "online_retail.csv, record 1: unreadable_invoice_date; 40 of 40 rows (100.0%) were rejected, "
        "more than the 5% tolerated."
    )


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("blank", "place", "rows"),
    [
        (",,,,,,,", "record 2: blank_row", "360 of 400 rows (90.0%)"),
        ("", "line 3: blank_line", "351 of 391 rows (89.8%)"),
    ],
)
def test_nine_in_ten_rows_blank(  # empty lines at the very end are none
    shop: Shop, refused: Refused, line_end: str, blank: str, place: str, rows: str
) -> None:
    content = (HEADER + "".join(line + f"{blank}\n" * 9 for line in LINES)).replace("\n", line_end)
    message = refused(shop.deliver(online_retail=content), "online_retail")
    assert message == f"online_retail.csv, {place}; {rows} were rejected, more than the 5% tolerated."


def test_ids_with_lost_zeros(shop: Shop, refused: Refused) -> None:
    folder = shop.deliver(
        customers="customer_id,age\n00017,30\n00018,31\n",
        orders="order_id,ordered_at,customer_id\nO1,2024-01-01,17\nO2,2024-01-02,18\n",
        order_items="order_id,sku\nO1,A\nO2,A\n",
    )
    assert refused(folder) == (
        "orders.csv, record 1: unknown_customer_id (17 is 00017 in customers: leading zeros were lost); "
        "2 of 2 rows (100.0%) were rejected, more than the 5% tolerated."
    )


@pytest.mark.parametrize(("line", "values"), [("1,2\n", 2), ("1,2,3,4,5,6,7,8,9\n", 9)])
def test_a_ragged_line(shop: Shop, refused: Refused, line: str, values: int) -> None:
    content = HEADER + "".join(LINES[:10]) + line + "".join(LINES[10:])
    assert refused(shop.deliver(online_retail=content), "online_retail") == (
        f"online_retail.csv, line 12: {values} values where the header has 8."
    )


def test_a_quote_that_never_ends(shop: Shop, refused: Refused) -> None:
    content = HEADER + LINES[0] + LINES[1].replace("LANTERN", '"LANTERN') + "".join(LINES[2:])
    assert refused(shop.deliver(online_retail=content), "online_retail") == (
        "online_retail.csv, line 3: a quoted value that never ends."
    )


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04 not really", b"InvoiceNo,StockCode\n1,2\n", gzip.compress(b"x" * 500, mtime=0)]
)
def test_a_workbook_that_is_none(shop: Shop, refused: Refused, content: bytes) -> None:
    message = refused(shop.deliver(online_retail__xlsx=content), "online_retail")
    assert message.startswith("online_retail.xlsx is no XLSX workbook that can be read (")


def test_a_workbook_with_other_columns(shop: Shop, refused: Refused) -> None:
    folder = shop.deliver()
    _workbook(folder / "online_retail.xlsx", {"Sheet1": [["a", "b"], [1, 2]]})
    assert refused(folder, "online_retail") == (
        "online_retail.xlsx [Sheet1], line 1: the column InvoiceNo or Invoice is missing."
    )


def test_an_empty_workbook(shop: Shop, refused: Refused) -> None:
    folder = shop.deliver()
    _workbook(folder / "online_retail.xlsx", {"Sheet1": []})
    assert refused(folder, "online_retail") == "online_retail.xlsx is empty: its sheets hold nothing."


@pytest.mark.parametrize(("name", "kind"), [("orders__parquet", "Parquet"), ("orders__json", "JSON")])
def test_a_typed_file_that_is_none(shop: Shop, refused: Refused, name: str, kind: str) -> None:
    assert refused(shop.deliver(**{name: "no such thing {"})).startswith(
        f"orders.{kind.lower()} is no {kind} file that can be read:"
    )


def test_two_files_for_one(shop: Shop, refused: Refused) -> None:
    folder = shop.deliver(orders="order_id,ordered_at\nX,2024-01-01\n", Orders__json="[]")
    assert refused(folder) == "Orders.json and orders.csv are both orders: remove one."


def test_lines_of_orders_nobody_delivered(shop: Shop, refused: Refused) -> None:
    folder = shop.deliver(orders="order_id,ordered_at\nO1,2024-01-01\n", order_items="order_id,sku\nO1,A\nO7,A\n")
    assert refused(folder) == (
        "order_items.csv, record 2: unknown_order_id; 1 of 2 rows (50.0%) were rejected, more than the 5% tolerated."
    )


def test_a_description_that_is_no_json(shop: Shop, refused: Refused) -> None:
    folder = shop.deliver(orders="order_id,ordered_at\nX,2024-01-01\n", dataset__json="{")
    assert refused(folder).startswith("dataset.json is no JSON object that can be read: ")


def _workbook(path: Path, sheets: dict[str, list[list[object]]]) -> None:
    with xlsxwriter.Workbook(str(path)) as workbook:
        for name, rows in sheets.items():
            sheet = workbook.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
