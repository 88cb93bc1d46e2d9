"""`saksama read`: one article as Saksama reads it."""

from __future__ import annotations

from typing import Annotated

import typer

from saksama.cli.dates import a_date
from saksama.cli.options import LangOption, OutputOption, ReadFormatOption
from saksama.cli.output import Target
from saksama.cli.warnings import exit_code, warn


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "read",
        epilog="\b\nExamples:\n"
        "  saksama read article.html\n"
        "  saksama read article.txt --published 2024-06-19 --lang en",
    )(command)


def command(
    article: Annotated[str, typer.Argument(help="A file; - is standard input.", metavar="ARTICLE")],
    format: ReadFormatOption = None,
    output: OutputOption = None,
    lang: LangOption = None,
    published: Annotated[
        str | None, typer.Option(help="The date of publication, if the page lacks it.", metavar="DATE")
    ] = None,
) -> int:
    """Show one article as Saksama reads it.

    Its sentences with mentions, times, quantities, events and statements marked, what each was taken
    for and why, and what is no part of the story struck out with its reason.
    """
    return run(article, published, Target.of(format and format.value, output, lang and lang.value))


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
