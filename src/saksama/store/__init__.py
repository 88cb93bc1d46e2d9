"""The desk: what the across-article stages see of everything that has been read."""

from saksama.store.desk import Desk
from saksama.store.memory import MemoryDesk

__all__ = ["Desk", "MemoryDesk"]
