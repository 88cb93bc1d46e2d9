"""Schemas in their order: each file of `schema/` takes the desk one version forwards."""

from __future__ import annotations

import sqlite3
from functools import cache
from importlib.resources import files

OURS = 0x53414B53  # "SAKS": SQLite's application_id of a desk


@cache
def schemas() -> tuple[str, ...]:
    """The SQL of each version, the first first."""
    folder = files("saksama.store.file").joinpath("schema")
    names = sorted(item.name for item in folder.iterdir() if item.name.endswith(".sql"))
    return tuple(folder.joinpath(name).read_text("utf-8") for name in names)


def newest() -> int:
    return len(schemas())


def version(connection: sqlite3.Connection) -> int:
    """The version of an opened desk; 0 for one that is still empty."""
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return found


def migrate(connection: sqlite3.Connection) -> None:
    """Take the desk to the newest version, whole or not at all; who comes second finds it done."""
    if version(connection) >= newest():
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for number, schema in list(enumerate(schemas(), start=1))[version(connection) :]:
            for statement in statements(schema):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute(f"PRAGMA application_id = {OURS}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def statements(schema: str) -> list[str]:
    """The statements of a schema one by one: `executescript` would commit what came before."""
    found, held = [], ""
    for line in schema.splitlines(keepends=True):
        held += line
        if sqlite3.complete_statement(held):
            found.append(held)
            held = ""
    return found
