"""`saksama read`: one article as Saksama reads it."""

from __future__ import annotations

from saksama.cli.dates import a_date
from saksama.cli.output import Target
from saksama.cli.warnings import exit_code, warn


def run(path: str, published: str | None, target: Target) -> int:
    """Read one file, show its reading; a file with several articles shows each."""
    dates = {path: a_date(published)} if published else {}
    target.check()
    from saksama.library import brief

    account = brief([path], published=dates, processes=1)
    warn(account, target.language)
    if account.articles:
        target.show_reading(account)
    return exit_code(account)
