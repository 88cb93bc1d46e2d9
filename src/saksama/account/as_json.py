"""The account as JSON, schema ``saksama.account/1``."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from saksama.records import Account


def render(account: Account) -> str:
    """One JSON object, indented, non-ASCII letters as they are, ending in a line break."""
    return json.dumps(account.to_dict(), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) that every account obeys."""
    path = files("saksama.account").joinpath("schema/account-1.json")
    loaded: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return loaded
