"""`saksama brief`: many articles, one account."""

from __future__ import annotations

from saksama.cli.dates import published_dates
from saksama.cli.output import Target
from saksama.cli.progress import shown_progress
from saksama.cli.warnings import exit_code, warn


def run(paths: list[str], published: list[str], processes: int | None, target: Target) -> int:
    """Read, show, warn; the exit code is 2 where nothing could be read."""
    dates = published_dates(published)
    target.check()
    from saksama.library import brief

    with shown_progress(target.language) as progress:
        account = brief(paths, published=dates, processes=processes, progress=progress)
    warn(account, target.language)
    if account.articles:
        target.show(account)
    return exit_code(account)
