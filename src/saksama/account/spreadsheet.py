"""Rows for a spreadsheet: the one writer of all tables that leave Saksama.

A spreadsheet takes a cell that begins with one of a few marks for a formula, whoever wrote it; a quote
before it makes it words again (CWE-1236). The marks in their full width count too, since some spreadsheets
read them alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from saksama.account.clean import line

_FORMULA = tuple("=+-@＝＋－＠")


def as_tsv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Tab-separated lines below a line of column names; None is an empty cell."""
    return "".join("\t".join(map(cell, row)) + "\n" for row in (columns, *rows))


def cell(value: object) -> str:
    """A value on one line without tabs, which no spreadsheet takes for a formula."""
    text = "" if value is None else line(str(value))
    return f"'{text}" if text.startswith(_FORMULA) else text
