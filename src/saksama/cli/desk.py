"""The desk that a command works on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from saksama.errors import DeskError

if TYPE_CHECKING:
    from saksama.store import FileDesk


def opened(path: Path | None, *, write: bool = False) -> FileDesk:
    """The desk at `path`, the user's own without one; a reader is told how to begin where there is none."""
    from saksama.library import open_desk
    from saksama.library.desk import default_desk

    place = path or default_desk()
    if not write and not place.exists():
        raise DeskError(str(place), "there is no desk here yet; begin with: saksama add PATH...")
    return open_desk(place, write=write)
