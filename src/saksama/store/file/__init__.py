"""The desk in one SQLite file."""

from saksama.store.file.desk import FileDesk

__all__ = ["FileDesk"]
