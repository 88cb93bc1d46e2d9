"""What could not be read, one line each on standard error."""

from __future__ import annotations

import sys

from saksama.account.skips import not_read, odd
from saksama.account.words import words
from saksama.cli.guard import DONE, WRONG
from saksama.records import Account


def warn(account: Account, language: str) -> None:
    """One line for each file and reason; a pile with many bad lines does not fill the screen."""
    said = words(language)
    for label, told in (("skipped", not_read(account, language)), ("note", odd(account, language))):
        for text in told:
            print(f"saksama: {said.say(label).lower()}: {text}", file=sys.stderr)


def exit_code(account: Account) -> int:
    """0 with warnings, 2 where no article was left."""
    if account.articles:
        return DONE
    if not account.skipped:
        print("saksama: no articles found", file=sys.stderr)
    return WRONG
