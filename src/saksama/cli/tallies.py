"""What became of what was to be added: one line, and a line for each input that gave nothing."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

from saksama.account.skips import lines_of
from saksama.account.words import words
from saksama.cli.guard import DONE, WRONG

if TYPE_CHECKING:
    from collections.abc import Iterable

    from saksama.library import Added, AddedReviews
    from saksama.records import Severity, Skipped

_SEVERITIES: tuple[Severity, ...] = ("impossible", "conflict", "caution")


def articles(added: Added, language: str) -> int:
    """Tell of articles; the exit code."""
    say = words(language).say
    _warn("skipped", added.skipped, language)
    _warn("note", added.notes, language)
    versions = sum(placed.before is not None for placed in added.placed)
    known = len(added.known)
    parts = [say("added_new", n=len(added.placed) - versions)]
    parts += [say("added_versions", n=versions)] if versions else []
    parts += [say("added_known", n=known)] if known else []
    parts += [say("added_same", n=len(added.same))] if added.same else []
    parts += [say("added_skipped", n=len(added.skipped))] if added.skipped else []
    new_stories = sum(placed.new_story for placed in added.placed)
    if added.placed:
        parts.append(say("added_stories", n=new_stories))
    found = Counter(check.severity for check in added.checks)
    told = [say(f"held_{name}_count", n=found[name]) for name in _SEVERITIES if found[name]]
    print("; ".join([", ".join(parts), *([say("added_found", list=", ".join(told))] if told else [])]))
    return DONE if added.placed or known or added.same else WRONG


def reviews(added: AddedReviews, language: str) -> int:
    """Tell of published fact-checks; the exit code."""
    say = words(language).say
    _warn("skipped", added.skipped, language)
    parts = [say("reviews_new", n=len(added.new))]
    parts += [say("reviews_changed", n=len(added.changed))] if added.changed else []
    parts += [say("reviews_known", n=len(added.known))] if added.known else []
    print(", ".join(parts))
    return DONE if added.new or added.changed or added.known else WRONG


def _warn(label: str, items: Iterable[Skipped], language: str) -> None:
    said = words(language).say(label).lower()
    for text in lines_of(items, language):
        print(f"saksama: {said}: {text}", file=sys.stderr)
