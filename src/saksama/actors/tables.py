"""The tables under `actors/data/`: tab-separated, each with a header that names origin and licence."""

from __future__ import annotations

from importlib.resources import files

from saksama.errors import DataError

_FOLDER = files("saksama.actors") / "data"


def table(name: str, columns: tuple[str, ...]) -> list[list[str]]:
    """The rows of a table as lists of cells; its column line must be `columns`.

    Comment lines begin with "#". Raises `DataError` for another column line or a row of another length.
    """
    lines = (_FOLDER / name).read_text("utf-8").split("\n")
    rows = [line.split("\t") for line in lines if line and line[0] != "#"]
    if not rows or tuple(rows[0]) != columns:
        raise DataError(f"{name}: the columns must be {', '.join(columns)}")
    for row in rows:
        if len(row) != len(columns):
            raise DataError(f"{name}: a row of {len(row)} cells instead of {len(columns)}: {row[0]}")
    return rows[1:]
