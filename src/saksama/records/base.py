"""What all records have in common: plain objects out of frozen dataclasses."""

from __future__ import annotations

from dataclasses import field, fields, is_dataclass
from functools import cache
from typing import Any


def internal(default: Any = None) -> Any:
    """A field for the stages, left out of `to_dict()`."""
    return field(default=default, metadata={"internal": True})


@cache
def _shown(kind: type) -> tuple[tuple[str, str], ...]:
    shown = (f.name for f in fields(kind) if not f.metadata.get("internal"))
    return tuple((name, name.rstrip("_")) for name in shown)


def as_plain(value: Any) -> Any:
    """Records, tuples and mappings as the plain objects of JSON."""
    if is_dataclass(value) and not isinstance(value, type):
        return {key: as_plain(getattr(value, name)) for name, key in _shown(type(value))}
    if isinstance(value, tuple | list):
        return [as_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: as_plain(item) for key, item in value.items()}
    return value


class Record:
    """Base of all records: `to_dict()` gives the plain objects of the account's JSON."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        plain: dict[str, Any] = as_plain(self)
        return plain
