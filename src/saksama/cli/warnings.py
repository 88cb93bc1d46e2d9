"""What could not be read, one line each on standard error."""

from __future__ import annotations

import sys

from saksama.account.clean import line
from saksama.account.words import words
from saksama.cli.guard import DONE, WRONG
from saksama.records import Account


def warn(account: Account, language: str) -> None:
    label = words(language).say("skipped").lower()
    for skipped in account.skipped:
        print(f"saksama: {label}: {line(skipped.path)}: {line(skipped.reason)}", file=sys.stderr)


def exit_code(account: Account) -> int:
    """0 with warnings, 2 where no article was left."""
    if account.articles:
        return DONE
    if not account.skipped:
        print("saksama: no articles found", file=sys.stderr)
    return WRONG
