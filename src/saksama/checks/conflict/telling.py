"""How the explanations of conflicts name the deed and the reasons for taking two tellings as one."""

from __future__ import annotations

from collections.abc import Iterable

from saksama.checks.conflict.pairs import Twin
from saksama.checks.wording import listed
from saksama.records import Bilingual

SHOWN = 3  # shared details that an explanation names, the longest


def deed(twin: Twin) -> str:
    """The words that made the event, as the first text has them."""
    return " ".join(twin.one.trigger.text.split())


def reasons(shared: Iterable[str]) -> Bilingual:
    """The shared details in quotation marks."""
    longest = sorted(shared, key=lambda detail: (-len(detail), detail))[:SHOWN]
    return listed([f"“{detail}”" for detail in longest])
