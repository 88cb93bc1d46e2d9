"""Tables for a spreadsheet: no cell is a formula, whatever a page holds, and all tables are written here."""

import ast
from pathlib import Path

import pytest

from saksama.account.spreadsheet import as_tsv, cell

SOURCE = Path(__file__).parents[1] / "src" / "saksama"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+62 812", "'+62 812"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'=1"),
        ("\r=1", "'=1"),
        ("\n \x00=1", "'=1"),
        ("\u200b=1", "'=1"),
        ("＝1", "'＝1"),
        ("a=1", "a=1"),
        ("a\tb\nc", "a b c"),
        (None, ""),
        (12, "12"),
        ("", ""),
    ],
)
def test_a_cell_is_words_and_one_line(value: object, written: str) -> None:
    assert cell(value) == written


def test_rows_keep_their_columns() -> None:
    assert as_tsv(("a", "b"), [("x\ty", None), ("=1", 2)]) == "a\tb\nx y\t\n'=1\t2\n"


def test_no_other_room_joins_cells_with_tabs() -> None:
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            joins = isinstance(node, ast.Attribute) and node.attr == "join"
            if joins and isinstance(node.value, ast.Constant) and node.value.value == "\t":
                assert path.name == "spreadsheet.py", path
