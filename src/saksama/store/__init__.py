"""The desk: what the across-article stages see of everything that has been read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from saksama.store.desk import Desk
from saksama.store.memory import MemoryDesk

if TYPE_CHECKING:
    from saksama.store.file import FileDesk

__all__ = ["Desk", "FileDesk", "MemoryDesk"]


def __getattr__(name: str) -> Any:
    if name == "FileDesk":
        from saksama.store.file import FileDesk

        return FileDesk
    raise AttributeError(f"module 'saksama.store' has no attribute {name!r}")
