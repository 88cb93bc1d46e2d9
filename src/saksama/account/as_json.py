"""The account as JSON, schema ``saksama.account/1``."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from saksama.account.clean import unsafe
from saksama.records import Account


def render(account: Account) -> str:
    """One JSON object, indented, ending in a line break."""
    return written(account.to_dict())


def written(plain: dict[str, Any]) -> str:
    """Plain objects as JSON, indented, ending in a line break.

    Letters stand as they are; what could steer a screen is escaped, which JSON reads back unchanged.
    """
    return unsafe(json.dumps(plain, ensure_ascii=False, indent=1, allow_nan=False), _escaped) + "\n"


def _escaped(mark: str) -> str:
    units = mark.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at] << 8 | units[at + 1]:04x}" for at in range(0, len(units), 2))


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) that every account obeys."""
    path = files("saksama.account").joinpath("schema/account-1.json")
    loaded: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return loaded
