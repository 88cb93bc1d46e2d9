"""What a reader should know before believing; one file a kind, in the order of the account.

Each check looks at a `Case` and gives findings, or `NotChecked` where it could not look.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from saksama.checks import calendar, conflict, geography, headline, history, known_claim, office, sourcing
from saksama.checks.case import Case
from saksama.records import Check, Event, NotChecked
from saksama.store import Desk

__all__ = ["run"]

KINDS: tuple[Callable[[Case], Iterator[Check | NotChecked]], ...] = (
    conflict.find,
    office.find,
    calendar.find,
    geography.find,
    headline.find,
    sourcing.find,
    history.find,
    known_claim.find,
)
_GRAVITY = {"impossible": 0, "conflict": 1, "caution": 2}


def run(desk: Desk, events: tuple[Event, ...]) -> tuple[list[Check], list[NotChecked]]:
    """All checks over all that was read: findings, the gravest first, and what could not be checked."""
    found = [item for kind in KINDS for item in kind(Case(desk, events))]
    checks = sorted((c for c in found if isinstance(c, Check)), key=lambda c: _GRAVITY[c.severity])
    not_checked = [item for item in found if isinstance(item, NotChecked)]
    numbered = [replace(check, id=f"check:{number}") for number, check in enumerate(checks, start=1)]
    return numbered, list(dict.fromkeys(not_checked))
