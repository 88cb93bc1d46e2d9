"""How the explanations of conflicts name the deed and the reasons for taking two tellings as one."""

from __future__ import annotations

from collections.abc import Iterable

from saksama.checks.conflict.pairs import Twin
from saksama.checks.conflict.shared import Detail
from saksama.checks.wording import listed
from saksama.records import Bilingual

SHOWN = 3  # shared details that an explanation names, the longest


def deed(twin: Twin) -> str:
    """The words that made the event, as the first text has them."""
    return " ".join(twin.one.trigger.text.split())


def reasons(shared: Iterable[Detail]) -> Bilingual:
    """The shared details: whom both name, then words of the texts in quotation marks."""
    longest = sorted(sorted(shared, key=_length)[:SHOWN], key=lambda detail: isinstance(detail, str))
    return listed([detail if isinstance(detail, Bilingual) else f"“{detail}”" for detail in longest])


def _length(detail: Detail) -> tuple[int, str]:
    words = detail.id if isinstance(detail, Bilingual) else detail
    return -len(words), words
