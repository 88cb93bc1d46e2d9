"""What a round did, and its line."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from saksama.records import Record, Skipped

_MOST_REASONS = 4


@dataclass(frozen=True, slots=True)
class Round(Record):
    """One round: feeds and pages that were `asked`, of these `unchanged`; articles that were `new`, `known`
    to the desk already, `refused` for good (addresses and reasons), `failed` for now, and put off as
    `waiting` for a later round."""

    at: str
    asked: int = 0
    unchanged: int = 0
    new: int = 0
    known: int = 0
    refused: tuple[Skipped, ...] = ()
    failed: tuple[Skipped, ...] = ()
    waiting: int = 0

    @property
    def line(self) -> str:
        """The summary of the round in one line."""
        parts = [
            f"{_count(self.asked, 'feed')} asked",
            f"{self.unchanged} unchanged",
            f"{_count(self.new, 'new article')}",
        ]
        parts += [f"{self.known} known already"] if self.known else []
        parts += [f"{self.waiting} left for the next round"] if self.waiting else []
        parts += [f"{len(self.refused)} refused{_reasons(self.refused)}"]
        parts += [f"{len(self.failed)} failed{_reasons(self.failed)}"] if self.failed else []
        return f"{self.at}: {', '.join(parts)}"


@dataclass(slots=True)
class Tally:
    """A round while it is under way."""

    at: str
    asked: int = 0
    unchanged: int = 0
    new: int = 0
    known: int = 0
    waiting: int = 0
    refused: list[Skipped] = field(default_factory=list)
    failed: list[Skipped] = field(default_factory=list)

    def done(self) -> Round:
        return Round(
            self.at,
            self.asked,
            self.unchanged,
            self.new,
            self.known,
            tuple(self.refused),
            tuple(self.failed),
            self.waiting,
        )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _reasons(skipped: tuple[Skipped, ...]) -> str:
    counts = Counter(item.reason for item in skipped).most_common()
    if not counts:
        return ""
    shown = [f"{reason} ({count})" if count > 1 else reason for reason, count in counts[:_MOST_REASONS]]
    rest = len(counts) - _MOST_REASONS
    return f" [{'; '.join(shown)}{f'; {rest} other reasons' if rest > 0 else ''}]"
