"""What the office records say, and what they lack."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from saksama.actors.entries import Found


def look_up(query: str, *, on: str | None = None) -> Found:
    """A person, office, state or organisation by its name: who held which office from when to when.

    `on` (EDTF) asks for one day, month or year; without it every record is given, none as today's. What
    is not known is answered as such, with the nearest records. Raises `UsageError` for an empty query
    or a date that is none.
    """
    from saksama.actors.knowledge import load
    from saksama.actors.look_up import LookUp

    return LookUp(load(), on).find(query)


def gaps(query: str | None = None) -> Found:
    """What the office records lack: holes, overlaps, offices without a record; of one state or of all."""
    from saksama.actors.knowledge import load
    from saksama.actors.look_up import LookUp

    return LookUp(load()).gaps(query)
